package org.baton.casefile.holder;

import org.baton.protocol.Cell;
import org.baton.protocol.Known;
import org.baton.protocol.Moment;
import org.baton.protocol.PackTable;
import org.baton.protocol.PackTable.Asks;

/** Who holds the baton. */
@PackTable(value = "holder", always = true, about = "Who holds a case at each stage and on each route", asksFor = "RECEIVED",
    asks = {@Asks(value = "stage", cell = @Cell(value = "Stage", name = Cell.Name.CODE, room = 40)),
        @Asks(value = "route", cell = @Cell(value = "Route", name = Cell.Name.CODE, room = 40))})
record HolderRow(@Cell(value = "Holder", of = Known.SERVICE, or = {HolderRow.REFERRING_SERVICE, HolderRow.ALLOCATED_SERVICE},
    needs = @Cell.Needs(word = HolderRow.ALLOCATED_SERVICE, moment = Moment.ALLOCATION)) String holder) {

  static final String REFERRING_SERVICE = "REFERRING_SERVICE";
  static final String ALLOCATED_SERVICE = "ALLOCATED_SERVICE";
}
