package org.baton.protocol;

import java.util.List;
import org.baton.protocol.PackTable.Asks;
import org.baton.protocol.StartRule.May;

/** Who may start a process. */
@PackTable(value = "starter", need = PackTable.Need.ALWAYS, about = "Who may start each process by its form, and about which cases and panels",
    asks = @Asks(value = "process", cell = @Cell(value = "What is started", of = Known.PROCESS)))
record StarterRow(
    @Cell(value = "Who may start it", of = Known.ROLE, room = 500) List<String> roles,
    @Cell("Which cases it may name") May cases,
    @Cell("Which panels it may name") May panels) {}
