/** What must stand in a system of record, once: the entries, the port to such systems, and the embedded one that stands in for them. */
@ApplicationModule(displayName = "Records", allowedDependencies = {"protocol", "casefile", "casefile :: *", "deadline"})
package org.baton.records;

import org.springframework.modulith.ApplicationModule;
