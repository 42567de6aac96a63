/**
 * The family file - the one home of personal data - and the cases in it: who holds the baton, consents, chronology, the processes
 * that run for a case, and how a case is closed.
 */
@ApplicationModule(displayName = "Case file", allowedDependencies = {"protocol", "calendar"})
package org.baton.casefile;

import org.springframework.modulith.ApplicationModule;
