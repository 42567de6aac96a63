package org.baton.platform;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What one transaction of the engine may do at most, so that a model that loops, calls itself or multiplies a step ends with an error and
 * an incident of its own, and takes no other authority's work down with it.
 */
class RunTimeLimits extends AbstractBpmnParseListener {

  /** Steps begun in one transaction; the longest of the shipped models begins some dozens. */
  static final int STEPS = 2_000;
  /** Processes that call each other. */
  static final int DEPTH = 20;
  /** Instances of one step that is done once for each of something. */
  static final int INSTANCES = 500;

  @Override
  public void parseRootElement(Element root, List<ProcessDefinitionEntity> processes) {
    processes.forEach(process -> {
      process.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) RunTimeLimits::checkDepth);
      watch(process);
    });
  }

  private static void watch(ScopeImpl scope) {
    for (ActivityImpl activity : scope.getActivities()) {
      activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) RunTimeLimits::count, 0);
      if (activity.getActivityBehavior() instanceof MultiInstanceActivityBehavior many) {
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> checkInstances(many, execution));
      }
      watch(activity);
    }
  }

  private static void count(DelegateExecution execution) {
    if (++Context.getCommandContext().getSession(Steps.class).begun > STEPS) {
      throw tooMuch(execution, "more than " + STEPS + " steps were begun without a person, a timer or a message in between");
    }
  }

  private static void checkDepth(DelegateExecution execution) {
    var depth = 0;
    for (var caller = ((ExecutionEntity) execution).getSuperExecution(); caller != null; caller = caller.getProcessInstance().getSuperExecution()) {
      depth++;
    }
    if (depth > DEPTH) {
      throw tooMuch(execution, "more than " + DEPTH + " processes call each other");
    }
  }

  private static void checkInstances(MultiInstanceActivityBehavior many, DelegateExecution execution) {
    var times = value(many.getLoopCardinalityExpression(), execution) instanceof Number number ? number.longValue()
        : Math.max(size(value(many.getCollectionExpression(), execution)),
            many.getCollectionVariable() == null ? 0 : size(execution.getVariable(many.getCollectionVariable())));
    if (times > INSTANCES) {
      throw tooMuch(execution, "the step is to be done " + times + " times; expected at most " + INSTANCES);
    }
  }

  private static Object value(Expression expression, DelegateExecution execution) {
    if (expression == null) {
      return null;
    }
    var value = expression.getValue(execution);
    return value instanceof String text && text.matches("\\d{1,18}") ? (Object) Long.valueOf(text) : value;
  }

  private static int size(Object value) {
    return value instanceof Collection<?> all ? all.size() : 0;
  }

  private static ProcessEngineException tooMuch(DelegateExecution execution, String why) {
    var process = ((ExecutionEntity) execution).getProcessDefinition().getKey();
    return new ProcessEngineException("Process '" + process + "' is stopped at '" + execution.getCurrentActivityId() + "': " + why);
  }

  /** Counts the steps of one transaction. */
  static final class Steps implements Session {

    private int begun;

    @Override
    public void flush() {
      // Nothing of it is stored.
    }

    @Override
    public void close() {
      // Nothing is held open.
    }
  }

  static final class StepsOfEachCommand implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return Steps.class;
    }

    @Override
    public Session openSession() {
      return new Steps();
    }
  }
}
