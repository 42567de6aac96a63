package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.baton.casefile.CaseId;
import org.baton.support.Story;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The second wall: what a model that slipped through the pack check could still evaluate. */
class ClosedExpressionsTest extends Story {

  @Autowired private ProcessEngineConfigurationImpl engine;
  @Autowired private FilterService filterService;
  @Autowired private IdentityService identityService;

  @ParameterizedTest
  @ValueSource(strings = {
      "${''.getClass()}", "${''.getClass().forName('java.lang.Runtime')}", "${''.class}", "${execution.processEngineServices}",
      "${execution.getProcessEngineServices()}", "${execution.setVariable('caseId', 'NEL-2026-000001')}", "${caseId.length()}", "${caseId.bytes}",
      "${execution}", "${cases}", "${cases.class}", "${cases.getClass()}", "${cases.toString()}", "${cases.hashCode()}", "${cases.caseId(execution)}",
      "${cases.stage('x', 'RECEIVED')}", "${cases.stage(caseId, 'RECEIVED')}", "${cases.stage(execution)}", "${cases.stage(execution, 1)}",
      "${cases.stage(execution, execution)}", "${dataSource}", "${runtimeService}", "${now()}", "${dateTime()}",
      "${authenticatedUserId}", "${externalTask}", "${task}", "#{execution.id}", "${caseId[0]}", "${rows}", "${rows.size()}", "${rows[0]}"})
  void what_leaves_the_grammar_is_refused(String hostile) {
    var id = openCase();
    runtimeService.setVariableLocal(root(id), "rows", List.of("a"));

    assertThatThrownBy(() -> value(id, hostile)).as(hostile).isInstanceOfAny(ProcessEngineException.class, ELException.class);
  }

  @Test
  void variables_comparisons_and_listed_calls_go_on() {
    var id = openCase();

    assertThat(value(id, "${caseId}")).isEqualTo(id.value());
    assertThat(value(id, "${caseId == 'x'}")).isEqualTo(false);
    assertThat(value(id, "${roles.group(execution, 'chair')}")).isEqualTo("warwickshire.rugby.chair");
    assertThat(value(id, "a text")).isEqualTo("a text");
  }

  @Test
  void a_variable_of_a_beans_name_does_not_hide_the_bean() {
    var id = openCase();
    runtimeService.setVariableLocal(root(id), "roles", "a text");

    assertThat(value(id, "${roles.group(execution, 'chair')}")).isEqualTo("warwickshire.rugby.chair");
  }

  @Test
  void the_functions_of_task_lists_go_on() {
    var filters = List.of("My tasks", "Offered to me").stream().map(name -> filterService.createTaskFilterQuery().filterName(name).singleResult().getId()).toList();
    var offered = task(tasksOf(openCase()), "Complete the referral");
    var groups = taskService.getIdentityLinksForTask(offered.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).toList();
    identityService.setAuthentication("mash.war", Stream.concat(groups.stream(), Stream.of(Rights.WORKERS)).toList(), List.of("warwickshire"));
    try {
      assertThat(filterService.count(filters.get(0))).isZero();
      assertThat(filterService.listPage(filters.get(1), 0, 2_000)).as("what the groups of the user are offered").extracting("id").contains(offered.getId());
    } finally {
      identityService.clearAuthentication();
    }
  }

  private CaseId openCase() {
    return referral("warwickshire", with("route", "ROUTE_2", "district", "RUGBY", "immediateConcern", "NO", "stepDownAttempt", null));
  }

  private String root(CaseId id) {
    return jdbc.sql("select process_instance_id from case_run where case_id = ? and ended_at is null").param(id.value()).query(String.class).list().get(0);
  }

  private Object value(CaseId id, String expression) {
    var root = root(id);
    runtimeService.setVariables(root, Map.of("forum", "rugby"));
    Command<Object> evaluated = command -> engine.getExpressionManager().createExpression(expression)
        .getValue(command.getExecutionManager().findExecutionById(root));
    return engine.getCommandExecutorTxRequired().execute(evaluated);
  }
}
