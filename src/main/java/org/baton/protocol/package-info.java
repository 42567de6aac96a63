/**
 * An authority's pack: everything that makes its protocol run - pathways, blocks, tables, forms, templates, profile and clause
 * catalogue - assembled, checked and read as one. A case keeps to the pack it began under.
 */
@ApplicationModule(displayName = "Protocol", allowedDependencies = "calendar")
package org.baton.protocol;

import org.springframework.modulith.ApplicationModule;
