package org.baton.panel;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.protocol.ApiInput;
import org.baton.protocol.Fact;
import org.baton.protocol.FormDate;
import org.baton.protocol.FormStore;
import org.baton.protocol.Markdown;
import org.baton.protocol.Packs;
import org.baton.protocol.Profile;
import org.springframework.stereotype.Component;

/**
 * Takes what forms say at and around a sitting to the panels.
 *
 * <p>Targets: {@code panel.attendance} (rows of {@code attendance.name/service/role/remote}), {@code panel.screening} (rows of
 * {@code screening.case/decision/reason}), {@code panel.outcome}, {@code panel.service} and {@code panel.reasons} (a decision by
 * agreement, or by the chair where {@code panel.reachedBy} says so), {@code panel.votes} (rows of {@code vote.voter/service/choice}),
 * {@code panel.accepted}, {@code panel.actions} (rows of {@code action.what/responsible/due}), {@code panel.openActions} (rows of
 * {@code action.id/state/report}), {@code panel.signOff} (rows of {@code decision.case/box/signed}), {@code panel.note.<kind>} (a text, or rows of {@code note.case/who/entry}),
 * {@code panel.minutes}, {@code panel.extraOn/extraAt/extraTakes} (a sitting beside the series), {@code panel.sittingOn/sittingChange/newOn/newAt/changeReason}
 * (one that is moved or cancelled) and {@code panel.waive} (a late referral that is let in).
 */
@Component
class PanelForms implements FormStore {

  /** Screened so, a case keeps its place on the agenda. */
  private static final Set<String> HEARD = Set.of("LIST", "CLARIFY");
  /** Targets of notes begin so; the rest is their kind. */
  private static final String NOTES = "panel.note.";
  /** What was noted of a kind is shown by this and the kind. */
  private static final String NOTED = "panel.noted.";

  /** What {@link #store} keeps; the fields that only show what a row is about are named with it. */
  private static final Set<String> TARGETS = Set.of("panel.attendance", "panel.attendance/attendance.name", "panel.attendance/attendance.service",
      "panel.attendance/attendance.role", "panel.attendance/attendance.remote", "panel.attendance/attendance.hasRead", "panel.screening",
      "panel.screening/screening.case", "panel.screening/screening.decision", "panel.screening/screening.reason", "panel.screening/screening.children",
      "panel.outcome", "panel.service", "panel.reasons", "panel.accepted", "panel.votes", "panel.votes/vote.voter", "panel.votes/vote.service",
      "panel.votes/vote.choice", "panel.actions", "panel.actions/action.what", "panel.actions/action.responsible", "panel.actions/action.due",
      "panel.openActions", "panel.openActions/action.id", "panel.openActions/action.about", "panel.openActions/action.state",
      "panel.openActions/action.report", "panel.signOff", "panel.signOff/decision.case", "panel.signOff/decision.children", "panel.signOff/decision.box",
      "panel.signOff/decision.signed", NOTES + "*", NOTES + "*/note.case", NOTES + "*/note.about", NOTES + "*/note.who", NOTES + "*/note.entry",
      "panel.minutes", "panel.extraOn", "panel.extraAt", "panel.extraTakes", "panel.sittingOn", "panel.sittingChange", "panel.newOn", "panel.newAt",
      "panel.changeReason", "panel.waive");
  private static final Set<String> SHOWS = Set.of("panel.meeting", "panel.screening", "panel.agenda", "panel.attendance", "panel.sheet", "panel.openActions",
      "panel.items", "panel.openCases", "panel.notRead", "panel.present", "panel.votes", "panel.comingSitting", "panel.warnings",
      "panel.serviceDescriptions", "panel.reviewRows", "panel.memberRow", "panel.clarification", "panel.clarified", "panel.signOff", "panel.minutes",
      "panel.decision", NOTED + "*");

  private final Panels panels;
  private final Programme programme;
  private final Members members;
  private final CaseFile cases;
  private final Packs packs;
  private final Clock clock;

  PanelForms(Panels panels, Programme programme, Members members, CaseFile cases, Packs packs, Clock clock) {
    this.programme = programme;
    this.members = members;
    this.clock = clock;
    this.panels = panels;
    this.cases = cases;
    this.packs = packs;
  }

  @Override
  public Set<String> homes() {
    return Set.of("panel", "attendance", "screening", "vote", "action", "note", "decision");
  }

  @Override
  public Set<String> targets() {
    return TARGETS;
  }

  @Override
  public Set<String> shows() {
    return SHOWS;
  }

  @Override
  public Map<String, Object> store(Submission submission, Map<String, Object> answers) {
    var meetingId = submission.fact(Fact.MEETING_ID).orElse(null);
    if (answers.containsKey("panel.attendance")) {
      panels.signIn(meetingId, rows(answers, "panel.attendance").stream().map(row -> new Attendee(text(row, "attendance.name"),
          text(row, "attendance.service"), text(row, "attendance.role"), Boolean.TRUE.equals(row.get("attendance.remote")),
          Boolean.TRUE.equals(row.get("attendance.hasRead")))).toList());
    }
    rows(answers, "panel.screening").forEach(row -> {
      var decision = text(row, "screening.decision");
      var of = new CaseId(text(row, "screening.case"));
      panels.screen(meetingId, of, HEARD.contains(decision) ? null : decision, text(row, "screening.reason"));
      if ("CLARIFY".equals(decision)) {
        panels.note(meetingId, of, "CLARIFICATION", null, Optional.ofNullable(text(row, "screening.reason")).orElseThrow(() -> new PanelRefusedException(
            "Case " + of + " is to be cleared up, but screening.reason says not what; expected what to ask the referrer")));
      }
    });
    var itemId = submission.fact(Fact.AGENDA_ITEM_ID).orElse(null);
    if (answers.containsKey("panel.votes")) {
      panels.vote(itemId, rows(answers, "panel.votes").stream()
          .map(row -> new Vote(text(row, "vote.voter"), text(row, "vote.service"), text(row, "vote.choice"))).toList());
    }
    var facts = new HashMap<String, Object>();
    if (answers.containsKey("panel.outcome")) {
      facts.put(Fact.PANEL_OUTCOME, text(answers, "panel.outcome"));
      panels.decide(itemId, text(answers, "panel.outcome"), Optional.ofNullable(text(answers, "panel.service")), "AGREEMENT", text(answers, "panel.reasons"),
          "YES".equals(text(answers, "panel.accepted")));
    }
    rows(answers, "panel.signOff").stream().filter(row -> "YES".equals(text(row, "decision.signed")))
        .forEach(row -> panels.signOff(meetingId, new CaseId(text(row, "decision.case")), text(row, "decision.box")));
    rows(answers, "panel.actions").forEach(row -> panels.charge(itemId, text(row, "action.what"), text(row, "action.responsible"),
        FormDate.of(text(row, "action.due"))));
    if (answers.containsKey("panel.extraOn")) {
      facts.put(Fact.MEETING_ID, programme.planExtra(submission.authority(), submission.fact(Fact.FORUM).orElseThrow(),
          date(answers, "panel.extraOn"), time(answers, "panel.extraAt")).id());
      if ("CARRIED_OVER".equals(text(answers, "panel.extraTakes"))) {
        panels.bringForward((String) facts.get(Fact.MEETING_ID));
      }
    }
    if (answers.containsKey("panel.sittingOn")) {
      facts.put(Fact.MEETING_ID, change(submission, answers));
    }
    if ("YES".equals(text(answers, "panel.waive"))) {
      var coming = panels.waiveCutOff(submission.fact(Fact.CASE_ID).map(CaseId::new).orElseThrow());
      facts.put(Fact.MEETING_ID, coming.id());
      facts.put(Fact.AGENDA_SETTLED, coming.state() != Meeting.State.PLANNED);
    }
    answers.keySet().stream().filter(path -> path.startsWith(NOTES)).forEach(path -> note(submission, path.substring(NOTES.length()).toUpperCase(), answers.get(path)));
    rows(answers, "panel.openActions").stream().filter(row -> text(row, "action.state") != null)
        .forEach(row -> panels.reportAction(submission.authority(), text(row, "action.id"), "DONE".equals(text(row, "action.state")), text(row, "action.report")));
    if (answers.containsKey("panel.minutes")) {
      panels.writeMinutes(meetingId, text(answers, "panel.minutes"));
    }
    return facts;
  }

  @Override
  public Optional<Object> show(Submission submission, String path) {
    var meetingId = submission.fact(Fact.MEETING_ID);
    return switch (path) {
      case "panel.meeting" -> meetingId.map(panels::meeting).map(this::heading);
      case "panel.screening" -> meetingId.map(id -> panels.agenda(id).stream()
          .filter(item -> item.state() == AgendaItem.State.PROPOSED || item.state() == AgendaItem.State.LISTED)
          .map(item -> row("case", item.caseId().value(), "children", children(item.caseId()), "decision", "LIST")).toList());
      case "panel.agenda" -> meetingId.map(id -> panels.agenda(id).stream().filter(item -> item.state() == AgendaItem.State.LISTED)
          .map(item -> item.position() + ". " + item.caseId() + " " + children(item.caseId())).collect(Collectors.joining("\n\n")));
      case "panel.attendance" -> meetingId.map(this::expected);
      case "panel.sheet" -> meetingId.map(id -> panels.present(id).stream()
          .map(one -> row("name", one.name(), "service", one.service(), "role", one.role(), "remote", one.remote())).toList());
      case "panel.openActions" -> meetingId.map(panels::meeting).map(meeting -> panels.openActions(meeting.authority(), meeting.forum()).stream()
          .map(action -> row("action", action.id(), "about", about(action))).toList());
      case "panel.items" -> meetingId.map(id -> panels.agenda(id).stream().filter(item -> item.state() == AgendaItem.State.HEARD)
          .map(item -> row("case", item.caseId().value(), "about", children(item.caseId()))).toList());
      case "panel.openCases" -> meetingId.map(panels::meeting).map(meeting -> panels.openCases(meeting.authority(), meeting.forum()).stream()
          .map(record -> record.id() + ", " + record.stage().toLowerCase() + record.allocatedService().map(service -> " with " + service).orElse(""))
          .collect(Collectors.joining("\n\n")));
      case "panel.notRead" -> meetingId.map(id -> panels.present(id).stream().filter(one -> !one.hasRead()).map(Attendee::name).collect(Collectors.joining(", ")));
      case "panel.present" -> meetingId.map(id -> panels.present(id).stream().map(one -> one.name() + ", " + packs.of(submission.deploymentId()).profile().service(one.service()).name())
          .collect(Collectors.joining("; ")));
      case "panel.votes" -> meetingId.map(id -> panels.present(id).stream()
          .filter(one -> panels.hasVote(id, one)).map(one -> row("voter", one.name(), "service", one.service())).toList());
      case "panel.comingSitting" -> submission.fact(Fact.CASE_ID).map(CaseId::new).map(cases::get)
          .flatMap(record -> record.forum().map(forum -> panels.plannedSitting(record.authority(), forum).map(this::heading)
              .orElse("None is planned yet; the series of the forum gives its day when the case is put on an agenda")));
      case "panel.warnings" -> meetingId.map(id -> String.join("\n\n", panels.warnings(id)));
      case "panel.serviceDescriptions" -> Optional.of(descriptions(submission));
      case "panel.reviewRows" -> meetingId.map(id -> panels.agenda(id).stream().filter(item -> item.state() == AgendaItem.State.LISTED)
          .map(item -> row("case", item.caseId().value(), "about", children(item.caseId()), "who", memberName(submission))).toList());
      case "panel.memberRow" -> Optional.of(List.of(row("who", memberName(submission))));
      case "panel.clarification" -> notes(submission, "CLARIFICATION");
      case "panel.clarified" -> notes(submission, "CLARIFIED");
      case "panel.signOff" -> meetingId.map(id -> panels.notPickedUp(id).stream().filter(decision -> decision.signedAt().isEmpty())
          .map(decision -> row("case", decision.caseId().value(), "children", children(decision.caseId()), "box", inWords(decision))).toList());
      case "panel.minutes" -> meetingId.map(id -> panels.meeting(id).minutes().orElseGet(() -> panels.draftMinutes(id)));
      case "panel.decision" -> submission.fact(Fact.CASE_ID).map(CaseId::new).flatMap(panels::latestDecision).map(this::inWords);
      default -> path.startsWith(NOTED) ? meetingId.map(id -> noted(id, submission, path.substring(NOTED.length()))) : Optional.empty();
    };
  }

  /** What was noted of that kind at the meeting at hand: about the case at hand, if one is, and about the whole sitting. */
  private String noted(String meetingId, Submission submission, String kind) {
    var of = submission.fact(Fact.CASE_ID).map(CaseId::new);
    return panels.notes(meetingId).stream().filter(note -> note.kind().equalsIgnoreCase(kind) && (note.caseId().isEmpty() || note.caseId().equals(of)))
        .map(note -> note.who().map(who -> who + ": ").orElse("") + note.entry()).collect(Collectors.joining("\n\n"));
  }

  /** What services offer by the table {@code serviceDescription}, which an authority may leave out; those without a current text say so. */
  private Markdown descriptions(Submission submission) {
    var pack = packs.of(submission.deploymentId());
    return new Markdown(pack.findTable("serviceDescription").map(table -> pack.profile().services().stream().filter(Profile.Service::leads)
        .map(service -> "- **" + Markdown.escape(service.name()) + "**: " + Markdown.escape(table.find(Map.of("service", service.id()))
            .flatMap(row -> row.optionalText("description").map(offered -> offered + row.optionalText("asOf").map(day -> " (" + day + ")").orElse("")))
            .orElse("no current description")))
        .collect(Collectors.joining("\n"))).orElse(""));
  }

  private String memberName(Submission submission) {
    return submission.fact(Fact.MEMBER_SERVICE).map(id -> packs.of(submission.deploymentId()).profile().service(id).name()).orElse("");
  }

  /** A note of the meeting at hand, or, for a case alone, of the one that last decided on it. */
  private void note(Submission submission, String kind, Object value) {
    var meetingId = submission.fact(Fact.MEETING_ID).or(() -> submission.fact(Fact.CASE_ID).map(CaseId::new)
        .flatMap(panels::latestDecision).map(PanelDecision::meetingId)).orElseThrow(() -> new PanelRefusedException(
            "A note of kind " + kind + " belongs to a meeting; expected a case that was at one"));
    var of = submission.fact(Fact.CASE_ID).map(CaseId::new).orElse(null);
    if (value instanceof List<?> rows) {
      rows(Map.of("rows", rows), "rows").stream().filter(row -> text(row, "note.entry") != null).forEach(row -> panels.note(meetingId,
          text(row, "note.case") == null ? of : onAgenda(meetingId, text(row, "note.case")), kind, text(row, "note.who"), text(row, "note.entry")));
    } else {
      panels.note(meetingId, of, kind, null, value.toString());
    }
  }

  /** Moves or cancels the sitting of the forum on that day. @return its id */
  private String change(Submission submission, Map<String, Object> answers) {
    var meeting = programme.on(submission.authority(), submission.fact(Fact.FORUM).orElseThrow(), date(answers, "panel.sittingOn"));
    if ("CANCEL".equals(text(answers, "panel.sittingChange"))) {
      panels.cancel(meeting.id(), text(answers, "panel.changeReason"));
    } else {
      programme.move(meeting.id(), date(answers, "panel.newOn"), time(answers, "panel.newAt"), text(answers, "panel.changeReason"));
    }
    return meeting.id();
  }

  /** What was noted of that kind about the case at hand, at this meeting or at one that did not come to it. */
  private Optional<Object> notes(Submission submission, String kind) {
    return submission.fact(Fact.CASE_ID).map(CaseId::new).map(of -> panels.meetingsOf(of).stream().flatMap(id -> panels.notes(id).stream())
        .filter(note -> note.kind().equals(kind) && note.caseId().equals(Optional.of(of))).map(MeetingNote::entry).collect(Collectors.joining("\n\n")));
  }

  private static LocalDate date(Map<String, Object> answers, String path) {
    return FormDate.of(text(answers, path));
  }

  private static LocalTime time(Map<String, Object> answers, String path) {
    try {
      return LocalTime.parse(text(answers, path));
    } catch (DateTimeParseException e) {
      throw new PanelRefusedException(path + " is " + ApiInput.named(text(answers, path)) + "; expected a time such as 10:00");
    }
  }

  private CaseId onAgenda(String meetingId, String text) {
    return panels.agenda(meetingId).stream().map(AgendaItem::caseId).filter(id -> id.value().equals(text.strip())).findFirst()
        .orElseThrow(() -> new PanelRefusedException("note.case is " + ApiInput.named(text) + "; expected a case on the agenda of this meeting"));
  }

  private String inWords(PanelDecision decision) {
    return decision.outcome() + decision.service().map(service -> " to " + cases.pack(decision.caseId()).profile().service(service).name()).orElse("")
        + ": " + decision.reasons();
  }

  private String about(Action action) {
    return action.caseId() + ": " + action.what() + " - " + action.responsible() + ", by " + action.dueOn()
        + (action.overdue(LocalDate.now(clock.withZone(WorkingCalendar.ZONE))) ? " (overdue)" : "");
  }

  private String heading(Meeting meeting) {
    var start = meeting.startsAt().atZone(WorkingCalendar.ZONE);
    return packs.of(meeting.deploymentId()).profile().forum(meeting.forum()).name() + ", " + start.toLocalDate() + " at " + start.toLocalTime();
  }

  private String children(CaseId id) {
    return cases.family(id).children().stream().map(child -> child.name()).collect(Collectors.joining(", "));
  }

  /** One row for each member of the forum, in the first seat that does not chair, to be filled in or taken out. */
  private Object expected(String meetingId) {
    var meeting = panels.meeting(meetingId);
    var seats = packs.of(meeting.deploymentId()).table("seat");
    var seat = seats.model().rules().stream().map(rule -> rule.inputs().get(0).replace("\"", "")).filter(one -> !seats.one(Map.of("seat", one)).yes("chairs"))
        .findFirst().orElseThrow();
    var rows = new ArrayList<Map<String, Object>>();
    members.of(meeting.authority(), meeting.forum()).forEach(member -> {
      var row = row("service", member.service(), "role", seat);
      member.name().ifPresent(name -> row.put("name", name));
      rows.add(row);
    });
    return rows;
  }

  private static Map<String, Object> row(Object... keysAndValues) {
    var row = new LinkedHashMap<String, Object>();
    for (var i = 0; i < keysAndValues.length; i += 2) {
      row.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return row;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> rows(Map<String, Object> answers, String path) {
    return (List<Map<String, Object>>) answers.getOrDefault(path, List.of());
  }

  private static String text(Map<String, Object> answers, String path) {
    return Optional.ofNullable(answers.get(path)).map(Object::toString).filter(text -> !text.isBlank()).orElse(null);
  }
}
