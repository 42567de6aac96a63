package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a model can set off that no check has read: an engine of its own, without the pack check. */
class StepLimitsTest {

  private ProcessEngine engine;

  @BeforeEach
  void anEngineWithTheLimits() {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:mem:limits");
    configuration.setProcessEngineName("limits");
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setDefaultNumberOfRetries(1);
    configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new StepLimits())));
    engine = configuration.buildProcessEngine();
  }

  @AfterEach
  void gone() {
    engine.close();
  }

  @Test
  void a_way_round_without_a_wait_fails_and_is_an_incident_when_a_job_takes_it() {
    engine.getRepositoryService().createDeployment().addModelInstance("round.bpmn", Bpmn.createExecutableProcess("round").startEvent().camundaAsyncAfter()
        .exclusiveGateway("again").condition("on", "${true}").exclusiveGateway("back").connectTo("again").moveToNode("again").condition("off", "${false}").endEvent().done()).deploy();
    var instance = engine.getRuntimeService().startProcessInstanceByKey("round").getId();
    var job = engine.getManagementService().createJobQuery().singleResult().getId();
    assertThatThrownBy(() -> engine.getManagementService().executeJob(job)).hasMessageContaining("Process 'round' took more than 2000 steps without a wait");
    assertThat(engine.getRuntimeService().createIncidentQuery().processInstanceId(instance).count()).isOne();
  }

  @Test
  void a_process_that_calls_itself_ends_after_twenty_levels() {
    engine.getRepositoryService().createDeployment().addModelInstance("deep.bpmn",
        Bpmn.createExecutableProcess("deep").startEvent().callActivity().calledElement("deep").endEvent().done()).deploy();
    assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("deep")).hasMessageContaining("Process 'deep' is called 20 levels deep");
    assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();
  }

  @Test
  void the_limit_counts_anew_after_each_wait() {
    engine.getRepositoryService().createDeployment().addModelInstance("steps.bpmn", Bpmn.createExecutableProcess("steps").startEvent().exclusiveGateway("next")
        .userTask("wait").connectTo("next").done()).deploy();
    engine.getRuntimeService().startProcessInstanceByKey("steps");
    for (var i = 0; i < StepLimits.STEPS; i++) {
      engine.getTaskService().complete(engine.getTaskService().createTaskQuery().singleResult().getId());
    }
    assertThat(engine.getTaskService().createTaskQuery().count()).isOne();
  }
}
