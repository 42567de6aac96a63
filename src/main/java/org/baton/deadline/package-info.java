/** Deadlines as stored facts that explain their own date; the engine's timers follow them. */
@ApplicationModule(displayName = "Deadline", allowedDependencies = {"calendar", "protocol", "casefile", "casefile :: *"})
package org.baton.deadline;

import org.springframework.modulith.ApplicationModule;
