package org.baton.panel.process;

import java.util.HashMap;
import java.util.Map;
import org.baton.casefile.CaseId;
import org.baton.panel.sitting.Meeting;
import org.baton.panel.sitting.MeetingProcess;
import org.baton.protocol.Fact;
import org.baton.protocol.SystemRights;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Begins the process {@code panelMeeting} of the pack under which the meeting sits, and keeps its timers with its times. */
@Component
class EngineMeetingProcess implements MeetingProcess {

  private static final String PANEL_MEETING = "panelMeeting";
  /** Ends the process of a meeting that is not held. */
  private static final String SITTING_CANCELLED = "baton.sittingCancelled";

  private final RuntimeService runtimeService;
  private final RepositoryService repositoryService;
  private final ManagementService managementService;
  private final SystemRights rights;

  EngineMeetingProcess(@Lazy RuntimeService runtimeService, @Lazy RepositoryService repositoryService,
      @Lazy ManagementService managementService, SystemRights rights) {
    this.managementService = managementService;
    this.runtimeService = runtimeService;
    this.repositoryService = repositoryService;
    this.rights = rights;
  }

  @Override
  public String begin(Meeting meeting) {
    return rights.asSystem(() -> start(meeting));
  }

  @Override
  public void beginFor(Meeting meeting, CaseId id, String processKey, Map<String, Object> further) {
    var facts = new HashMap<String, Object>(further);
    facts.putAll(Map.of(Fact.MEETING_ID, meeting.id(), Fact.FORUM, meeting.forum(), Fact.CASE_ID, id.value()));
    rights.asSystem(() -> start(meeting, processKey, facts));
  }

  @Override
  public void moved(Meeting meeting) {
    rights.asSystem(() -> {
      runtimeService.createProcessInstanceQuery().variableValueEquals(Fact.MEETING_ID, meeting.id()).list().forEach(instance ->
          managementService.createJobQuery().processInstanceId(instance.getId()).timers().list()
              .forEach(timer -> managementService.recalculateJobDuedate(timer.getId(), false)));
      return meeting;
    });
  }

  @Override
  public void cancelled(Meeting meeting) {
    rights.asSystem(() -> {
      runtimeService.createExecutionQuery().processInstanceId(meeting.processInstanceId().orElseThrow()).messageEventSubscriptionName(SITTING_CANCELLED).list()
          .forEach(waiting -> runtimeService.messageEventReceived(SITTING_CANCELLED, waiting.getId()));
      return meeting;
    });
  }

  private String start(Meeting meeting) {
    return start(meeting, PANEL_MEETING, Map.of(Fact.MEETING_ID, meeting.id(), Fact.FORUM, meeting.forum()));
  }

  private String start(Meeting meeting, String processKey, Map<String, Object> facts) {
    var definition = repositoryService.createProcessDefinitionQuery()
        .deploymentId(meeting.deploymentId()).processDefinitionKey(processKey).singleResult();
    return runtimeService.createProcessInstanceById(definition.getId()).setVariables(facts).execute().getId();
  }
}
