package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models that harm the server end with an error of their own. On an engine without the pack check, which refuses such models before. */
class RunTimeLimitsTest {

  private ProcessEngine engine;

  @BeforeEach
  void start() {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("limits");
    configuration.setJdbcUrl("jdbc:h2:mem:limits;DB_CLOSE_DELAY=0");
    configuration.setJobExecutorActivate(false);
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new RunTimeLimits())));
    configuration.setCustomSessionFactories(new ArrayList<>(List.of(new RunTimeLimits.StepsOfEachCommand())));
    engine = configuration.buildProcessEngine();
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void an_endless_loop_of_gateways_ends_with_an_incident_that_names_it() {
    deploy(Bpmn.createExecutableProcess("loop").startEvent().camundaAsyncAfter().exclusiveGateway("round").manualTask("again").connectTo("round").done());
    var id = engine.getRuntimeService().startProcessInstanceByKey("loop").getId();
    var job = engine.getManagementService().createJobQuery().processInstanceId(id).singleResult();
    engine.getManagementService().setJobRetries(job.getId(), 1);

    assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId())).hasMessageContaining("Process 'loop' is stopped at").hasMessageContaining("2000 steps");

    assertThat(engine.getRuntimeService().createIncidentQuery().processInstanceId(id).count()).isOne();
  }

  @Test
  void a_process_that_calls_itself_ends() {
    deploy(Bpmn.createExecutableProcess("self").startEvent().callActivity("call").calledElement("self").endEvent().done());

    assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("self")).hasMessageContaining("more than 20 processes call each other");
  }

  @Test
  void a_step_is_not_done_ten_million_times_and_may_be_done_five_hundred_times() {
    deploy(Bpmn.createExecutableProcess("many").startEvent().userTask("step").multiInstance().parallel().cardinality("${times}").multiInstanceDone().endEvent().done());

    assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("many", Map.of("times", 10_000_000)))
        .hasMessageContaining("to be done 10000000 times; expected at most 500");
    engine.getRuntimeService().startProcessInstanceByKey("many", Map.of("times", 500));
    assertThat(engine.getTaskService().createTaskQuery().count()).isEqualTo(500);
  }

  private void deploy(BpmnModelInstance model) {
    engine.getRepositoryService().createDeployment().addModelInstance("model.bpmn", model).deploy();
  }
}
