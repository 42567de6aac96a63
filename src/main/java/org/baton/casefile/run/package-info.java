/** The processes that a case runs through. */
@NamedInterface("run")
package org.baton.casefile.run;

import org.springframework.modulith.NamedInterface;
