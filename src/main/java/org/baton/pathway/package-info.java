/** What pathways need beyond the case file and the panels: receiving referrals, intake checks, concerns raised from anywhere. */
@ApplicationModule(displayName = "Pathway", allowedDependencies = {"calendar", "protocol", "casefile", "casefile :: *", "deadline", "panel", "panel :: *"})
package org.baton.pathway;

import org.springframework.modulith.ApplicationModule;
