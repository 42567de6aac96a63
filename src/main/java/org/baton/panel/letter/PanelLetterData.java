package org.baton.panel.letter;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.paper.CasePapers;
import org.baton.panel.action.ActionLog;
import org.baton.panel.agenda.Agenda;
import org.baton.panel.agenda.AgendaItem;
import org.baton.panel.decision.Decisions;
import org.baton.panel.decision.PanelDecision;
import org.baton.panel.member.Members;
import org.baton.panel.minutes.Minutes;
import org.baton.panel.note.MeetingNote;
import org.baton.panel.note.Notes;
import org.baton.panel.sitting.Meeting;
import org.baton.panel.sitting.Sittings;
import org.baton.protocol.Fact;
import org.baton.protocol.LetterData;
import org.baton.protocol.Moment;
import org.baton.protocol.Packs;
import org.springframework.stereotype.Component;

/** What letters say about a meeting and about what it decided on the case. */
@Component
class PanelLetterData implements LetterData {

  private static final DateTimeFormatter YEAR_FIRST = DateTimeFormatter.ofPattern("uuuu/MM/dd");

  private final Sittings sittings;
  private final Agenda agenda;
  private final Decisions decisions;
  private final Minutes minutes;
  private final Notes notes;
  private final Members members;
  private final ActionLog actions;
  private final CasePapers papers;
  private final Packs packs;
  private final CaseFile cases;

  PanelLetterData(Sittings sittings, Agenda agenda, Decisions decisions, Minutes minutes, Notes notes, Members members, ActionLog actions, CasePapers papers, Packs packs, CaseFile cases) {
    this.cases = cases;
    this.sittings = sittings;
    this.agenda = agenda;
    this.decisions = decisions;
    this.minutes = minutes;
    this.notes = notes;
    this.members = members;
    this.actions = actions;
    this.papers = papers;
    this.packs = packs;
  }

  @Override
  public Set<String> names() {
    return Set.of("outcome", "reasons", "decisionBox", "decidedOn", "listedFor", "memberPanel", "memberServiceName", "memberName", "memberReason", "programme", "meetingDay", "actions", "caseActions",
        "extract", "panel", "meetingDate", "cutOff", "preMeet", "agenda", "papers", "heard", "minutes", "changeReason", "venue", "action", "actionWho", "actionDue", "actionFollowUp");
  }

  @Override
  public Set<String> personal() {
    return Set.of("reasons", "decisionBox", "extract", "papers", "minutes", "actions", "caseActions", "action", "actionWho", "actionFollowUp");
  }

  @Override
  public Map<String, Moment> since() {
    return Map.ofEntries(Map.entry("outcome", Moment.DECISION), Map.entry("reasons", Moment.DECISION), Map.entry("decisionBox", Moment.DECISION), Map.entry("decidedOn", Moment.DECISION),
        Map.entry("listedFor", Moment.LISTING), Map.entry("panel", Moment.LISTING), Map.entry("meetingDate", Moment.LISTING), Map.entry("meetingDay", Moment.LISTING),
        Map.entry("cutOff", Moment.LISTING), Map.entry("preMeet", Moment.LISTING), Map.entry("agenda", Moment.LISTING), Map.entry("papers", Moment.LISTING),
        Map.entry("changeReason", Moment.LISTING), Map.entry("venue", Moment.LISTING), Map.entry("actions", Moment.SITTING), Map.entry("caseActions", Moment.SITTING), Map.entry("extract", Moment.SITTING), Map.entry("minutes", Moment.MINUTES),
        Map.entry("action", Moment.ACTION), Map.entry("actionWho", Moment.ACTION), Map.entry("actionDue", Moment.ACTION), Map.entry("actionFollowUp", Moment.ACTION));
  }

  @Override
  public Map<String, Object> data(Map<String, Object> facts) {
    var data = new HashMap<String, Object>();
    var decision = Optional.ofNullable((String) facts.get(Fact.CASE_ID)).map(CaseId::new).flatMap(decisions::latest);
    decision.ifPresent(made -> {
      data.put("outcome", cases.pack(made.caseId()).outcome(made.outcome()));
      data.put("reasons", made.reasons());
      data.put("decisionBox", made.told());
      data.put("decidedOn", made.decidedAt().atZone(WorkingCalendar.ZONE).toLocalDate().toString());
    });
    Optional.ofNullable((String) facts.get(Fact.MEETING_ID)).or(() -> listedFor(facts)).or(() -> decision.map(PanelDecision::meetingId))
        .flatMap(sittings::find)
        .ifPresent(meeting -> data.putAll(of(meeting, facts)));
    listedFor(facts).flatMap(sittings::find).ifPresent(meeting -> data.put("listedFor", when(meeting.startsAt())));
    Optional.ofNullable((String) facts.get(Fact.MEMBER_ID)).map(members::proposal).ifPresent(proposal -> {
      var profile = packs.current(proposal.authority()).profile();
      data.put("memberPanel", profile.forumName(proposal.forum()));
      data.put("memberServiceName", profile.serviceName(proposal.service()));
      data.put("memberName", proposal.name().orElse("colleagues"));
      data.put("memberReason", proposal.reason());
    });
    Optional.ofNullable((String) facts.get(Fact.ACTION_ID)).map(id -> actions.get((String) facts.get(LetterData.AUTHORITY), id)).ifPresent(action ->
        data.putAll(Map.of("action", action.what(), "actionWho", action.responsible(), "actionDue", action.dueOn().toString(), "actionFollowUp", action.followedUp().orElse(""))));
    Optional.ofNullable((Integer) facts.get("programmeYear")).ifPresent(year -> data.put("programme", programme(facts, year)));
    return data;
  }

  private Map<String, Object> of(Meeting meeting, Map<String, Object> facts) {
    var of = Optional.ofNullable((String) facts.get(Fact.CASE_ID)).map(CaseId::new);
    var listed = agenda.of(meeting.id()).stream().filter(item -> item.state() == AgendaItem.State.LISTED).toList();
    var data = new HashMap<String, Object>(Map.of("meetingDay", YEAR_FIRST.format(meeting.startsAt().atZone(WorkingCalendar.ZONE)),
        "actions", (Supplier<String>) () -> String.join("\n", minutes.actions(meeting.id())),
        "caseActions", (Supplier<String>) () -> of.map(id -> String.join("\n", minutes.actions(meeting.id(), id))).orElse(""),
        "extract", (Supplier<String>) () -> of.map(id -> minutes.extract(meeting.id(), id)).orElse("")));
    data.putAll(Map.of(
        "panel", packs.of(meeting.deploymentId()).profile().forumName(meeting.forum()),
        "meetingDate", when(meeting.startsAt()),
        "cutOff", when(meeting.cutOffAt()),
        "preMeet", when(meeting.preMeetAt()),
        "agenda", listed.stream().map(item -> item.position() + ". " + item.caseId()).collect(Collectors.joining("\n")),
        "papers", (Supplier<String>) () -> listed.stream().map(item -> papers.paper(item.caseId())).collect(Collectors.joining("\f")),
        "heard", Optional.ofNullable((String) facts.get(Fact.CASE_ID)).filter(id -> listed.stream().anyMatch(item -> item.caseId().value().equals(id))).isPresent(),
        "minutes", meeting.minutes().orElse(""),
        "changeReason", (Supplier<String>) () -> noted(meeting, Notes.CHANGE)));
    Optional.of(noted(meeting, "VENUE")).filter(venue -> !venue.isEmpty()).ifPresent(venue -> data.put("venue", venue));
    return data;
  }

  /** What was noted of that kind last; empty text before. */
  private String noted(Meeting meeting, String kind) {
    return notes.of(meeting.id()).stream().filter(note -> note.kind().equals(kind)).map(MeetingNote::entry).reduce("", (earlier, latest) -> latest);
  }

  private static String when(Instant instant) {
    var moment = instant.atZone(WorkingCalendar.ZONE);
    return moment.toLocalDate() + " at " + moment.toLocalTime();
  }

  /** The meeting on whose agenda the case stands. */
  private Optional<String> listedFor(Map<String, Object> facts) {
    return Optional.ofNullable((String) facts.get(Fact.CASE_ID)).map(CaseId::new).flatMap(agenda::openItem).map(AgendaItem::meetingId);
  }

  private String programme(Map<String, Object> facts, int year) {
    var authority = (String) facts.get(LetterData.AUTHORITY);
    var profile = packs.current(authority).profile();
    return sittings.of(authority).stream()
        .filter(meeting -> meeting.state() != Meeting.State.CANCELLED && WorkingCalendar.day(meeting.startsAt()).getYear() == year)
        .map(meeting -> when(meeting.startsAt()) + " - " + profile.forumName(meeting.forum()))
        .collect(Collectors.joining("\n"));
  }
}
