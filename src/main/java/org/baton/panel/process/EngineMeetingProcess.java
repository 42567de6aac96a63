package org.baton.panel.process;

import java.util.Map;
import org.baton.panel.Meeting;
import org.baton.panel.MeetingProcess;
import org.baton.protocol.Fact;
import org.baton.protocol.SystemRights;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Begins the process {@code panelMeeting} of the pack under which the meeting sits. */
@Component
class EngineMeetingProcess implements MeetingProcess {

  private static final String PANEL_MEETING = "panelMeeting";

  private final RuntimeService runtimeService;
  private final RepositoryService repositoryService;
  private final SystemRights rights;

  EngineMeetingProcess(@Lazy RuntimeService runtimeService, @Lazy RepositoryService repositoryService, SystemRights rights) {
    this.runtimeService = runtimeService;
    this.repositoryService = repositoryService;
    this.rights = rights;
  }

  @Override
  public String begin(Meeting meeting) {
    return rights.asSystem(() -> start(meeting));
  }

  private String start(Meeting meeting) {
    var definition = repositoryService.createProcessDefinitionQuery()
        .deploymentId(meeting.deploymentId()).processDefinitionKey(PANEL_MEETING).singleResult();
    return runtimeService.createProcessInstanceById(definition.getId())
        .setVariables(Map.of(Fact.MEETING_ID, meeting.id(), Fact.FORUM, meeting.forum()))
        .execute().getId();
  }
}
