package org.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseId;
import org.baton.platform.demo.DemoUsers;
import org.baton.proof.ProofRecorder;
import org.baton.protocol.FormDefinition;
import org.baton.protocol.Pack;
import org.baton.support.Rest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Runs the stories of all packs, each step sent over the public REST APIs by the person whose group holds the task. */
class StoriesTest extends StoryFacts {

  private static final String KIND = "stories";

  @LocalServerPort private int port;

  private Pack pack;
  private final Map<String, CaseId> named = new HashMap<>();
  private CaseId last;

  /** {@code camden/smooth-step-down} */
  static List<String> stories() {
    return PackYaml.names(KIND);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stories")
  void it_goes_as_told(String name, TestReporter reporter) {
    var file = PackYaml.file(KIND, name);
    var story = StoryFile.read(file);
    ProofRecorder.publish(reporter, "Story: " + name + ": " + story.story(), story.clauses());
    assertThat(packs.authorities()).as("authorities in force; PackCheckTest says what refuses a pack").contains(name.split("/")[0]);
    pack = packs.current(name.split("/")[0]);
    PackYaml.requireKnown(pack, file, story.clauses());
    if (story.begins() != null) {
      it_is(story.begins());
    }
    for (var i = 0; i < story.steps().size(); i++) {
      var step = story.steps().get(i);
      try {
        take(step);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("Story '%s', step %d (%s): %s".formatted(name, i + 1, step, e.getMessage()), e);
      }
    }
  }

  private void take(StoryFile.Step step) {
    if (step.refer() != null) {
      refer(step);
    } else if (step.start() != null) {
      start(step);
    } else if (step.complete() != null) {
      complete(step);
    } else if (step.at() != null) {
      it_is(instant(step.at(), of(step)).plus(step.later() == null ? Duration.ZERO : Duration.parse(step.later())));
    } else {
      require(step.expect(), of(step));
    }
  }

  private void refer(StoryFile.Step step) {
    var answer = person(step.by()).post("/api/referrals", Map.of("authority", pack.authority(), "answers", usual().to(pack.form("referral"), Map.of(), filled(step.refer()))));
    if (taken(step, answer)) {
      last = new CaseId(answer.json().path("caseId").asText());
      if (step.named() != null) {
        named.put(step.named(), last);
      }
    }
  }

  private void start(StoryFile.Step step) {
    var process = repositoryService.createProcessDefinitionQuery().processDefinitionName(step.start()).tenantIdIn(pack.authority()).latestVersion().singleResult();
    assertThat(process).as("a process '%s' of %s", step.start(), pack.authority()).isNotNull();
    var path = "/engine-rest/process-definition/" + process.getId();
    var form = FormDefinition.read(person(step.by()).bytes(path + "/deployed-start-form"));
    taken(step, person(step.by()).post(path + "/submit-form", Rest.variables(usual().to(form, Map.of(), said(step)))));
  }

  private void complete(StoryFile.Step step) {
    var task = step.service() == null ? task(step.complete(), of(step)) : task(allTasks(of(step)).stream()
        .filter(one -> step.service().equals(taskService.getVariable(one.getId(), "memberService"))).toList(), step.complete());
    var person = step.by() == null ? holder(task) : person(step.by());
    var path = "/engine-rest/task/" + task.getId();
    assertThat(person.get(path).status()).as("whether %s sees '%s'", step.by() == null ? "who holds it" : step.by(), step.complete()).isEqualTo(200);
    var form = FormDefinition.read(person.bytes(path + "/deployed-form"));
    taken(step, person.post(path + "/submit-form", Rest.variables(usual().to(form, person.shown(task.getId()), said(step)))));
  }

  /** Whether it was; refused, it is so in the words of the story. */
  private boolean taken(StoryFile.Step step, Rest.Answer answer) {
    if (step.refused() != null) {
      assertThat(answer.status()).as("the status of what is refused with '%s' (below 300: it was taken)", step.refused()).isBetween(400, 499);
      assertThat(faults(answer)).as("what the refusal says").contains(step.refused());
      return false;
    }
    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    driver.runDueJobs();
    return true;
  }

  /** The same words for a referral, whose faults are listed, and for a task, whose faults are one text. */
  private static String faults(Rest.Answer answer) {
    var faults = StreamSupport.stream(answer.json().path("faults").spliterator(), false)
        .map(fault -> fault.path("field").asText() + ": got " + fault.path("value").asText() + ", expected " + fault.path("expected").asText()).toList();
    return faults.isEmpty() ? answer.text() : String.join("; ", faults);
  }

  @Override
  Set<String> letterNames() {
    return Stream.concat(pack.table("notice").model().rules().stream().flatMap(rule -> rule.names().stream()), Stream.of("deadlinePassed")).collect(Collectors.toSet());
  }

  @Override
  Task task(String label, CaseId id) {
    return task(allTasks(id).stream().filter(task -> !task.getName().equals(label) || isAbout(task, id)).toList(), label);
  }

  @Override
  Map<String, String> shownTo(Task task) {
    var path = "/engine-rest/task/" + task.getId();
    var file = holder(task).bytes(path + "/deployed-form");
    var text = new String(file, StandardCharsets.UTF_8);
    var form = FormDefinition.read(file);
    return holder(task).shown(task.getId()).entrySet().stream().filter(one -> text.contains("{{" + one.getKey() + "}}") || form.field(one.getKey()).isPresent())
        .collect(Collectors.toMap(Map.Entry::getKey, one -> String.valueOf(one.getValue())));
  }

  /** A task of a meeting may be about another of its cases. */
  private boolean isAbout(Task task, CaseId id) {
    var about = taskService.getVariable(task.getId(), "caseId");
    return about == null || about.equals(id.value());
  }

  /** The first demo user of one of the groups that the task is offered to. */
  private Rest holder(Task task) {
    var groups = taskService.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).sorted().toList();
    var role = pack.roles().stream().filter(one -> pack.groups(one).stream().anyMatch(groups::contains)).findFirst();
    assertThat(role).as("a role in one of the groups %s of '%s'", groups, task.getName()).isPresent();
    return person(role.get());
  }

  private Rest person(String role) {
    assertThat(pack.roles()).as("roles of %s", pack.authority()).contains(role);
    return Rest.as(DemoUsers.id(pack, role), port);
  }

  private UsualAnswers usual() {
    return new UsualAnswers(pack, WorkingCalendar.day(ClockUtil.getCurrentTime().toInstant()));
  }

  private CaseId of(StoryFile.Step step) {
    if (step.of() != null) {
      assertThat(named).as("cases named by 'refer'").containsKey(step.of());
      return named.get(step.of());
    }
    assertThat(last).as("a case that was referred").isNotNull();
    return last;
  }

  private Map<String, Object> said(StoryFile.Step step) {
    return step.answers() == null ? Map.of() : filled(step.answers());
  }

  /** With the numbers of cases for {@code {case}} and {@code {case <name>}}. */
  private Map<String, Object> filled(Map<String, Object> answers) {
    var filled = new LinkedHashMap<String, Object>();
    answers.forEach((key, value) -> filled.put(key, filled(value)));
    return filled;
  }

  @SuppressWarnings("unchecked")
  private Object filled(Object value) {
    if (value instanceof Map<?, ?> map) {
      return filled((Map<String, Object>) map);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::filled).toList();
    }
    if (value instanceof String text) {
      var filled = last == null ? text : text.replace("{case}", last.value());
      for (var one : named.entrySet()) {
        filled = filled.replace("{case " + one.getKey() + "}", one.getValue().value());
      }
      return filled;
    }
    return value;
  }

  private Instant instant(String at, CaseId id) {
    return switch (at) {
      case "sitting" -> sittingOf(id).startsAt();
      case "pre-meet" -> sittingOf(id).preMeetAt();
      case "cut-off" -> sittingOf(id).cutOffAt();
      default -> at.startsWith("due ") ? due(id, at.substring(4)) : london(at);
    };
  }
}
