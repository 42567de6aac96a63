/** Who holds a case, and how far it has come. */
@NamedInterface("holder")
package org.baton.casefile.holder;

import org.springframework.modulith.NamedInterface;
