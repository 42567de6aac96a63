package org.baton.panel.sitting;

import java.util.List;
import java.util.Optional;
import org.baton.protocol.Cell;
import org.baton.protocol.Known;
import org.baton.protocol.PackTable;
import org.baton.protocol.PackTable.Asks;

/** What a seat may do and counts for. */
@PackTable(value = "seat", neededBy = "panel", about = "The seats of a sitting, and what each may do and counts for",
    asks = @Asks(value = "seat", cell = @Cell(value = "Seat", name = Cell.Name.CODE, room = 40)))
public record SeatRow(
    @Cell(value = "Title", room = 200, optional = true) Optional<String> title,
    @Cell("Fills the chair?") boolean chairs,
    @Cell("Service counts for the quorum?") boolean countsForQuorum,
    @Cell("Votes?") boolean votes,
    @Cell(value = "One vote for each", optional = true) Optional<VotesFor> votesFor,
    @Cell(value = "Part in consensus?", optional = true) boolean speaks,
    @Cell(value = "Only for people of", of = Known.SERVICE, room = 300, optional = true) Optional<List<String>> onlyFrom,
    @Cell(value = "What is said where nobody has it", room = 200, optional = true) Optional<String> missed) {

  public enum VotesFor { SERVICE, PERSON }
}
