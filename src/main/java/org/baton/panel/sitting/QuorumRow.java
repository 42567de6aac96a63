package org.baton.panel.sitting;

import org.baton.protocol.Cell;
import org.baton.protocol.Cell.Bars;
import org.baton.protocol.PackTable;
import org.baton.protocol.PackTable.Asks;

/** Whether a sitting is quorate. */
@PackTable(value = "quorum", about = "Who must be in the room for the members to decide; an authority without this table has no quorum",
    asks = {@Asks(value = "servicesPresent", type = int.class, cell = @Cell("Services present that count")),
        @Asks(value = "chairPresent", type = boolean.class, cell = @Cell("Chair present?"))})
record QuorumRow(
    @Cell(value = "Quorum", bars = @Bars(word = "INQUORATE", what = "a decision of the members", targets = "panel.outcome",
        calls = {"panel.decideByVote", "panel.decideAs AGREEMENT", "panel.decideAs VOTE"})) Quorum quorum) {

  enum Quorum { QUORATE, INQUORATE }
}
