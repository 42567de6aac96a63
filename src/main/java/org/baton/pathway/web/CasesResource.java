package org.baton.pathway.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.casefile.CaseClosedException;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseNotFoundException;
import org.baton.casefile.CaseRecord;
import org.baton.casefile.access.Access;
import org.baton.casefile.access.Right;
import org.baton.casefile.answer.AnswersInWords;
import org.baton.casefile.chronology.Chronology;
import org.baton.casefile.chronology.ChronologyEntry;
import org.baton.casefile.consent.Consent;
import org.baton.casefile.consent.Consents;
import org.baton.casefile.consent.LawfulBasis;
import org.baton.casefile.consent.ServiceAgreement;
import org.baton.casefile.family.Family.Address;
import org.baton.casefile.family.Family.Person;
import org.baton.casefile.family.Matching;
import org.baton.casefile.family.People;
import org.baton.casefile.holder.HolderPeriod;
import org.baton.casefile.holder.Holders;
import org.baton.casefile.parting.Parting;
import org.baton.casefile.plan.Plan;
import org.baton.casefile.plan.Plans;
import org.baton.deadline.Deadline;
import org.baton.deadline.DeadlineLists;
import org.baton.panel.agenda.Agenda;
import org.baton.pathway.Duties;
import org.baton.protocol.ApiInput;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows where cases stand, who holds them and why. */
@RestController
@RequestMapping("/api")
@Tag(name = "Cases")
class CasesResource {

  private static final int PAGE = 100;
  private static final int LONGEST_REASON = 4_000;
  private static final int LONGEST_ENTRY = 100_000;

  private final CaseFile cases;
  private final Plans plans;
  private final People people;
  private final Parting parting;
  private final Matching matching;
  private final Holders holders;
  private final Consents consents;
  private final Chronology chronology;
  private final DeadlineLists deadlines;
  private final Agenda agenda;
  private final Access access;
  private final Duties duties;
  private final AnswersInWords answers;

  CasesResource(CaseFile cases, Plans plans, People people, Parting parting, Matching matching, Holders holders, Consents consents, Chronology chronology, DeadlineLists deadlines, Agenda agenda, Access access, Duties duties, AnswersInWords answers) {
    this.answers = answers;
    this.agenda = agenda;
    this.cases = cases;
    this.plans = plans;
    this.people = people;
    this.parting = parting;
    this.matching = matching;
    this.holders = holders;
    this.consents = consents;
    this.chronology = chronology;
    this.deadlines = deadlines;
    this.access = access;
    this.duties = duties;
  }

  record CaseView(
      String caseId, String route, String stage, String holder, String allocatedService, Instant receivedAt, Instant closedAt, String outcome) {

    static CaseView of(CaseRecord record) {
      return new CaseView(record.id().value(), record.route(), record.stage(), record.holder(), record.allocatedService().orElse(null),
          record.receivedAt(), record.closedAt().orElse(null), record.outcome().orElse(null));
    }
  }

  @GetMapping("/cases")
  @Operation(summary = "The authority's cases by number, 100 a page", description = "after: the last number of the page before")
  List<CaseView> list(@RequestParam(defaultValue = "") String after) {
    return access.list(after, PAGE).stream().map(CaseView::of).toList();
  }

  @GetMapping("/cases/{id}")
  CaseView get(@PathVariable String id) {
    return CaseView.of(find(id));
  }

  @GetMapping("/cases/{id}/holders")
  @Operation(summary = "Who has held the case, from receipt until now")
  List<HolderPeriod> holders(@PathVariable String id) {
    return holders.of(find(id).id());
  }

  @GetMapping("/cases/{id}/chronology")
  List<ChronologyEntry> chronology(@PathVariable String id) {
    return chronology.of(access.read(id, "chronology").id());
  }

  @GetMapping("/cases/{id}/answers")
  @Operation(summary = "Every answer that forms took about the case, in the words of the form, with who gave it and when")
  List<AnswersInWords.Said> answers(@PathVariable String id) {
    return answers.of(access.read(id, "answers").id());
  }

  @GetMapping("/cases/{id}/deadlines")
  @Operation(summary = "The deadlines of the case and of the meetings that it came to, each with the sentence that explains its date")
  List<Deadline> deadlines(@PathVariable String id) {
    var found = find(id).id();
    return Stream.concat(deadlines.ofCase(found).stream(), agenda.meetingsOf(found).stream().flatMap(meeting -> deadlines.ofMeeting(meeting).stream()))
        .collect(Collectors.toMap(Deadline::id, deadline -> deadline, (one, other) -> one)).values().stream()
        .sorted(Comparator.comparing(Deadline::dueAt).thenComparing(Deadline::id)).toList();
  }

  /** The family file as far as it concerns the case: people, what they agreed to or not, other lawful bases, the plan. */
  record CaseFileView(
      List<Person> children, List<Person> adults, String address, List<Consent> consents, List<LawfulBasis> lawfulBases,
      List<ServiceAgreement> agreements, Plan plan, List<String> possibleMatches) {}

  @GetMapping("/cases/{id}/file")
  @Operation(summary = "The people of the case, what each agreed to, other lawful bases, the plan, cases that may be about the same family")
  CaseFileView file(@PathVariable String id) {
    var found = access.read(id, "file").id();
    var family = people.family(found);
    return new CaseFileView(family.children(), family.adults(), family.address().map(Address::shown).orElse(null), consents.of(found),
        consents.lawfulBases(found), consents.agreements(found), plans.of(found).orElse(null),
        matching.possible(found).stream().map(match -> match.id().value()).toList());
  }

  record Split(List<String> children, String reason) {}

  @PostMapping("/cases/{id}/split")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Let some children go on as a case of their own", description = "children: ids of people as the case's file gives them")
  CaseView split(@PathVariable String id, @RequestBody Split split) {
    var parted = parting.split(access.find(id, Right.SPLITS).id(), ApiInput.rows("children", split.children()), ApiInput.text("reason", split.reason(), LONGEST_REASON));
    return CaseView.of(cases.get(parted));
  }

  record Correction(String entry, String reason) {}

  @PostMapping("/cases/{id}/chronology/{entryId}/correction")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Correct an entry by a later one, with the reason; the first stays")
  void correct(@PathVariable String id, @PathVariable long entryId, @RequestBody Correction correction) {
    if (correction.entry() == null || correction.entry().isBlank()) {
      throw new IllegalArgumentException("entry is missing; expected the corrected text");
    }
    chronology.correct(access.find(id, Right.CORRECTS).id(), entryId, ApiInput.text("entry", correction.entry(), LONGEST_ENTRY),
        ApiInput.text("reason", correction.reason(), LONGEST_REASON));
  }

  @GetMapping("/deadlines")
  @Operation(summary = "Open deadlines in the order of their instants, 100 a page")
  List<Deadline> open(
      @RequestParam(defaultValue = "9999-12-31T00:00:00Z") Instant dueBefore,
      @RequestParam(defaultValue = "1970-01-01T00:00:00Z") Instant afterDue, @RequestParam(defaultValue = "") String afterId) {
    return duties.open(ApiInput.instant("dueBefore", dueBefore), ApiInput.instant("afterDue", afterDue), afterId, PAGE);
  }

  private CaseRecord find(String id) {
    return access.find(id);
  }

  @ExceptionHandler
  ProblemDetail badInput(IllegalArgumentException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail closed(CaseClosedException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail notFound(CaseNotFoundException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
  }
}
