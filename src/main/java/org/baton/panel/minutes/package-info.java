/** The minutes of a sitting, and the part of them that is about one case. */
package org.baton.panel.minutes;
