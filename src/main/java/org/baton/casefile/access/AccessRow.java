package org.baton.casefile.access;

import org.baton.protocol.Cell;
import org.baton.protocol.Known;
import org.baton.protocol.PackTable;
import org.baton.protocol.PackTable.Asks;

/** What a role may see and do, for the cases that the row opens. */
@PackTable(value = "access", always = true, about = "Which cases each role opens, and what it may see and do there",
    asks = @Asks(value = "role", cell = @Cell(value = "Role", of = Known.ROLE)))
record AccessRow(
    @Cell("Which cases") Cases cases,
    @Cell("Reads the family file?") boolean caseFile,
    @Cell("Register of referrals") Register register,
    @Cell("Reads the system of record?") boolean records,
    @Cell("Tells passwords of letters?") boolean passwords,
    @Cell("Corrects the chronology?") boolean corrects,
    @Cell("Lets children part?") boolean splits,
    @Cell("Keeps the directory?") boolean directory) {

  /** PANEL: of the panel that the role is held for; MEMBER: before its panel, and those of SERVICE; TASKS: those with a task for it. */
  enum Cases { ALL, PANEL, MEMBER, SERVICE, TASKS, NONE }

  enum Register { CHANGE, READ, NONE }
}
