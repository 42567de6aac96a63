/** What has happened to a case, in the order in which it was recorded. */
@NamedInterface("chronology")
package org.baton.casefile.chronology;

import org.springframework.modulith.NamedInterface;
