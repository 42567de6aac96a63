/** What stands on the agenda of a sitting, and how it comes there, moves and leaves. */
@NamedInterface("agenda")
package org.baton.panel.agenda;

import org.springframework.modulith.NamedInterface;
