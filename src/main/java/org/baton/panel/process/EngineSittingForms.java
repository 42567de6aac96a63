package org.baton.panel.process;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseId;
import org.baton.casefile.access.NotAllowedException;
import org.baton.panel.PanelRefusedException;
import org.baton.panel.SittingForms;
import org.baton.protocol.BadInputException;
import org.baton.protocol.Fact;
import org.baton.protocol.FormAnswersRefusedException;
import org.baton.protocol.FormContract;
import org.baton.protocol.FormDefinition;
import org.baton.protocol.FormRules;
import org.baton.protocol.Packs;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds the task by its meeting, its case and its form, among those that the person may see. */
@Component
class EngineSittingForms implements SittingForms {

  /** A meeting has a handful of open tasks; more than these are not looked through. */
  private static final int MOST = 200;

  private final TaskService taskService;
  private final FormService formService;
  private final Packs packs;
  private final Clock clock;
  private final FormContract contract;

  EngineSittingForms(@Lazy TaskService taskService, @Lazy FormService formService, Packs packs, Clock clock, FormContract contract) {
    this.contract = contract;
    this.taskService = taskService;
    this.formService = formService;
    this.packs = packs;
    this.clock = clock;
  }

  @Override
  public void send(String meetingId, Optional<CaseId> id, String target, Map<String, ?> byTarget, Map<String, ?> byKey) {
    var tasks = taskService.createTaskQuery().processVariableValueEquals(Fact.MEETING_ID, meetingId).initializeFormKeys();
    id.ifPresent(caseId -> tasks.processVariableValueEquals(Fact.CASE_ID, caseId.value()));
    var task = tasks.listPage(0, MOST).stream().filter(open -> form(open).takes(target)).findFirst().orElseThrow(() -> new PanelRefusedException(
        "Nothing at this meeting takes " + target + id.map(caseId -> " of case " + caseId).orElse("") + " from you now; expected an open task of yours"));
    try {
      var form = form(task);
      var answers = new HashMap<String, Object>(byKey);
      form.byKey(byTarget).forEach((key, value) -> {
        if (answers.putIfAbsent(key, value) != null) {
          throw new BadInputException("answers." + key + " says again what the body says itself; expected it in one place");
        }
      });
      var faults = FormRules.check(form, answers, taskService.getVariables(task.getId()), WorkingCalendar.day(clock.instant()), contract);
      if (!faults.isEmpty()) {
        throw new FormAnswersRefusedException(form.id(), faults);
      }
      formService.submitTaskForm(task.getId(), answers);
    } catch (ProcessEngineException e) {
      if (e.getCause() instanceof PanelRefusedException) {
        throw new PanelRefusedException(e.getCause().getMessage());
      }
      if (e instanceof OptimisticLockingException || taskService.createTaskQuery().taskId(task.getId()).count() == 0) {
        throw new PanelRefusedException("Somebody else answered '" + task.getName() + "' at the same time and was first; nothing of this was stored");
      }
      throw e instanceof AuthorizationException ? NotAllowedException.notOffered(task.getName()) : e;
    }
  }

  private FormDefinition form(Task task) {
    return packs.ofProcess(task.getProcessDefinitionId()).form(task.getCamundaFormRef().getKey());
  }
}
