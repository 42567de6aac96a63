/** What forms ask beside what has a place of its own. */
@NamedInterface("answer")
package org.baton.casefile.answer;

import org.springframework.modulith.NamedInterface;
