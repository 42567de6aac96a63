package org.baton.records;

import org.baton.protocol.Cell;
import org.baton.protocol.Known;
import org.baton.protocol.PackTable;
import org.baton.protocol.PackTable.Asks;

/** An entry that must stand in a system of record. */
@PackTable(value = "recordDuty", neededBy = "records", about = "What is entered in which system of record",
    asks = @Asks(value = "name", cell = @Cell(value = "Entry", name = Cell.Name.LOWER_CAMEL, room = 60)))
record RecordDutyRow(
    @Cell(value = "System", room = 40, lists = true) String system,
    @Cell(value = "Kind of entry", room = 60, placeholders = true) String kind,
    @Cell(value = "Text", of = Known.LETTER) String template) {}
