package org.baton.panel.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.casefile.CaseNotFoundException;
import org.baton.casefile.access.Access;
import org.baton.casefile.access.PanelAccess;
import org.baton.panel.PanelRefusedException;
import org.baton.panel.SittingForms;
import org.baton.panel.agenda.Agenda;
import org.baton.panel.agenda.AgendaItem;
import org.baton.panel.decision.Decisions;
import org.baton.panel.decision.PanelDecision;
import org.baton.panel.decision.Vote;
import org.baton.panel.decision.Votes;
import org.baton.panel.sitting.Attendance;
import org.baton.panel.sitting.Attendee;
import org.baton.panel.sitting.Meeting;
import org.baton.panel.sitting.Sittings;
import org.baton.protocol.ApiInput;
import org.baton.protocol.FormAnswersRefusedException;
import org.baton.protocol.FormRules;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Meetings for other screens than Tasklist. What is sent answers the task that waits for it, with its form's checks and the sender's
 * rights; where none waits, it is refused with 409 and nothing is changed.
 */
@RestController
@RequestMapping("/api/meetings")
@Tag(name = "Meetings")
class MeetingsResource {

  private static final int PAGE = 100;

  private final Sittings sittings;
  private final Agenda agenda;
  private final Attendance attendance;
  private final Votes votes;
  private final Decisions decisions;
  private final SittingForms forms;
  private final Access access;
  private final PanelAccess panelAccess;

  MeetingsResource(Sittings sittings, Agenda agenda, Attendance attendance, Votes votes, Decisions decisions, SittingForms forms, Access access, PanelAccess panelAccess) {
    this.sittings = sittings;
    this.agenda = agenda;
    this.attendance = attendance;
    this.votes = votes;
    this.decisions = decisions;
    this.forms = forms;
    this.access = access;
    this.panelAccess = panelAccess;
  }

  record MeetingView(String meetingId, String forum, Instant startsAt, Instant cutOffAt, Instant preMeetAt, Instant endedAt, Meeting.State state) {

    static MeetingView of(Meeting meeting) {
      return new MeetingView(meeting.id(), meeting.forum(), meeting.startsAt(), meeting.cutOffAt(), meeting.preMeetAt(),
          meeting.endedAt().orElse(null), meeting.state());
    }
  }

  record ItemView(int position, String caseId, AgendaItem.State state, List<Vote> votes, DecisionView decision) {}

  record DecisionView(String outcome, String service, String reachedBy, String reasons, Instant decidedAt) {

    static DecisionView of(PanelDecision decision) {
      return new DecisionView(decision.outcome(), decision.service().orElse(null), decision.reachedBy(), decision.reasons(), decision.decidedAt());
    }
  }

  record Sitting(MeetingView meeting, List<Attendee> present, List<ItemView> agenda) {}

  record Present(List<Attendee> present, Map<String, Object> answers) {}

  record Cast(List<Vote> votes, Map<String, Object> answers) {}

  /** @param outcome null where the answers say that none was agreed */
  record Decision(String outcome, String service, String reasons, Map<String, Object> answers) {}

  @GetMapping
  @Operation(summary = "The authority's meetings by their start, 100 a page", description = "after, afterId: start and id of the last meeting of the page before")
  List<MeetingView> list(
      @RequestParam(defaultValue = "") String forum, @RequestParam(defaultValue = "1970-01-01T00:00:00Z") Instant after,
      @RequestParam(defaultValue = "") String afterId) {
    panelAccess.requirePanel("forum", forum);
    return sittings.page(panelAccess.forums(), forum, ApiInput.instant("after", after), afterId, PAGE).stream().map(MeetingView::of).toList();
  }

  @GetMapping("/{id}")
  @Operation(summary = "One meeting: who is in the room, the agenda, votes and decisions")
  Sitting get(@PathVariable String id) {
    var meeting = find(id);
    var items = agenda.of(id);
    var open = access.opened(items.stream().map(AgendaItem::caseId).toList(), Optional.empty());
    return new Sitting(MeetingView.of(meeting), attendance.present(id), items.stream().filter(item -> open.contains(item.caseId())).map(item -> new ItemView(item.position(),
        item.caseId().value(), item.state(), votes.on(item.id()), decisions.ofItem(item.id()).map(DecisionView::of).orElse(null))).toList());
  }

  @PutMapping("/{id}/attendance")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Who is in the room now", 
      description = "Whoever signed in before and is not named has left. Possible from the opening of the sitting to its end. answers: those to"
          + " further questions of the authority's form, by field key")
  void attend(@PathVariable String id, @RequestBody Present said) {
    find(id);
    var rows = ApiInput.rows("present", said.present()).stream().map(one -> {
      var row = new LinkedHashMap<String, Object>();
      row.put("attendance.name", one.name());
      row.put("attendance.service", one.service());
      row.put("attendance.role", one.role());
      row.put("attendance.remote", one.remote());
      row.put("attendance.hasRead", one.hasRead());
      return row;
    }).toList();
    forms.send(id, Optional.empty(), "panel.attendance", Map.of("panel.attendance", rows), answers(said.answers()));
  }

  @PutMapping("/{id}/cases/{caseId}/votes")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "The votes on the case that is before the panel", description = "answers: those to further questions of the authority's form, by field key")
  void vote(@PathVariable String id, @PathVariable String caseId, @RequestBody Cast cast) {
    var before = item(id, caseId);
    var rows = ApiInput.rows("votes", cast.votes()).stream().map(one -> {
      var row = new LinkedHashMap<String, Object>();
      row.put("vote.voter", one.voter());
      row.put("vote.service", one.service());
      row.put("vote.choice", one.choice().orElse(Vote.ABSTAINS));
      return row;
    }).toList();
    forms.send(id, Optional.of(before.caseId()), "panel.votes", Map.of("panel.votes", rows), answers(cast.answers()));
  }

  @PutMapping("/{id}/cases/{caseId}/decision")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "What was decided on the case that is before the panel", description = "answers: those to further questions of the authority's form, by field key")
  void decide(@PathVariable String id, @PathVariable String caseId, @RequestBody Decision decision) {
    var before = item(id, caseId);
    var said = new HashMap<String, Object>();
    Optional.ofNullable(decision.outcome()).ifPresent(outcome -> said.put("panel.outcome", outcome));
    Optional.ofNullable(decision.service()).ifPresent(service -> said.put("panel.service", service));
    Optional.ofNullable(decision.reasons()).ifPresent(reasons -> said.put("panel.reasons", reasons));
    forms.send(id, Optional.of(before.caseId()), "panel.outcome", said, answers(decision.answers()));
  }

  private Meeting find(String id) {
    return sittings.find(id).filter(meeting -> panelAccess.opensForum(meeting.authority(), meeting.forum()))
        .orElseThrow(MeetingNotFoundException::new);
  }

  private AgendaItem item(String meetingId, String caseId) {
    find(meetingId);
    var id = access.find(caseId).id();
    return agenda.item(meetingId, id).orElseThrow(() -> new PanelRefusedException("Case " + id + " is not on the agenda of this meeting"));
  }

  private static Map<String, Object> answers(Map<String, Object> answers) {
    return answers == null ? Map.of() : answers;
  }

  private static final class MeetingNotFoundException extends RuntimeException {

    MeetingNotFoundException() {
      super("There is no meeting of this id");
    }
  }

  @ExceptionHandler
  ProblemDetail refused(FormAnswersRefusedException e) {
    var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, "What was sent breaks the rules of its form; nothing was stored.");
    problem.setProperty("faults", e.faults().stream()
        .map((FormRules.Fault fault) -> Map.of("field", fault.field(), "value", fault.value(), "expected", fault.expected())).toList());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail refused(PanelRefusedException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler({MeetingNotFoundException.class, CaseNotFoundException.class})
  ProblemDetail notFound(RuntimeException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail badInput(IllegalArgumentException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
  }
}
