package org.baton.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.beans.FeatureDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * One model by itself, on an engine with nothing behind it: what its steps call is noted, and answered as the test says. Decisions of
 * shared models are Warwickshire's; in place of another process that it calls, somebody says how that went.
 */
abstract class ModelTest {

  private static final ProcessEngine ENGINE = engine();
  private static final Calls CALLS = new Calls();

  private final String folder;
  private final String process;
  private final String model;
  private final List<String> tables;
  private final List<String> called;
  private ProcessInstance run;

  /**
   * @param folder {@code shared}, or the authority's
   * @param process its id; the file is named after it
   * @param tables files of the decisions that it asks
   * @param called the processes that it calls
   */
  ModelTest(String folder, String process, List<String> tables, List<String> called) {
    this.folder = folder;
    this.process = process;
    this.model = process.replaceAll("([A-Z])", "-$1").toLowerCase() + ".bpmn";
    this.tables = tables;
    this.called = called;
  }

  @BeforeEach
  void deploy() {
    BpmnAwareTests.init(ENGINE);
    CALLS.forget();
    var deployment = ENGINE.getRepositoryService().createDeployment().addModelInstance(model, Bpmn.readModelFromFile(Path.of("bpmn", folder, model).toFile()));
    tables.forEach(table -> deployment.addInputStream(table, bytes(Path.of("dmn", folder.equals("shared") ? "warwickshire" : folder, table))));
    called.forEach(other -> deployment.addModelInstance(other + ".bpmn", Bpmn.createExecutableProcess(other).camundaHistoryTimeToLive(1).startEvent()
        .userTask().name(other).endEvent().done()));
    deployment.deploy();
  }

  @AfterEach
  void takeAway() {
    ENGINE.getRepositoryService().createDeploymentQuery().list().forEach(deployment -> ENGINE.getRepositoryService().deleteDeployment(deployment.getId(), true));
    ClockUtil.reset();
  }

  /** What the call sets the next time, for example {@code when("panel.nextItem", with("moreItems", true))}; said twice, one after the other. */
  void when(String call, Map<String, Object> facts) {
    CALLS.answers.computeIfAbsent(call, any -> new ArrayDeque<>()).add(facts);
  }

  void start(Map<String, Object> facts) {
    run = ENGINE.getRuntimeService().startProcessInstanceByKey(process, facts);
    goOn();
  }

  /** Completes the open task of that label. */
  void done(String label, Map<String, Object> facts) {
    ENGINE.getTaskService().complete(task(label).getId(), facts);
    goOn();
  }

  /** The instant of the timer on that task comes. */
  void timeComes(String label) {
    var timers = ENGINE.getManagementService().createJobQuery().timers().processInstanceId(task(label).getProcessInstanceId()).list();
    assertThat(timers).as("timers at '%s'", label).hasSize(1);
    ENGINE.getManagementService().executeJob(timers.get(0).getId());
    goOn();
  }

  /** The labels of what is open. */
  List<String> open() {
    return ENGINE.getTaskService().createTaskQuery().list().stream().map(Task::getName).sorted().toList();
  }

  /** The groups that the open task of that label is offered to. */
  List<String> offered(String label) {
    return ENGINE.getTaskService().getIdentityLinksForTask(task(label).getId()).stream().map(link -> link.getGroupId()).sorted().toList();
  }

  /** Ended, by the steps and events with these labels, in this order. */
  void endedBy(String... labels) {
    BpmnAwareTests.assertThat(run).isEnded();
    assertThat(path()).containsExactly(labels);
  }

  /** The labels of the model's steps and events that were passed or are waited at, in order. */
  List<String> path() {
    return ENGINE.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(run.getId()).orderPartiallyByOccurrence().asc().list().stream()
        .filter(step -> !step.getActivityType().contains("ateway")).map(HistoricActivityInstance::getActivityName).filter(Objects::nonNull).toList();
  }

  /** What was called, with its literals, groups and dates left out: {@code notices.send minutes}. */
  List<String> calls() {
    return List.copyOf(CALLS.noted);
  }

  static Map<String, Object> with(Object... keysAndValues) {
    var facts = new HashMap<String, Object>();
    for (var i = 0; i < keysAndValues.length; i += 2) {
      facts.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return facts;
  }

  private Task task(String label) {
    var tasks = ENGINE.getTaskService().createTaskQuery().taskName(label).list();
    assertThat(tasks).as("open tasks '%s' among %s", label, open()).hasSize(1);
    return tasks.get(0);
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

  /** Stands for every bean. */
  private static final class Calls extends ELResolver {

    private record Bean(String name) {}

    private final List<String> noted = new ArrayList<>();
    private final Map<String, Deque<Map<String, Object>>> answers = new HashMap<>();

    void forget() {
      noted.clear();
      answers.clear();
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
      if (base != null) {
        return null;
      }
      context.setPropertyResolved(true);
      return new Bean((String) property);
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
      context.setPropertyResolved(true);
      var bean = ((Bean) base).name();
      var literals = Arrays.stream(arguments).skip(1).map(String::valueOf).collect(Collectors.joining(" "));
      if (bean.equals("roles")) {
        return literals;
      }
      if (bean.equals("deadlines")) {
        return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(1)));
      }
      noted.add((bean + "." + method + " " + literals).strip());
      var answer = answers.get(bean + "." + method);
      if (answer != null && !answer.isEmpty()) {
        ((DelegateExecution) arguments[0]).setVariables(answer.poll());
      }
      return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
      return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
      throw new IllegalStateException("'" + property + "' is set by no expression");
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
      return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
      return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
      return Object.class;
    }
  }
}
