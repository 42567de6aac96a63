package org.baton.notice;

import org.baton.protocol.Cell;
import org.baton.protocol.Known;
import org.baton.protocol.Moment;
import org.baton.protocol.PackTable;
import org.baton.protocol.PackTable.Asks;

/**
 * A notice that models send.
 *
 * @param notToLead whether the allocated service is left out where it is among those that a note or an answer names
 */
@PackTable(value = "notice", always = true, about = "To whom each notice goes, which letter it is, and whether it is locked with a password",
    asks = @Asks(value = "name", cell = @Cell(value = "Notice", name = Cell.Name.LOWER_CAMEL, room = 60)))
record NoticeRow(
    @Cell(value = "To", of = {Known.ROLE, Known.SERVICE}, listed = true, room = 60,
        or = {NoticeRow.REFERRER, NoticeRow.ALLOCATED_SERVICE, NoticeRow.NOTE, NoticeRow.NEW_MEMBER, NoticeRow.MEMBER, NoticeRow.HOLDER, NoticeRow.MEMBERS},
        needs = {@Cell.Needs(word = NoticeRow.ALLOCATED_SERVICE, moment = Moment.ALLOCATION), @Cell.Needs(word = NoticeRow.REFERRER, moment = Moment.CASE), @Cell.Needs(word = NoticeRow.HOLDER, moment = Moment.CASE), @Cell.Needs(word = NoticeRow.MEMBER, moment = Moment.SERVICE)}) String recipient,
    @Cell(value = "Letter", of = Known.LETTER) String template,
    @Cell("Locked with a password?") boolean encrypted,
    @Cell(value = "Not to the service that leads?", optional = true) boolean notToLead) {

  static final String REFERRER = "REFERRER";
  static final String ALLOCATED_SERVICE = "ALLOCATED_SERVICE";
  /** Whom the note at hand is about. */
  static final String NOTE = "NOTE";
  static final String NEW_MEMBER = "NEW_MEMBER";
  /** The service at hand, for example the one that was given something to do. */
  static final String MEMBER = "MEMBER";
  /** The service that holds the case now. */
  static final String HOLDER = "HOLDER";
  /** All members of the panel. */
  static final String MEMBERS = "members";
}
