/** Wires the rest: the engine, what it may keep and who may do what, the checks on packs and forms, demo data. The one place for engine internals. */
@ApplicationModule(displayName = "Platform")
package org.baton.platform;

import org.springframework.modulith.ApplicationModule;
