package org.baton.casefile.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is to change for the family, by whom and until when. @param reviewOn empty where no day was set */
public record Plan(String aim, Optional<LocalDate> reviewOn, List<Step> steps) {

  /** @param responsible a person of a service or of the family */
  public record Step(String what, String responsible, Optional<LocalDate> dueOn) {}
}
