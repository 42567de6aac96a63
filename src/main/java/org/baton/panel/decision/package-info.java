/** What a sitting decides on a case: screening, votes, decision, sign-off, and the step that goes on with it. */
@NamedInterface("decision")
package org.baton.panel.decision;

import org.springframework.modulith.NamedInterface;
