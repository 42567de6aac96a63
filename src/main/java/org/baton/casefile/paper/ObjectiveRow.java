package org.baton.casefile.paper;

import org.baton.protocol.Cell;
import org.baton.protocol.PackTable;
import org.baton.protocol.PackTable.Asks;

/** What a meeting is asked. */
@PackTable(value = "objective", about = "What a meeting is asked about a case of each route",
    asks = @Asks(value = "route", cell = @Cell(value = "Route", name = Cell.Name.CODE, room = 40)))
record ObjectiveRow(@Cell(value = "Objective", room = 1_000) String objective) {}
