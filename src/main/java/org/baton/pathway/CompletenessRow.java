package org.baton.pathway;

import java.util.Optional;
import org.baton.protocol.Cell;
import org.baton.protocol.Known;
import org.baton.protocol.PackTable;
import org.baton.protocol.PackTable.Asks;

/**
 * An answer without which a referral is incomplete.
 *
 * @param mustBe the one answer that will do, as the form keeps it; any if it is empty
 */
@PackTable(value = "completeness", several = true, neededBy = "intake", about = "The answers without which a referral of each route is incomplete",
    asks = @Asks(value = "route", cell = @Cell(value = "Route", name = Cell.Name.CODE, room = 40)))
public record CompletenessRow(
    @Cell(value = "Answer", of = Known.ANSWER) String field,
    @Cell(value = "In words", room = 500) String what,
    @Cell(value = "Must be", room = 200, optional = true) Optional<String> mustBe) {}
