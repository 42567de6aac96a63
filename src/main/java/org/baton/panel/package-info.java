/** Forums and their meetings: agenda, attendance, quorum, votes and decisions, whatever screen is in front. */
@ApplicationModule(displayName = "Panel", allowedDependencies = {"calendar", "protocol", "casefile", "casefile :: *", "deadline"})
package org.baton.panel;

import org.springframework.modulith.ApplicationModule;
