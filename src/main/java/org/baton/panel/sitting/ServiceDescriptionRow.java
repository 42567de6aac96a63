package org.baton.panel.sitting;

import java.util.Optional;
import org.baton.protocol.Cell;
import org.baton.protocol.Known;
import org.baton.protocol.PackTable;
import org.baton.protocol.PackTable.Asks;

/** What a service offers. */
@PackTable(value = "serviceDescription", about = "What each service offers, as members read it at a sitting",
    asks = @Asks(value = "service", cell = @Cell(value = "Service", of = Known.SERVICE)))
record ServiceDescriptionRow(
    @Cell(value = "What it offers, to whom", room = 2_000) Optional<String> description,
    @Cell(value = "As of", room = 40, optional = true) Optional<String> asOf) {}
