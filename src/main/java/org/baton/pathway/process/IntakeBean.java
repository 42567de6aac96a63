package org.baton.pathway.process;

import java.util.Map;
import java.util.stream.Collectors;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.pathway.CompletenessRow;
import org.baton.protocol.Fact;
import org.baton.protocol.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code intake}: the checks of a referral at the door. */
@ModelBean(name = "intake")
public class IntakeBean {

  private final CaseFile cases;

  IntakeBean(CaseFile cases) {
    this.cases = cases;
  }

  /** Sets {@code complete} to whether every answer is there that the {@code completeness} table asks of the case's route; notes what is missing. */
  public void checkCompleteness(DelegateExecution execution) {
    var id = new CaseId((String) execution.getVariable(Fact.CASE_ID));
    var answers = cases.answers(id);
    var missing = cases.pack(id).findRows(CompletenessRow.class).orElseThrow().all(Map.of("route", cases.get(id).route())).stream()
        .filter(row -> answers.getOrDefault(row.cells().field(), "").isBlank()).toList();
    execution.setVariable(Fact.COMPLETE, missing.isEmpty());
    if (!missing.isEmpty()) {
      cases.note(id, "INCOMPLETE", "Missing: " + missing.stream().map(row -> row.cells().what()).collect(Collectors.joining("; ")),
          missing.stream().flatMap(row -> row.clauses().stream()).distinct().collect(Collectors.joining(", ")));
    }
  }
}
