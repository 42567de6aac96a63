package org.baton.platform;

import java.util.Date;
import java.util.regex.Pattern;
import org.baton.casefile.CaseId;
import org.baton.casefile.run.Runs;
import org.baton.deadline.Deadlines;
import org.baton.protocol.Fact;
import org.baton.protocol.PackFiles;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * What every model gets without asking: forms are checked and stored, deadlines open and end with their activity, and the case knows
 * which processes run for it. A model cannot forget it, and nobody can skip it: built-in listeners run whatever a request asks for.
 */
class CaseParseListener extends AbstractBpmnParseListener {

  private static final Pattern DEADLINE = Pattern.compile("deadlines\\.due\\(\\s*execution\\s*,\\s*'([^']*)'");
  private static final String MAIN_RUN = "mainRun";

  private final FormGate forms;
  private final Deadlines deadlines;
  private final Runs runs;

  CaseParseListener(FormGate forms, Deadlines deadlines, Runs runs) {
    this.forms = forms;
    this.deadlines = deadlines;
    this.runs = runs;
  }

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity process) {
    checkStartForm(process);
    process.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::began);
    process.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::ended);
    process.setProperty(MAIN_RUN, "main".equals(property(element, "run")));
  }

  /** The instant of a duty has come, or the activity that it belongs to has ended. */
  @Override
  public void parseBoundaryTimerEventDefinition(Element definition, boolean interrupting, ActivityImpl timer) {
    var expression = DEADLINE.matcher(definition.element("timeDate").getText());
    if (!expression.find()) {
      return;
    }
    var name = expression.group(1);
    timer.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution ->
        deadlines.instantCame(Deadlines.activity(execution.getProcessInstanceId(), Context.getCommandContext().getCurrentJob().getExecutionId()), name));
    ((ActivityImpl) timer.getEventScope()).addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) execution -> {
      var activity = Deadlines.activity(execution.getProcessInstanceId(), execution.getId());
      if (execution.isCanceled()) {
        deadlines.activityLeft(activity, "The case went another way");
      } else {
        deadlines.activityDone(activity);
      }
    });
  }

  private void checkStartForm(ProcessDefinitionEntity process) {
    var form = process.getStartFormDefinition();
    var id = form == null || form.getCamundaFormDefinitionKey() == null ? null : form.getCamundaFormDefinitionKey().getExpressionText();
    process.setStartFormHandler(new CheckedStartForm(process.getStartFormHandler(), id));
  }

  /** Every user task: its form goes through the gate, its due date follows its deadline, its description says which clause asks for it. */
  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    var form = task.getFormDefinition().getCamundaFormDefinitionKey().getExpressionText();
    var clauses = property(element, "clauses");
    var place = PackFiles.fileOf(((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey()) + " " + activity.getId();
    task.setTaskFormHandler(new CheckedTaskForm(task.getTaskFormHandler(), form));
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, created -> {
      created.setDescription(forms.why(created.getProcessDefinitionId(), place, clauses));
      deadlines.earliest(Deadlines.activity(created.getProcessInstanceId(), created.getExecutionId())).map(Date::from).ifPresent(created::setDueDate);
      forms.show(form, created);
    });
    // Whoever claims a task that was open for a while sees things as they are now.
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, assigned -> {
      if (assigned.getAssignee() != null) {
        forms.show(form, assigned);
      }
    });
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE,
        completed -> forms.requirePassed(completed.getId(), "Task '" + completed.getTaskDefinitionKey() + "'"));
  }

  private void began(DelegateExecution execution) {
    var instance = (ExecutionEntity) execution;
    var called = instance.getSuperExecutionId() != null;
    var goesOn = forms.nobodyActs() && execution.hasVariable(Fact.CASE_ID);
    if (!called && !goesOn && instance.getProcessDefinition().getStartFormDefinition() != null
        && instance.getProcessDefinition().getStartFormDefinition().getCamundaFormDefinitionKey() != null) {
      forms.requirePassed(instance.getId(), "Process '" + instance.getProcessDefinition().getKey() + "'");
    }
    if (!called && execution.getVariable(Fact.CASE_ID) instanceof String caseId) {
      runs.began(new CaseId(caseId), execution.getProcessInstanceId(), instance.getProcessDefinition().getKey(),
          Boolean.TRUE.equals(instance.getProcessDefinition().getProperty(MAIN_RUN)));
    }
  }

  private void ended(DelegateExecution execution) {
    if (((ExecutionEntity) execution).getSuperExecutionId() == null) {
      runs.ended(execution.getProcessInstanceId());
    }
  }

  /** A {@code camunda:property} of the element itself; null if it has none of that name. */
  private static String property(Element element, String name) {
    var extensions = element.element("extensionElements");
    var properties = extensions == null ? null : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
    return properties == null ? null : properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property").stream()
        .filter(property -> name.equals(property.attribute("name"))).map(property -> property.attribute("value")).findFirst().orElse(null);
  }

  /** A start form that goes through the gate. @param id null for a process that people do not start */
  private final class CheckedStartForm implements StartFormHandler {

    private final StartFormHandler original;
    private final String id;

    CheckedStartForm(StartFormHandler original, String id) {
      this.original = original;
      this.id = id;
    }

    @Override
    public StartFormData createStartFormData(ProcessDefinitionEntity process) {
      return original.createStartFormData(process);
    }

    @Override
    public void parseConfiguration(Element element, DeploymentEntity deployment, ProcessDefinitionEntity process, BpmnParse parse) {
      original.parseConfiguration(element, deployment, process, parse);
    }

    @Override
    public void submitFormVariables(VariableMap sent, VariableScope scope) {
      var instance = (ExecutionEntity) scope;
      if (id == null) {
        throw new AuthorizationException(
            "Process '" + instance.getProcessDefinition().getKey() + "' has no start form: Baton begins it, people do not");
      }
      forms.submitStart(id, sent, instance);
    }
  }

  /** A task's form that goes through the gate. */
  private final class CheckedTaskForm implements TaskFormHandler {

    private final TaskFormHandler original;
    private final String id;

    CheckedTaskForm(TaskFormHandler original, String id) {
      this.original = original;
      this.id = id;
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
      return original.createTaskForm(task);
    }

    @Override
    public void parseConfiguration(Element element, DeploymentEntity deployment, ProcessDefinitionEntity process, BpmnParse parse) {
      original.parseConfiguration(element, deployment, process, parse);
    }

    @Override
    public void submitFormVariables(VariableMap sent, VariableScope scope) {
      forms.submitTask(id, sent, (TaskEntity) scope);
    }
  }
}
