/** The services that sit on a forum, and how that changes. */
@NamedInterface("member")
package org.baton.panel.member;

import org.springframework.modulith.NamedInterface;
