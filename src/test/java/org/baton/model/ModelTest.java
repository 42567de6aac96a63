package org.baton.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/**
 * One model by itself, on an engine with nothing behind it: what its steps call is noted, and answered as the test says. Decisions of
 * shared models are Warwickshire's; in place of another process that it calls, somebody says how that went. The tests of a model leave
 * no step and no way out of a gateway untaken.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ModelTest {

  private static final Calls CALLS = new Calls();
  private static final Set<String> TAKEN = new HashSet<>();
  private static final Map<String, String> STAND_INS = new HashMap<>();
  private static final ProcessEngine ENGINE = engine();

  private final String folder;
  private final String process;
  private final String model;
  private final List<String> tables;
  private final List<String> called;
  private final Set<String> run = new HashSet<>();
  private final Set<String> passed = new HashSet<>();
  private ProcessInstance instance;

  /**
   * @param folder {@code shared}, or the authority's
   * @param process its id; the file is named after it
   * @param tables files of the decisions that it asks
   * @param called the processes that it calls
   */
  protected ModelTest(String folder, String process, List<String> tables, List<String> called) {
    this.folder = folder;
    this.process = process;
    this.model = process.replaceAll("([A-Z])", "-$1").toLowerCase() + ".bpmn";
    this.tables = tables;
    this.called = called;
  }

  @BeforeEach
  void deploy(TestInfo test) {
    run.add(test.getTestMethod().map(Method::getName).orElseThrow());
    BpmnAwareTests.init(ENGINE);
    CALLS.forget();
    TAKEN.clear();
    var deployment = ENGINE.getRepositoryService().createDeployment().addInputStream(model, bytes(file()));
    tables.forEach(table -> deployment.addInputStream(table, bytes(Path.of("dmn", folder.equals("shared") ? "warwickshire" : folder, table))));
    called.forEach(other -> deployment.addString(other + ".bpmn", STAND_INS.computeIfAbsent(other, ModelTest::standIn)));
    deployment.deploy();
  }

  @AfterEach
  void takeAway() {
    ENGINE.getHistoryService().createHistoricActivityInstanceQuery().finished().list().stream().filter(step -> !step.isCanceled())
        .forEach(step -> passed.add(step.getActivityId()));
    passed.addAll(TAKEN);
    ENGINE.getRepositoryService().createDeploymentQuery().list().forEach(deployment -> ENGINE.getRepositoryService().deleteDeployment(deployment.getId(), true));
    ClockUtil.reset();
  }

  /** Once every test of the class was run; whoever runs one of them alone is not bothered. */
  @AfterAll
  void every_step_was_passed_and_every_way_taken() {
    var tests = Arrays.stream(getClass().getDeclaredMethods()).filter(method -> method.isAnnotationPresent(Test.class)).map(Method::getName).collect(Collectors.toSet());
    if (!run.containsAll(tests)) {
      return;
    }
    var parts = Bpmn.readModelFromFile(file().toFile());
    var left = Stream.concat(parts.getModelElementsByType(FlowNode.class).stream(), parts.getModelElementsByType(SequenceFlow.class).stream())
        .map(FlowElement::getId).filter(id -> !passed.contains(id)).collect(Collectors.toCollection(TreeSet::new));
    assertThat(left).as("what no test of bpmn/%s/%s comes to", folder, model).isEmpty();
  }

  /** What the call sets the next time, for example {@code when("panel.nextItem", with("moreItems", true))}; said twice, one after the other. */
  protected void when(String call, Map<String, Object> facts) {
    CALLS.answer(call, facts);
  }

  /** What the call returns from now on; the engine reads it as often as it likes, so it is not among the {@link #calls()}. */
  protected void when(String call, List<String> list) {
    CALLS.answer(call, list);
  }

  protected void start(Object... keysAndValues) {
    instance = ENGINE.getRuntimeService().startProcessInstanceByKey(process, with(keysAndValues));
    goOn();
  }

  /** Completes the open task of that label, or says how the process of that id went. */
  protected void done(String label, Object... keysAndValues) {
    complete(task(label), keysAndValues);
  }

  /** Completes every open task of that label, for example one for each of a list. */
  protected void allDone(String label) {
    var tasks = ENGINE.getTaskService().createTaskQuery().taskName(label).list();
    assertThat(tasks).as("open tasks '%s' among %s", label, open()).isNotEmpty();
    tasks.forEach(this::complete);
  }

  /** The instant of the timer with that label comes; it is the deadline, or the instant, of that name. */
  protected void timeComes(String label, String deadline) {
    var model = ENGINE.getRepositoryService().getBpmnModelInstance(instance.getProcessDefinitionId());
    var events = model.getModelElementsByType(CatchEvent.class).stream().filter(event -> label.equals(event.getName()))
        .collect(Collectors.toMap(CatchEvent::getId, event -> event));
    var timers = ENGINE.getManagementService().createJobQuery().timers().list().stream().filter(timer -> events.containsKey(eventOf(timer))).toList();
    assertThat(timers).as("timers '%s'", label).hasSize(1);
    var due = (TimerEventDefinition) events.get(eventOf(timers.get(0))).getEventDefinitions().iterator().next();
    assertThat(due.getTimeDate().getTextContent()).as(label).contains("'" + deadline + "'");
    ENGINE.getManagementService().executeJob(timers.get(0).getId());
    goOn();
  }

  /** The message reaches the event of the run that waits for it. */
  protected void message(String name, Object... keysAndValues) {
    var waiting = ENGINE.getRuntimeService().createExecutionQuery().processInstanceId(instance.getId()).messageEventSubscriptionName(name).list();
    assertThat(waiting).as("events that wait for '%s'", name).hasSize(1);
    ENGINE.getRuntimeService().messageEventReceived(name, waiting.get(0).getId(), with(keysAndValues));
    goOn();
  }

  /** The labels of what is open. */
  protected List<String> open() {
    return ENGINE.getTaskService().createTaskQuery().list().stream().map(Task::getName).sorted().toList();
  }

  /** The groups that the open task of that label is offered to. */
  protected List<String> offered(String label) {
    return ENGINE.getTaskService().getIdentityLinksForTask(task(label).getId()).stream().map(link -> link.getGroupId()).sorted().toList();
  }

  /** What the open task of that label, or the process of that id, knows by that name. */
  protected Object known(String label, String fact) {
    return ENGINE.getTaskService().getVariable(task(label).getId(), fact);
  }

  /** A fact of the run, as it stands or stood at its end; null where nobody said it. */
  protected Object fact(String name) {
    var fact = ENGINE.getHistoryService().createHistoricVariableInstanceQuery().processInstanceId(instance.getId()).variableName(name).singleResult();
    return fact == null ? null : fact.getValue();
  }

  /** Ended, by the steps and events with these labels, in this order. */
  protected void endedBy(String... labels) {
    ended();
    assertThat(path()).containsExactly(labels);
  }

  protected void ended() {
    BpmnAwareTests.assertThat(instance).isEnded();
  }

  /** The labels of the model's steps and events that were passed or are waited at, in order; those that run beside each other in any. */
  protected List<String> path() {
    return ENGINE.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).orderPartiallyByOccurrence().asc().list().stream()
        .filter(step -> !step.getActivityType().contains("ateway") && !step.getActivityType().equals("multiInstanceBody"))
        .map(HistoricActivityInstance::getActivityName).filter(Objects::nonNull).toList();
  }

  /** What was called, with its literals, groups and dates left out: {@code notices.send minutes}. */
  protected List<String> calls() {
    return CALLS.noted();
  }

  protected static Map<String, Object> with(Object... keysAndValues) {
    var facts = new HashMap<String, Object>();
    for (var i = 0; i < keysAndValues.length; i += 2) {
      facts.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return facts;
  }

  private void complete(Task task, Object... keysAndValues) {
    ENGINE.getTaskService().complete(task.getId(), with(keysAndValues));
    goOn();
  }

  private Task task(String label) {
    var tasks = ENGINE.getTaskService().createTaskQuery().taskName(label).list();
    assertThat(tasks).as("open tasks '%s' among %s", label, open()).hasSize(1);
    return tasks.get(0);
  }

  private static String eventOf(Job timer) {
    return ENGINE.getManagementService().createJobDefinitionQuery().jobDefinitionId(timer.getJobDefinitionId()).singleResult().getActivityId();
  }

  private Path file() {
    return Path.of("bpmn", folder, model);
  }

  private static String standIn(String process) {
    return Bpmn.convertToString(Bpmn.createExecutableProcess(process).camundaHistoryTimeToLive(1).startEvent().userTask().name(process).endEvent().done());
  }

  private static void goOn() {
    for (var jobs = ENGINE.getManagementService().createJobQuery().messages().list(); !jobs.isEmpty(); jobs = ENGINE.getManagementService().createJobQuery().messages().list()) {
      jobs.forEach(job -> ENGINE.getManagementService().executeJob(job.getId()));
    }
  }

  private static InputStream bytes(Path file) {
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProcessEngine engine() {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("models");
    configuration.setJdbcUrl("jdbc:h2:mem:models;DB_CLOSE_DELAY=-1");
    configuration.setMetricsEnabled(false);
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new AbstractBpmnParseListener() {
      @Override
      public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl way) {
        way.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> TAKEN.add(way.getId()));
      }
    })));
    configuration.setExpressionManager(new JuelExpressionManager() {
      @Override
      protected ELResolver createElResolver() {
        var resolvers = new CompositeELResolver();
        resolvers.add(new VariableScopeElResolver());
        resolvers.add(CALLS);
        return resolvers;
      }
    });
    return configuration.buildProcessEngine();
  }
}
