/** Messages to people: letters from the pack's templates, sent by mail. */
@ApplicationModule(displayName = "Notice", allowedDependencies = {"calendar", "protocol", "casefile", "casefile :: *", "deadline", "panel", "panel :: *"})
package org.baton.notice;

import org.springframework.modulith.ApplicationModule;
