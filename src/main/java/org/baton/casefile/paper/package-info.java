/** What is read of a case: on one line, as a paper for a meeting, in letters. */
@NamedInterface("paper")
package org.baton.casefile.paper;

import org.springframework.modulith.NamedInterface;
