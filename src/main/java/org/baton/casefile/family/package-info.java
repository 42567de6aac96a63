/** The people of a family, where they live, and which other cases may be theirs. */
@NamedInterface("family")
package org.baton.casefile.family;

import org.springframework.modulith.NamedInterface;
