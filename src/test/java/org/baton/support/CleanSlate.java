package org.baton.support;

import java.util.List;
import org.baton.proof.FlowNodeCoverage;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes every case and meeting away, so that one story does not find another's on its agenda; packs and users stay. */
@TestComponent
public class CleanSlate {

  private static final List<String> TABLES = List.of("read_log", "former_user", "interrupted_job", "register_entry", "panel_member_answer", "panel_member", "meeting_note", "notice_password_view", "notice_hold", "notice", "embedded_record", "record_entry", "panel_action", "panel_decision", "vote",
      "attendance", "agenda_item", "meeting", "deadline", "intake_receipt", "case_run", "form_answer", "chronology", "consent",
      "lawful_basis", "service_agreement", "plan_step", "plan", "match_verdict", "case_child",
      "holder_history", "address", "family_case", "case_number", "person", "family");

  private final RuntimeService runtimeService;
  private final HistoryService historyService;
  private final JdbcClient jdbc;
  private final FlowNodeCoverage coverage;

  CleanSlate(RuntimeService runtimeService, HistoryService historyService, JdbcClient jdbc, FlowNodeCoverage coverage) {
    this.coverage = coverage;
    this.runtimeService = runtimeService;
    this.historyService = historyService;
    this.jdbc = jdbc;
  }

  public void wipe() {
    coverage.collect();
    var running = runtimeService.createProcessInstanceQuery().rootProcessInstances().list().stream().map(instance -> instance.getId()).toList();
    if (!running.isEmpty()) {
      runtimeService.deleteProcessInstances(running, "The next story begins", true, true);
    }
    historyService.createHistoricProcessInstanceQuery().rootProcessInstances().list().forEach(instance ->
        historyService.deleteHistoricProcessInstance(instance.getId()));
    jdbc.sql("update family_case set split_from = null, split_entry = null").update();
    jdbc.sql("update person set same_as = null").update();
    jdbc.sql("update family set merged_into = null").update();
    TABLES.forEach(table -> jdbc.sql("delete from " + table).update());
  }
}
