/** Who may see and do what. */
@NamedInterface("access")
package org.baton.casefile.access;

import org.springframework.modulith.NamedInterface;
