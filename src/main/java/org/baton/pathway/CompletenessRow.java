package org.baton.pathway;

import org.baton.protocol.Cell;
import org.baton.protocol.Known;
import org.baton.protocol.PackTable;
import org.baton.protocol.PackTable.Asks;

/** An answer without which a referral is incomplete. */
@PackTable(value = "completeness", several = true, neededBy = "intake", about = "The answers without which a referral of each route is incomplete",
    asks = @Asks(value = "route", cell = @Cell(value = "Route", name = Cell.Name.CODE, room = 40)))
public record CompletenessRow(
    @Cell(value = "Answer", of = Known.ANSWER) String field,
    @Cell(value = "In words", room = 500) String what) {}
