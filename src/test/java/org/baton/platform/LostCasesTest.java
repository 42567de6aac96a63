package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.baton.support.Rest;
import org.baton.support.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An open case that nothing carries on is found, however it was lost. */
class LostCasesTest extends Story {

  @Autowired private LostCases lost;
  @LocalServerPort private int port;

  @Test
  void a_case_whose_process_an_administrator_has_deleted_is_listed_and_others_are_not() {
    var kept = referral("warwickshire", with("route", "ROUTE_2", "district", "RUGBY", "immediateConcern", "NO", "stepDownAttempt", null));
    var gone = referral("warwickshire", with("route", "ROUTE_2", "district", "RUGBY", "immediateConcern", "NO", "stepDownAttempt", null));
    assertThat(lost.list("warwickshire")).doesNotContain(kept.value(), gone.value());

    runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(gone.value()).rootProcessInstances().list()
        .forEach(instance -> runtimeService.deleteProcessInstance(instance.getId(), "cancelled in Cockpit"));

    assertThat(lost.list("warwickshire")).contains(gone.value()).doesNotContain(kept.value());
    assertThat(lost.list("camden")).doesNotContain(gone.value());
    assertThat(Rest.as("supervisor.war", port).get("/api/cases/lost").text()).contains(gone.value()).doesNotContain(kept.value());
    assertThat(Rest.as("manager.war", port).get("/api/cases/lost").text()).isEqualTo("[]");
    assertThat(Rest.as("supervisor.cam", port).get("/api/cases/lost").text()).isEqualTo("[]");
  }
}
