/** The plan of a case. */
@NamedInterface("plan")
package org.baton.casefile.plan;

import org.springframework.modulith.NamedInterface;
