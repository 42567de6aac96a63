package org.baton.panel.sitting;

import java.util.Optional;
import org.baton.protocol.Cell;
import org.baton.protocol.Known;
import org.baton.protocol.PackTable;
import org.baton.protocol.PackTable.Asks;

/** What is shown when nobody speaks for a sector. */
@PackTable(value = "sector", about = "What is shown at a sitting when nobody in the room speaks for a sector",
    asks = @Asks(value = "sector", cell = @Cell(value = "Sector", of = Known.SECTOR)))
record SectorRow(@Cell("Shown when nobody sits for it") Optional<String> warning) {}
