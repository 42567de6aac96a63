package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.baton.casefile.CaseId;
import org.baton.support.Story;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A model that sets {@code caseId} to another number than that of its own case reaches nothing there. */
class OwnCaseTest extends Story {

  @Autowired private ProcessEngineConfigurationImpl engine;

  @Test
  void a_case_of_another_authority_is_neither_read_nor_written_nor_closed() {
    var own = rugby();
    var foreign = referral("north-east-lincolnshire", with());
    var before = cases.chronology(foreign);
    runtimeService.setVariable(root(own), "caseId", foreign.value());

    for (var call : List.of("${cases.close(execution, 'CLOSED')}", "${cases.stage(execution, 'RECEIVED')}", "${cases.readPostcode(execution)}",
        "${intake.checkCompleteness(execution)}", "${safeguarding.raise(execution)}", "${panel.withdraw(execution)}", "${records.file(execution)}",
        "${notices.send(execution, 'notHeard')}", "${deadlines.instant(execution, 'completionReminder')}", "${roles.group(execution, 'chair')}")) {
      assertThatThrownBy(() -> evaluate(own, call)).as(call).hasMessageContaining("caseId is '" + foreign + "'");
    }
    assertThat(cases.chronology(foreign)).isEqualTo(before);
    assertThat(runtimeService.getVariable(root(own), "postcodeDistrict")).isNull();
  }

  @Test
  void another_case_of_the_same_authority_is_not_reached_either() {
    var own = rugby();
    var other = rugby();
    runtimeService.setVariable(root(own), "caseId", other.value());

    assertThatThrownBy(() -> evaluate(own, "${cases.readPostcode(execution)}")).hasMessageContaining("caseId is '" + other + "'");
  }

  @Test
  void a_form_of_a_task_is_not_taken_for_another_case() {
    var own = rugby();
    var task = tasksOf(own).get(0);
    runtimeService.setVariable(task.getProcessInstanceId(), "caseId", referral("north-east-lincolnshire", with()).value());

    assertThatThrownBy(() -> formService.submitTaskForm(task.getId(), with())).hasMessageContaining("which is not that of this process");
    assertThatThrownBy(() -> taskService.setAssignee(task.getId(), "mash.war")).hasMessageContaining("which is not that of this process");
  }

  private CaseId rugby() {
    return referral("warwickshire", with("route", "ROUTE_2", "district", "RUGBY", "immediateConcern", "NO", "stepDownAttempt", null));
  }

  private String root(CaseId id) {
    return jdbc.sql("select process_instance_id from case_run where case_id = ? and ended_at is null").param(id.value()).query(String.class).list().get(0);
  }

  private Object evaluate(CaseId id, String expression) {
    Command<Object> evaluated = command -> engine.getExpressionManager().createExpression(expression)
        .getValue(command.getExecutionManager().findExecutionById(root(id)));
    return engine.getCommandExecutorTxRequired().execute(evaluated);
  }
}
