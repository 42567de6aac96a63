package org.baton.casefile.holder;

import org.baton.protocol.Cell;
import org.baton.protocol.PackTable;
import org.baton.protocol.PackTable.Asks;

/** With what a case can be closed. */
@PackTable(value = "closure", always = true, about = "The outcomes with which a case is closed, each in words",
    asks = @Asks(value = "outcome", cell = @Cell(value = "Outcome", name = Cell.Name.CODE, room = 60)))
public record ClosureRow(@Cell("Meaning") String meaning) {}
