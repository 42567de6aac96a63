/** What is noted at and around a sitting. */
@NamedInterface("note")
package org.baton.panel.note;

import org.springframework.modulith.NamedInterface;
