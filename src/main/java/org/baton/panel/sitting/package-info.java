/** Sittings of forums: when they are held, how they go from planned to ended, who is in the room, and whether they are quorate. */
@NamedInterface("sitting")
package org.baton.panel.sitting;

import org.springframework.modulith.NamedInterface;
