package org.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.casefile.CaseId;
import org.baton.casefile.chronology.ChronologyEntry;
import org.baton.casefile.holder.HolderPeriod;
import org.baton.casefile.plan.Plan;
import org.baton.deadline.Deadline;
import org.baton.notice.Notice;
import org.baton.panel.sitting.Meeting;
import org.baton.records.Records;
import org.baton.support.Story;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;

/** What is true of a case at a point of a story. */
abstract class StoryFacts extends Story {

  private static final String NONE = "none";

  @Autowired private Records records;

  /** Everything that the story says is true of the case now. */
  void require(StoryFile.Expected expected, CaseId id) {
    var record = cases.get(id);
    require("number", expected.number(), id.value().substring(0, expected.number() == null ? 0 : Math.min(expected.number().length(), id.value().length())));
    require("holder", expected.holder(), record.holder());
    require("holders", expected.holders(), holders.of(id).stream().map(HolderPeriod::holder).toList());
    require("service", expected.service(), record.allocatedService().orElse(NONE));
    require("lead", expected.lead(), record.leadProfessional().orElse(NONE));
    require("outcome", expected.outcome(), record.outcome().orElse(NONE));
    requireTasks(expected, id);
    requireMeeting(expected, id);
    require("agendas", expected.agendas(), agendas(id));
    require("plan", expected.plan(), plans.of(id).map(Plan::aim).orElse(NONE));
    require("decision", expected.decision(), decision(id));
    require("due", expected.due(), all(id).collect(Collectors.toMap(Deadline::name, deadline -> inLondon(deadline.dueAt()), (one, later) -> later)));
    require("deadlines", expected.deadlines(), all(id).collect(Collectors.toMap(Deadline::name, deadline -> deadline.state().name(), (one, later) -> later)));
    require("answers", expected.answers(), answers.latest(id));
    require("records", expected.records(), records.of(id).stream().map(entry -> entry.system() + " " + entry.kind()).toList());
    requireTexts("entered", expected.entered(), jdbc.sql("select e.content from embedded_record e join record_entry r on r.entry_key = e.entry_key where r.case_id = ?")
        .param(id.value()).query(String.class).list());
    requireTexts("chronology", expected.chronology(), chronology.of(id).stream().map(ChronologyEntry::entry).toList());
    if (expected.minutes() != null) {
      requireTexts("minutes", expected.minutes(), List.of(minutes.draft(decidedAt(id).id())));
    }
    requireNotices(expected, id);
  }

  /** When the case's deadline of that name, or that of a meeting that it stands or stood on the agenda of, is due. */
  Instant due(CaseId id, String name) {
    return all(id).filter(deadline -> deadline.name().equals(name)).reduce((one, later) -> later).map(Deadline::dueAt)
        .orElseThrow(() -> new AssertionError("No deadline '" + name + "' among " + all(id).map(Deadline::name).distinct().toList()));
  }

  private void requireTasks(StoryFile.Expected expected, CaseId id) {
    if (expected.tasks() != null) {
      assertThat(open(id)).as("tasks").containsExactlyInAnyOrderElementsOf(expected.tasks());
    }
    if (expected.meetingTasks() != null) {
      assertThat(tasksOf(sittingOf(id))).extracting(Task::getName).as("meeting tasks").containsExactlyInAnyOrderElementsOf(expected.meetingTasks());
    }
    require("offered", expected.offered(), byLabel(id, task -> taskService.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).sorted().toList()));
    if (expected.notOffered() != null) {
      assertThat(allTasks(id)).extracting(Task::getName).as("not offered").doesNotContainAnyElementsOf(expected.notOffered());
    }
    if (expected.shown() != null) {
      expected.shown().forEach((label, texts) -> requireShown(label, texts, shownTo(task(label, id))));
    }
    require("descriptions", expected.descriptions(), byLabel(id, task -> Optional.ofNullable(task.getDescription()).orElse(NONE)));
  }

  /** What is so of each open task of the case and of its meetings, by label. */
  private <T> Map<String, T> byLabel(CaseId id, Function<Task, T> what) {
    return allTasks(id).stream().collect(Collectors.toMap(Task::getName, what, (one, later) -> later));
  }

  /** Open tasks of the case and of the meetings that it stands or stood on the agenda of. */
  List<Task> allTasks(CaseId id) {
    var open = new LinkedHashMap<String, Task>();
    tasksOf(id).forEach(task -> open.put(task.getId(), task));
    agenda.meetingsOf(id).stream().distinct().forEach(meeting -> tasksOf(sittings.get(meeting)).forEach(task -> open.put(task.getId(), task)));
    return new ArrayList<>(open.values());
  }

  /** The one open task of that label, of the case or of a meeting of it. */
  abstract Task task(String label, CaseId id);

  /** What the notice table calls letters and messages, and the one that supervisors get. */
  abstract Set<String> letterNames();

  /** What the form of the task shows to whoever holds it, by the key of a field or of a place in a text. */
  abstract Map<String, String> shownTo(Task task);

  private static void requireShown(String label, Map<String, List<String>> expected, Map<String, String> shown) {
    expected.forEach((key, texts) -> {
      assertThat(shown.keySet()).as("keys that the form of '%s' shows", label).contains(key);
      assertThat(shown.get(key)).as("%s of '%s'", key, label).contains(texts);
    });
  }

  private void requireMeeting(StoryFile.Expected expected, CaseId id) {
    if (expected.meeting() == null) {
      return;
    }
    var waiting = agenda.openItem(id).map(item -> sittings.get(item.meetingId()));
    require("meeting", expected.meeting(), waiting.map(StoryFacts::meeting).orElse(Map.of("starts", NONE)));
  }

  private List<String> agendas(CaseId id) {
    return agenda.meetingsOf(id).stream().map(meeting -> inLondon(sittings.get(meeting).startsAt()) + " " + agenda.item(meeting, id).orElseThrow().state()).toList();
  }

  private static Map<String, String> meeting(Meeting meeting) {
    return Map.of("forum", meeting.forum(), "starts", inLondon(meeting.startsAt()), "preMeet", inLondon(meeting.preMeetAt()), "cutOff", inLondon(meeting.cutOffAt()));
  }

  private Map<String, String> decision(CaseId id) {
    return decisions.latest(id).map(decision -> Map.of("outcome", decision.outcome(), "service", decision.service().orElse(NONE), "reachedBy", decision.reachedBy()))
        .orElse(Map.of("outcome", NONE));
  }

  private Stream<Deadline> all(CaseId id) {
    return Stream.concat(deadlineLists.ofCase(id).stream(), agenda.meetingsOf(id).stream().distinct().flatMap(meeting -> deadlineLists.ofMeeting(meeting).stream()));
  }

  private void requireNotices(StoryFile.Expected expected, CaseId id) {
    Stream.of(expected.told(), expected.sentTo(), expected.letters()).filter(Objects::nonNull).flatMap(named -> named.keySet().stream())
        .forEach(name -> assertThat(letterNames()).as("letters that the notice table names, of which '%s' is to be one", name).contains(name));
    var written = written(id);
    if (expected.told() != null) {
      expected.told().forEach((name, times) -> assertThat(written.getOrDefault(name, List.of()).size()).as("how often '%s' of %s was told", name, written.keySet()).isEqualTo(times));
    }
    if (expected.sentTo() != null) {
      expected.sentTo().forEach((name, addresses) -> assertThat(written.getOrDefault(name, List.of()).stream().flatMap(notice -> Stream.of(notice.recipient().split(", "))))
          .as("to whom '%s' of %s was sent", name, written.keySet()).containsExactlyInAnyOrderElementsOf(addresses));
    }
    if (expected.letters() != null) {
      expected.letters().forEach((name, texts) -> requireTexts("letter '" + name + "'", texts, written.getOrDefault(name, List.of()).stream().map(this::said).toList()));
    }
  }

  /** What was written about the case, and about the meetings that it stands or stood on the agenda of, by name. */
  private Map<String, List<Notice>> written(CaseId id) {
    var ofMeetings = agenda.meetingsOf(id).stream().distinct().flatMap(meeting -> deliveries.ofMeeting(meeting).stream()).filter(notice -> notice.caseId().isEmpty());
    return Stream.concat(deliveries.of(id).stream(), ofMeetings).collect(Collectors.groupingBy(Notice::name));
  }

  /** The letter that is enclosed and protected, else the message itself; lines joined. */
  private String said(Notice notice) {
    try {
      var text = sent(notice).getContent() instanceof MimeMultipart ? letter(notice) : sent(notice).getContent().toString();
      return text.replaceAll("\\s+", " ");
    } catch (IOException | MessagingException e) {
      throw new AssertionError("The letter '" + notice.name() + "' cannot be read", e);
    }
  }

  private static void requireTexts(String what, List<String> texts, List<String> said) {
    if (texts != null) {
      texts.forEach(text -> assertThat(said).as("%s, one of which is to say: %s", what, text).anyMatch(one -> one.contains(text)));
    }
  }

  private static void require(String what, Object expected, Object is) {
    if (expected != null) {
      assertThat(is).as(what).isEqualTo(expected);
    }
  }

  /** Of the things that the story names; others can be there too. */
  private static void require(String what, Map<String, ?> expected, Map<String, ?> are) {
    if (expected != null) {
      expected.forEach((name, value) -> assertThat(are.containsKey(name) ? are.get(name) : NONE).as("%s of %s", name, what).isEqualTo(value));
    }
  }

  private static String inLondon(Instant instant) {
    return LocalDateTime.ofInstant(instant, LONDON).toString();
  }
}
