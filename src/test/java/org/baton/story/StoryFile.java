package org.baton.story;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A tale of one authority as a file of its pack: who does what, and what is then true. The descriptions are the page {@code docs/stories.md}. */
record StoryFile(
    @JsonPropertyDescription("What it tells, one sentence") String story,
    @JsonPropertyDescription("What it proves, three at most; none for a tale of the whole") List<String> clauses,
    @JsonPropertyDescription("London date and time; left out, Monday 2 February 2026 at nine") String begins,
    @JsonPropertyDescription("What happens, one after the other") List<Step> steps) {

  StoryFile {
    clauses = clauses == null ? List.of() : List.copyOf(clauses);
    if (story == null || steps == null || steps.isEmpty() || clauses.size() > PackYaml.MOST_CLAUSES) {
      throw new IllegalArgumentException("A story says what it tells ('story'), at least one step ('steps'), and three clauses at most ('clauses')");
    }
    if (!clauses.isEmpty() && steps.stream().allMatch(step -> step.expect() == null && step.refused() == null)) {
      throw new IllegalArgumentException("A story that proves clauses says what is true ('expect') or 'refused' at least once");
    }
  }

  /** What is null is not said. */
  record Step(
      @JsonPropertyDescription("Somebody refers a case: answers to the referral form by field key. What it does not say and the form requires is answered with the first option or a plain text") Map<String, Object> refer,
      @JsonPropertyDescription("Somebody begins the process of that title, as Tasklist lists it, by its form") String start,
      @JsonPropertyDescription("Somebody completes the open task with that label, of the case or of a meeting that it stands or stood on the agenda of") String complete,
      @JsonPropertyDescription("Of `start` and `complete`: answers to the form by field key, completed likewise. `null` leaves a question open. Rows complete those that the form shows; one map in place of rows completes each of them. `{case}` and `{case <name>}` stand for numbers of cases") Map<String, Object> answers,
      @JsonPropertyDescription("It is that instant: London date and time, or `cut-off`, `pre-meet` or `sitting` of the meeting on whose agenda the case stands, or `due <deadline>`. What is due by then happens") String at,
      @JsonPropertyDescription("Of `at`: added to it, such as `PT1M` or `-PT1M`") String later,
      @JsonPropertyDescription("All of this is true now") Expected expect,
      @JsonPropertyDescription("The role of the person. Needed for `refer` and `start`; left out, a task is completed by whoever's group holds it") String by,
      @JsonPropertyDescription("Of `refer`: the name of the case for later steps") String named,
      @JsonPropertyDescription("The case that the step is about, by its name; left out, the one that was referred last") String of,
      @JsonPropertyDescription("Of `complete`: the service whose task it is, where several are asked the same") @JsonProperty("for") String service,
      @JsonPropertyDescription("The step is refused, in these words among others") String refused) {

    Step {
      if (Stream.of(refer, start, complete, at, expect).filter(Objects::nonNull).count() != 1) {
        throw new IllegalArgumentException("A step is one of 'refer', 'start', 'complete', 'at' and 'expect'");
      }
      if ((refer != null || start != null) && by == null) {
        throw new IllegalArgumentException("'refer' and 'start' say 'by' which role");
      }
    }

    @Override
    public String toString() {
      return refer != null ? "refer" : start != null ? "start " + start : complete != null ? "complete " + complete : at != null ? "at " + at : "expect";
    }
  }

  /** What is null is not looked at. */
  record Expected(
      @JsonPropertyDescription("How its number begins") String number,
      @JsonPropertyDescription("The service that holds it now") String holder,
      @JsonPropertyDescription("Every service that has held it, in order") List<String> holders,
      @JsonPropertyDescription("The service that it was allocated to, or `none`") String service,
      @JsonPropertyDescription("Its lead professional, or `none`") String lead,
      @JsonPropertyDescription("The outcome by which it was closed, or `none` while it is open") String outcome,
      @JsonPropertyDescription("The labels of all open tasks of the case itself, in any order") List<String> tasks,
      @JsonPropertyDescription("Likewise of the meeting on whose agenda it stands") @JsonProperty("meeting tasks") List<String> meetingTasks,
      @JsonPropertyDescription("Of open tasks, by label: the groups that may take it") Map<String, List<String>> offered,
      @JsonPropertyDescription("Labels that no open task has, of the case or of a meeting that it stands or stood on the agenda of") @JsonProperty("not offered") List<String> notOffered,
      @JsonPropertyDescription("Of open tasks, by label: the description, or `none`") Map<String, String> descriptions,
      @JsonPropertyDescription("Of open tasks, by label: by the key of a field or of a place in a text, texts each of which the form shows there to whoever holds the task") Map<String, Map<String, List<String>>> shown,
      @JsonPropertyDescription("`forum`, `starts`, `preMeet` and `cutOff` (London) of the meeting on whose agenda it stands; `{starts: none}` for no agenda") Map<String, String> meeting,
      @JsonPropertyDescription("Each meeting on whose agenda it has stood, in order: when it starts (London), and how it stands there, `PROPOSED`, `LISTED`, `HEARD`, `CARRIED_OVER` or `NOT_LISTED`, such as `2026-02-03T10:00 CARRIED_OVER`") List<String> agendas,
      @JsonPropertyDescription("How often each letter or message was written about it, or about a meeting that it stands or stood on the agenda of") Map<String, Integer> told,
      @JsonPropertyDescription("Of these letters and messages, by name: every address that they went to, in any order") @JsonProperty("sent to") Map<String, List<String>> sentTo,
      @JsonPropertyDescription("Likewise: texts, each of which one of them says") Map<String, List<String>> letters,
      @JsonPropertyDescription("`outcome`, `service` and `reachedBy` of the panel's last decision; `{outcome: none}` before") Map<String, String> decision,
      @JsonPropertyDescription("What its plan aims at now, or `none`") String plan,
      @JsonPropertyDescription("Its deadlines and those of its meetings, by name: when they are due, London date and time") Map<String, String> due,
      @JsonPropertyDescription("Likewise, by name: `OPEN`, `MET`, `MET_LATE` or `LAPSED`") Map<String, String> deadlines,
      @JsonPropertyDescription("The latest answers, by field key, as they are kept") Map<String, String> answers,
      @JsonPropertyDescription("Everything that was entered in systems of record, as `SYSTEM kind`, in order") List<String> records,
      @JsonPropertyDescription("Texts, each of which one of these entries says") List<String> entered,
      @JsonPropertyDescription("Texts, each of which stands in an entry of the chronology") List<String> chronology,
      @JsonPropertyDescription("Texts, each of which stands in the minutes of the meeting that it was last heard at") List<String> minutes) {}

  /** @throws IllegalArgumentException which names the file, the place in it and what was expected */
  static StoryFile read(Path file) {
    return PackYaml.read(file, StoryFile.class);
  }
}
