/** Working time as protocols count it: working days of England and Wales, clock hours, cut-offs, closure days. Pure; needs no Spring. */
@ApplicationModule(displayName = "Calendar", allowedDependencies = {})
package org.baton.calendar;

import org.springframework.modulith.ApplicationModule;
