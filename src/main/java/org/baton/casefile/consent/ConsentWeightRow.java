package org.baton.casefile.consent;

import org.baton.protocol.Cell;
import org.baton.protocol.PackTable;
import org.baton.protocol.PackTable.Asks;

/** What one person's answer counts for beside the others'. */
@PackTable(value = "consentWeight", always = true, about = "What counts when several people answer: of all answers the one with the lowest rank",
    asks = @Asks(value = "state", type = ConsentState.class, cell = @Cell("What one person said")))
record ConsentWeightRow(
    @Cell(value = "Rank: the lowest of all people counts", most = 100) int rank,
    @Cell("Stands as") ConsentState standsAs) {}
