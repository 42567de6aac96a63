/** What members are to do, and what they report about it. */
@NamedInterface("action")
package org.baton.panel.action;

import org.springframework.modulith.NamedInterface;
