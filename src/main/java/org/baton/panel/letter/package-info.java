/** What letters say about panels, and the instants of theirs that deadlines count from. */
package org.baton.panel.letter;
