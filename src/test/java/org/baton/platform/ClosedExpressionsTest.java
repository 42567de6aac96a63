package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.baton.casefile.CaseId;
import org.baton.support.Story;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What an expression of a model can reach at run time, the pack check aside. */
class ClosedExpressionsTest extends Story {

  @Autowired private ProcessEngine engine;

  private CaseId id;

  @BeforeEach
  void aCaseWaitsForItsConsentCheck() {
    id = referral("warwickshire", with("route", "ROUTE_3", "district", "RUGBY", "immediateConcern", "NO"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "${''.getClass().forName('java.lang.Runtime').getMethod('getRuntime').invoke(null).exec('true')}", "${caseId.getClass()}", "${caseId.length()}", "${''.class}",
      "${execution.processEngineServices}", "${execution.getProcessEngineServices()}", "${execution.setVariable('x', 1)}", "${execution.id}", "${task.id}",
      "${cases.getClass()}", "${cases.class}", "${cases.hashCode()}", "${cases.toString()}", "${cases.close('NO_CONSENT')}", "${cases.close(execution, 'X', 'Y')}",
      "${cases.caseId(execution)}", "${dataSource}", "${runtimeService}", "${environment.systemProperties}", "${[1,2]}", "${now().getClass()}", "${currentUserGroups().size()}"})
  void an_expression_outside_the_grammar_fails_and_reaches_nothing(String hostile) {
    assertThatThrownBy(() -> evaluate(hostile, id)).isInstanceOf(RuntimeException.class);
    assertThat(cases.get(id).open()).isTrue();
  }

  @Test
  void variables_comparisons_and_the_listed_methods_of_beans_go_on() {
    assertThat(evaluate("${caseId}", id)).isEqualTo(id.value());
    assertThat(evaluate("${caseId == 'x'}", id)).isEqualTo(false);
    assertThat(evaluate("${roles.group(execution, 'safeguarding-lead')}", id)).isEqualTo("warwickshire.safeguarding-lead");
  }

  /** A model that names another case than its own gets no bean to touch it, whatever the pack check let through. */
  @ParameterizedTest
  @ValueSource(strings = {"${cases.close(execution, 'NOT_AGREED')}", "${cases.stage(execution, 'ALLOCATED')}", "${records.file(execution)}", "${notices.send(execution, 'notHeard')}",
      "${panel.propose(execution)}", "${safeguarding.raise(execution)}", "${intake.checkCompleteness(execution)}", "${deadlines.due(execution, 'completionReminder')}"})
  void a_bean_does_nothing_to_a_case_that_its_process_does_not_carry(String call) {
    for (var other : List.of(referral("warwickshire", with("route", "ROUTE_3", "district", "RUGBY", "immediateConcern", "NO")), referral("camden", with("immediateConcern", "NO")))) {
      var before = chronology.of(other);
      assertThatThrownBy(() -> evaluateAsCase(call, other)).hasStackTraceContaining("names in 'caseId' what it does not carry").hasMessageNotContaining(other.value());
      assertThat(cases.get(other).open()).isTrue();
      assertThat(chronology.of(other)).isEqualTo(before);
    }
  }

  @Test
  void a_sitting_decides_on_no_item_of_another_and_a_process_changes_no_members_of_another_authority() {
    var theirs = referral("warwickshire", with("route", "ROUTE_3", "district", "RUGBY", "immediateConcern", "NO"));
    holders.assignForum(theirs, "rugby");
    var item = listing.proposeAgain(theirs);
    assertThatThrownBy(() -> evaluateWith("${panel.decideWithout(execution, 'DEFERRED')}", Map.of("agendaItemId", item.id()))).hasStackTraceContaining("names in 'agendaItemId'");
    assertThatThrownBy(() -> evaluateWith("${panel.carryOver(execution)}", Map.of("agendaItemId", item.id(), "meetingId", comingSitting("warwickshire", "stratford").id())))
        .hasStackTraceContaining("names in 'agendaItemId'");
    assertThatThrownBy(() -> evaluateWith("${panel.changeMembers(execution)}", Map.of("memberId", "of-nobody"))).hasStackTraceContaining("names in 'memberId'");
    assertThatThrownBy(() -> evaluateWith("${cases.close(execution, 'NOT_AGREED')}", Map.of("meetingId", item.meetingId(), "caseId", theirs.value())))
        .as("a sitting that another process carries opens no case").hasStackTraceContaining("names in 'caseId'");
    assertThat(decisions.ofItem(item.id())).isEmpty();
    assertThat(cases.get(theirs).open()).isTrue();
  }

  private Object evaluate(String expression, CaseId of) {
    return inEngine(() -> configuration().getExpressionManager().createExpression(expression).getValue(execution(of)));
  }

  /** As a model would that sets the case by an input parameter. */
  private Object evaluateAsCase(String expression, CaseId other) {
    return evaluateWith(expression, Map.of("caseId", other.value()));
  }

  private Object evaluateWith(String expression, Map<String, String> set) {
    return inEngine(() -> {
      var execution = execution(id);
      execution.setVariablesLocal(set);
      return configuration().getExpressionManager().createExpression(expression).getValue(execution);
    });
  }

  private ExecutionEntity execution(CaseId of) {
    return configuration().getCommandExecutorTxRequired().execute(context -> context.getExecutionManager().findExecutionById(runs.main(of).orElseThrow()));
  }

  private <T> T inEngine(Callable<T> work) {
    return configuration().getCommandExecutorTxRequired().execute(context -> {
      try {
        return work.call();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    });
  }

  private ProcessEngineConfigurationImpl configuration() {
    return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }
}
