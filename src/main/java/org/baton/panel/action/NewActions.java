package org.baton.panel.action;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.panel.decision.Decisions;
import org.baton.panel.decision.PanelDecision;
import org.baton.protocol.Fact;
import org.baton.protocol.FormTarget;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** What members are to do about the case that is before the panel, or, of a case alone, that the panel last decided on. */
@Component
class NewActions implements FormTarget<NewActions.Given> {

  record Given(@TargetPath(value = "panel.actions", about = "What members are to do about the case at hand, which is before the panel or was decided on") List<Row> actions) {}

  record Row(
      @TargetPath(value = "action.what", about = "What is to be done") String what,
      @TargetPath(value = "action.responsible", about = "Who does it", room = 200) String responsible,
      @TargetPath(value = "action.service", about = "The service whose person does it, which hears of it and reports") Optional<String> service,
      @TargetPath(value = "action.due", about = "The day by which it is done") LocalDate due) {}

  private final ActionLog log;
  private final Decisions decisions;

  NewActions(ActionLog log, Decisions decisions) {
    this.log = log;
    this.decisions = decisions;
  }

  @Override
  public Map<String, Object> keep(Submission submission, Given said) {
    item(submission).ifPresentOrElse(
        item -> said.actions().forEach(row -> log.add(item, row.what(), row.responsible(), row.service(), row.due())),
        () -> said.actions().forEach(row -> log.noteAlone(new CaseId(submission.need(Fact.CASE_ID)), row.what(), row.responsible(), row.due())));
    return Map.of();
  }

  private Optional<String> item(Submission submission) {
    return submission.fact(Fact.AGENDA_ITEM_ID).or(() -> submission.fact(Fact.CASE_ID).map(CaseId::new).flatMap(decisions::latest).map(PanelDecision::agendaItemId));
  }

  @Override
  public Turn turn() {
    return Turn.SITTING;
  }
}
