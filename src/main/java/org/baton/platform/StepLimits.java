package org.baton.platform;

import java.lang.ref.WeakReference;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Bounds what one step of a case can set off: a model that goes round without a wait, or calls itself, fails with an incident instead of
 * taking the server down for everybody. The longest shipped way from wait to wait takes a few dozen steps.
 */
class StepLimits extends AbstractBpmnParseListener {

  static final int STEPS = 2_000;
  static final int DEPTH = 20;

  private final ThreadLocal<Count> counts = new ThreadLocal<>();

  private static final class Count {

    private final WeakReference<CommandContext> command;
    private int steps;

    Count(CommandContext command) {
      this.command = new WeakReference<>(command);
    }
  }

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity process) {
    process.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) StepLimits::checkDepth);
  }

  @Override
  public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
    flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) this::step);
  }

  private void step(DelegateExecution execution) {
    var command = Context.getCommandContext();
    var count = counts.get();
    if (count == null || count.command.get() != command) {
      count = new Count(command);
      counts.set(count);
    }
    if (++count.steps > STEPS) {
      counts.remove();
      throw new ProcessEngineException("Process '" + process(execution) + "' took more than " + STEPS + " steps without a wait, last at '"
          + execution.getCurrentActivityId() + "'; expected a way that comes to a person or a timer");
    }
  }

  private static void checkDepth(DelegateExecution execution) {
    var depth = 0;
    for (var caller = ((ExecutionEntity) execution).getSuperExecution(); caller != null; caller = caller.getProcessInstance().getSuperExecution()) {
      if (++depth > DEPTH) {
        throw new ProcessEngineException("Process '" + process(execution) + "' is called " + DEPTH + " levels deep; expected a process that does not call itself");
      }
    }
  }

  private static String process(DelegateExecution execution) {
    return ((ExecutionEntity) execution).getProcessDefinition().getKey();
  }
}
