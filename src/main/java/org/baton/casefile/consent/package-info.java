/** What people agreed to, and on what other ground information is used. */
@NamedInterface("consent")
package org.baton.casefile.consent;

import org.springframework.modulith.NamedInterface;
