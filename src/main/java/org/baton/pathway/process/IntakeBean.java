package org.baton.pathway.process;

import java.util.stream.Collectors;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.chronology.Chronology;
import org.baton.pathway.Completeness;
import org.baton.protocol.Fact;
import org.baton.protocol.ModelBean;
import org.baton.protocol.ModelCall;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code intake}: the checks of a referral at the door. */
@ModelBean(name = "intake")
public class IntakeBean {

  private final CaseFile cases;
  private final Chronology chronology;
  private final Completeness completeness;

  IntakeBean(CaseFile cases, Chronology chronology, Completeness completeness) {
    this.cases = cases;
    this.chronology = chronology;
    this.completeness = completeness;
  }

  /** Sets {@code complete} to whether every answer is there that the {@code completeness} table asks of the case's route; notes what is missing. */
  @ModelCall(value = "Reads whether every answer is there that the table completeness asks of the route of the case, and notes what is missing.", sets = Fact.COMPLETE)
  public void checkCompleteness(DelegateExecution execution) {
    var id = new CaseId((String) execution.getVariable(Fact.CASE_ID));
    var missing = completeness.missing(id);
    execution.setVariable(Fact.COMPLETE, missing.isEmpty());
    if (!missing.isEmpty()) {
      chronology.note(id, "INCOMPLETE", cases.pack(id).say("completeness.missing", "missing", Completeness.inWords(missing)),
          missing.stream().flatMap(row -> row.clauses().stream()).distinct().collect(Collectors.joining(", ")));
    }
  }
}
