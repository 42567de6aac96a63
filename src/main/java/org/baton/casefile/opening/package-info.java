/** How a case begins. */
@NamedInterface("opening")
package org.baton.casefile.opening;

import org.springframework.modulith.NamedInterface;
