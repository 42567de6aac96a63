package org.baton.notice.process;

import java.util.HashMap;
import java.util.Optional;
import org.baton.notice.Notice;
import org.baton.notice.OtherMeans;
import org.baton.protocol.Fact;
import org.baton.protocol.Pack;
import org.baton.protocol.SystemRights;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Begins the process {@code tellByOtherMeans} of the pack that the notice was written under. */
@Component
class EngineOtherMeans implements OtherMeans {

  private static final String TELL_BY_OTHER_MEANS = "tellByOtherMeans";

  private final RuntimeService runtimeService;
  private final RepositoryService repositoryService;
  private final SystemRights rights;

  EngineOtherMeans(@Lazy RuntimeService runtimeService, @Lazy RepositoryService repositoryService, SystemRights rights) {
    this.runtimeService = runtimeService;
    this.repositoryService = repositoryService;
    this.rights = rights;
  }

  @Override
  public void begin(Pack pack, Notice notice, Optional<String> forum) {
    var facts = new HashMap<String, Object>();
    facts.put(Fact.NOTICE_ID, notice.messageId());
    notice.caseId().ifPresent(id -> facts.put(Fact.CASE_ID, id));
    notice.meetingId().ifPresent(id -> facts.put(Fact.MEETING_ID, id));
    forum.ifPresent(id -> facts.put(Fact.FORUM, id));
    rights.asSystem(() -> {
      var definition = repositoryService.createProcessDefinitionQuery().deploymentId(pack.deploymentId()).processDefinitionKey(TELL_BY_OTHER_MEANS).singleResult();
      return definition == null ? notice.messageId() : runtimeService.createProcessInstanceById(definition.getId()).setVariables(facts).execute().getId();
    });
  }

  @Override
  public void end(String messageId) {
    rights.asSystem(() -> {
      var asked = runtimeService.createProcessInstanceQuery().processDefinitionKey(TELL_BY_OTHER_MEANS).variableValueEquals(Fact.NOTICE_ID, messageId).list();
      asked.forEach(instance -> runtimeService.deleteProcessInstance(instance.getId(), "Told elsewhere, or sent again"));
      return asked.size();
    });
  }
}
