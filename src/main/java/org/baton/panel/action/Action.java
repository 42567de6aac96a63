package org.baton.panel.action;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.baton.casefile.CaseId;

/** Something that a member is to do. @param report what the member said about it; empty before */
public record Action(
    String id, CaseId caseId, String what, String responsible, LocalDate dueOn, Optional<Instant> doneAt, Optional<String> report) {

  /** Not done although its day has passed. */
  public boolean overdue(LocalDate today) {
    return doneAt.isEmpty() && today.isAfter(dueOn);
  }
}
