package org.baton.panel.action;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.protocol.Fact;
import org.baton.protocol.FormTarget;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** What members are to do about the case that is before the panel. */
@Component
class NewActions implements FormTarget<NewActions.Given> {

  record Given(@TargetPath(value = "panel.actions", about = "What members are to do about the case at hand") List<Row> actions) {}

  record Row(
      @TargetPath(value = "action.what", about = "What is to be done") String what,
      @TargetPath(value = "action.responsible", about = "Who does it", room = 200) String responsible,
      @TargetPath(value = "action.service", about = "The service whose person does it, which hears of it and reports") Optional<String> service,
      @TargetPath(value = "action.due", about = "The day by which it is done") LocalDate due) {}

  private final ActionLog log;

  NewActions(ActionLog log) {
    this.log = log;
  }

  @Override
  public Map<String, Object> keep(Submission submission, Given said) {
    said.actions().forEach(row -> log.add(submission.need(Fact.AGENDA_ITEM_ID), row.what(), row.responsible(), row.service(), row.due()));
    return Map.of();
  }

  @Override
  public Turn turn() {
    return Turn.SITTING;
  }
}
