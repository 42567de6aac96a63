/** What timers of models ask for. */
package org.baton.deadline.process;
