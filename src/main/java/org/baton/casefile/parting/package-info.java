/** How children go on as a case of their own. */
@NamedInterface("parting")
package org.baton.casefile.parting;

import org.springframework.modulith.NamedInterface;
