package org.baton.casefile.process;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseRecord;
import org.baton.casefile.run.CaseRuns;
import org.baton.protocol.Fact;
import org.baton.protocol.SystemRights;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts the process of the pack that both cases began under, right before the steps at which the first one stands. */
@Component
class EngineCaseRuns implements CaseRuns {

  private final RuntimeService runtimeService;
  private final SystemRights rights;

  EngineCaseRuns(@Lazy RuntimeService runtimeService, SystemRights rights) {
    this.runtimeService = runtimeService;
    this.rights = rights;
  }

  @Override
  public void beginLike(CaseRecord from, String processInstanceId, CaseRecord parted) {
    rights.asSystem(() -> start(processInstanceId, parted));
  }

  @Override
  public boolean tell(String processInstanceId, String message, Map<String, Object> facts) {
    // Asked first: a correlation that fails would mark the whole transaction for roll-back.
    var waiting = runtimeService.createExecutionQuery().processInstanceId(processInstanceId).messageEventSubscriptionName(message).singleResult();
    if (waiting == null) {
      return false;
    }
    runtimeService.messageEventReceived(message, waiting.getId(), facts);
    return true;
  }

  @Override
  public boolean goesOn(CaseId id, String process) {
    return rights.asSystem(() -> runtimeService.createProcessInstanceQuery().processDefinitionKey(process).variableValueEquals(Fact.CASE_ID, id.value()).count() > 0);
  }

  private String start(String processInstanceId, CaseRecord parted) {
    var instance = runtimeService.createProcessInstanceQuery().processInstanceId(processInstanceId).singleResult();
    var facts = new HashMap<>(runtimeService.getVariables(processInstanceId));
    facts.put(Fact.CASE_ID, parted.id().value());
    var tree = runtimeService.getActivityInstance(processInstanceId);
    var standsAt = steps(tree).distinct().toList();
    var run = runtimeService.createProcessInstanceById(instance.getProcessDefinitionId()).businessKey(parted.id().value()).setVariables(facts);
    standsAt.forEach(run::startBeforeActivity);
    return run.execute().getId();
  }

  /** The innermost steps that are going on or about to, those inside a sub-process included. */
  private static Stream<String> steps(ActivityInstance scope) {
    return Stream.concat(
        Stream.of(scope.getChildActivityInstances()).flatMap(child -> child.getChildActivityInstances().length + child.getChildTransitionInstances().length == 0
            ? Stream.of(child.getActivityId()) : steps(child)),
        Stream.of(scope.getChildTransitionInstances()).map(TransitionInstance::getActivityId));
  }
}
