package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.casefile.CaseId;
import org.baton.panel.agenda.AgendaItem;
import org.baton.panel.sitting.Meeting;
import org.baton.panel.decision.PanelDecision;
import org.baton.records.Records;
import org.baton.support.Clause;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * One whole panel: the Rugby sitting of Thursday 26 February 2026 with twelve referrals, from their receipt to what follows from each,
 * with every deadline and the number of steps that people take. Runs on each database.
 */
abstract class TwelveCasesStory extends WarwickshireStory {

  private static final List<Map<String, Object>> ALL = List.of(present("Ann", "early-help", "CHAIR"), present("Bob", "police", "MEMBER"),
      present("Cem", "health", "MEMBER"), present("Dee", "prospects", "MEMBER"), present("Fay", "family-parenting-support", "MEMBER"),
      present("Hue", "borough-district-council", "MEMBER"));

  @Autowired private HistoryService historyService;
  @Autowired private Records records;

  private CaseId taken;
  private CaseId absent;
  private CaseId siblings;
  private CaseId voted;
  private CaseId disputed;
  private CaseId deferred;
  private CaseId concern;
  private CaseId refused;
  private CaseId interrupted;
  private CaseId screenedOut;
  private CaseId clarified;
  private CaseId withoutProfile;
  private Meeting sitting;
  /** Steps that the history still knows from other stories. */
  private Map<String, Long> earlier;

  @Test
  @Clause({"WAR-11.4d", "WAR-11.4i", "WAR-13.3d"})
  void twelve_referrals_go_through_one_panel_and_nobody_is_lost() {
    earlier = stepsBefore("2026-03-04T00:00");
    twelve_referrals_come_in();
    the_agenda_is_settled();
    the_panel_sits();
    every_deadline_counts_from_its_end();
    the_concern_is_acted_on_at_once();
    one_signature_sends_every_other_case_on_its_way();
    the_minutes_go_out();
    what_was_decided_happens();
    the_next_sitting_hears_what_was_left();
    nobody_is_lost();
    it_took_so_many_steps();
  }

  private void twelve_referrals_come_in() {
    taken = received("ROUTE_1");
    absent = received("ROUTE_2");
    siblings = received("ROUTE_3", "children", List.of(child("Ola"), child("Ben")));
    voted = received("ROUTE_1");
    disputed = received("ROUTE_3");
    deferred = received("ROUTE_3");
    concern = received("ROUTE_1");
    refused = received("ROUTE_3");
    interrupted = received("ROUTE_2");
    screenedOut = received("ROUTE_1");
    clarified = received("ROUTE_3");
    withoutProfile = received("ROUTE_3");
    all().filter(id -> !id.equals(refused) && !id.equals(withoutProfile)).forEach(id -> done(id, "Check consent", ALL_CONSENTS));
    done(refused, "Check consent", consents("GIVEN", "GIVEN", "REFUSED"));
    done(withoutProfile, "Check consent", plus(ALL_CONSENTS, "recordProfile", false));
    assertThat(cases.get(refused).outcome()).contains("NOT_HEARD_CONSENT_REFUSED");
    assertThat(told(refused, "notHeard")).isOne();

    sitting = sittingOf(taken);
    assertThat(sitting.startsAt()).isEqualTo(london("2026-02-26T10:00"));
    assertThat(sitting.cutOffAt()).isEqualTo(london("2026-02-12T17:00"));
    assertThat(sitting.preMeetAt()).isEqualTo(london("2026-02-19T10:00"));
    assertThat(agenda.of(sitting.id())).hasSize(11);
  }

  private void the_agenda_is_settled() {
    done(sitting, "Arrange the sitting", with());
    it_is(sitting.preMeetAt());
    screened(sitting, with("screening", onAgenda().map(id -> id.equals(screenedOut)
        ? with("case", id.value(), "decision", "SIGNPOSTED", "reason", "Tier 2 has not been tried")
        : id.equals(clarified) ? with("case", id.value(), "decision", "CLARIFY", "reason", "Does the school know?")
        : with("case", id.value(), "decision", "LIST")).toList()));
    assertThat(cases.get(screenedOut).outcome()).contains("SIGNPOSTED");
    assertThat(notices(sitting, "agenda")).isOne();
    assertThat(notices(sitting, "listingDecision")).as("each referrer is told").isEqualTo(11);
    done(clarified, "Clear it up with the referrer", with("cleared", "CLEARED", "clearedNote", "It does"));
  }

  private void the_panel_sits() {
    it_is(sitting.startsAt());
    done(sitting, "Sign in", with("attendance", ALL));
    agreed(taken, with("panelOutcome", "ALLOCATED", "leadAgency", "family-parenting-support", "acceptedHere", "YES"));
    agreed(absent, with("panelOutcome", "ALLOCATED", "leadAgency", "social-housing", "acceptedHere", "NO"));
    agreed(siblings, with("panelOutcome", "ALLOCATED", "leadAgency", "health", "acceptedHere", "YES",
        "children", shownChildren().map(row -> plus(row, "way", row.get("child").toString().startsWith("Ben") ? "APART" : "TOGETHER")).toList()));
    voted(voted, "police", "police", "police", "health", "health");
    voted(disputed, "police", "police", "health", "health");
    agreed(deferred, with("panelOutcome", "DEFERRED", "actions", List.of(with("what", "Ask the school", "responsible", "Bob", "service", "police", "due", "2026-03-20"))));
    agreed(concern, with("panelOutcome", "MASH_REFERRAL"));

    called(interrupted);
    done(sitting, "Keep the sheet of those present", with("attendance", ALL.subList(0, 3)));
    refused("not quorate now: 2 services that count, a chair", () -> agreed(interrupted, with("panelOutcome", "SIGNPOSTED")));
    done(sitting, "Keep the sheet of those present", with("attendance", ALL.subList(0, 5)));
    done(sitting, "Discuss the case", with("discussionResult", "NOT_QUORATE"));
    assertThat(agenda.item(sitting.id(), interrupted).orElseThrow().state()).isEqualTo(AgendaItem.State.CARRIED_OVER);

    agreed(clarified, with("panelOutcome", "SIGNPOSTED"));
    agreed(withoutProfile, with("panelOutcome", "ALLOCATED", "leadAgency", "prospects", "acceptedHere", "YES"));
    it_is("2026-02-26T12:00");
    agreed(brother(), with("panelOutcome", "ALLOCATED", "leadAgency", "family-parenting-support", "acceptedHere", "YES"));
    assertThat(sittings.get(sitting.id()).endedAt()).contains(london("2026-02-26T12:00"));
  }

  /** Thursday 26 February, 12:00, counted on. */
  private void every_deadline_counts_from_its_end() {
    assertThat(dueOf(concern, "referrerContact")).isEqualTo(london("2026-02-26T14:00"));
    assertThat(dueOf(concern, "mashReferral")).isEqualTo(london("2026-03-03T23:59"));
    assertThat(dueAtMeeting()).isEqualTo(new TreeMap<>(Map.of("wrapUp", london("2026-02-26T23:59"), "minutesDraft", london("2026-03-02T23:59"),
        "boxesFilled", london("2026-02-27T17:00"), "decisionSignOff", london("2026-03-03T23:59"), "referrerTold", london("2026-03-05T23:59"), "minutesDistributed", london("2026-03-05T23:59"))));
    assertThat(decisions()).extracting(PanelDecision::outcome).containsExactlyInAnyOrder("SIGNPOSTED", "SIGNPOSTED", "ALLOCATED", "ALLOCATED",
        "ALLOCATED", "ALLOCATED", "ALLOCATED", "ALLOCATED", "NO_AGREEMENT", "DEFERRED", "MASH_REFERRAL");
  }

  private void the_concern_is_acted_on_at_once() {
    it_is("2026-02-26T13:30");
    done(sitting, "Wrap up straight after the panel", with());
    boxesFilled(sitting);
    done(concern, "Speak to the referrer", with());
    done(concern, "Refer to the MASH", with());
    assertThat(cases.get(concern).outcome()).contains("REFERRED_TO_MASH");
    assertThat(deadlineLists.ofCase(concern)).extracting(deadline -> deadline.name() + " " + deadline.state())
        .containsExactlyInAnyOrder("referrerContact MET", "mashReferral MET");
    assertThat(told(concern, "deadlinePassed")).isZero();
  }

  private void one_signature_sends_every_other_case_on_its_way() {
    it_is("2026-03-02T09:00");
    assertThat(decidedHere().filter(id -> !id.equals(screenedOut)).filter(id -> told(id, "panelDecision") > 0)).isEmpty();
    signedOff(taken);
    assertThat(decidedHere().filter(id -> !id.equals(screenedOut))).allSatisfy(id -> assertThat(told(id, "panelDecision")).as("referrer of %s", id).isOne());
    assertThat(told(withoutProfile, "panelDecision")).isOne();
    assertThat(records.of(withoutProfile)).as("no note where there is no profile").isEmpty();
    assertThat(records.of(taken)).extracting(Records.RecordEntry::kind).containsExactlyInAnyOrder("Case note", "Electronic referral");
    assertThat(told(withoutProfile, "papers")).as("Prospects reads no Mosaic").isOne();
    assertThat(told(taken, "papers")).as("it reads Mosaic").isZero();
  }

  private void the_minutes_go_out() {
    done(sitting, "Type the draft minutes", with());
    assertThat(meetingDue(sitting, "minutesCheck")).isEqualTo(london("2026-03-04T23:59"));
    done(sitting, "Check the minutes", with("minutesCheck", "APPROVED"));
    assertThat(notices(sitting, "minutes")).isOne();
    assertThat(tasksOf(sitting)).as("what the deferral asks of the police").extracting("name").containsExactly("Report on the action");
    assertThat(jdbc.sql("select count(*) from notice where meeting_id = ? and name = 'deadlinePassed'").param(sitting.id()).query(Long.class).single())
        .as("everything in time").isZero();
  }

  private void what_was_decided_happens() {
    assertThat(cases.get(taken).holder()).as("taken on in the meeting itself").isEqualTo("family-parenting-support");
    assertThat(cases.get(siblings).holder()).isEqualTo("health");
    assertThat(cases.get(brother()).holder()).isEqualTo("family-parenting-support");
    assertThat(cases.get(withoutProfile).holder()).isEqualTo("prospects");
    assertThat(cases.get(absent).holder()).as("until the absent service has accepted").isEqualTo("childrens-social-care");
    done(absent, "Accept the case", with("acceptance", "ACCEPTED", "leadProfessional", "Kim"));
    assertThat(cases.get(absent).holder()).isEqualTo("social-housing");
    assertThat(told(absent, "papers")).as("social housing reads no Mosaic").isOne();
    done(voted, "Accept the case", with("acceptance", "ACCEPTED", "leadProfessional", "Pat"));
    assertThat(cases.get(voted).holder()).isEqualTo("police");

    done(disputed, "Settle which service takes the case", with("settledBy", "FORMAL_MEETING", "issueKind", "SERVICE"));
    done(disputed, "Ask for the formal meeting", with());
    done(disputed, "Hold the formal meeting with line managers", with("formalMeetingResult", "OPEN"));
    done(disputed, "Resolve as Service Manager", with("managerResult", "RESOLVED", "nominatedService", "health"));
    done(disputed, TERMS, with());
    done(disputed, "Accept the case", with("acceptance", "ACCEPTED", "leadProfessional", "Dr Shaw"));
    assertThat(cases.get(disputed).holder()).isEqualTo("health");

    it_is("2026-03-04T09:00");
    supported().forEach(id -> {
      done(id, "Confirm resources and start", with());
      assertThat(dueOf(id, "progressReport")).isEqualTo(london(answers.latest(id).get("reportOn") + "T17:00"));
    });
  }

  private void the_next_sitting_hears_what_was_left() {
    var next = sittingOf(deferred);
    assertThat(next.startsAt()).isEqualTo(london("2026-04-09T10:00"));
    assertThat(next.cutOffAt()).as("Easter lies between").isEqualTo(london("2026-03-24T17:00"));
    assertThat(sittingOf(interrupted).id()).isEqualTo(next.id());
    assertThat(actionLog.open("warwickshire", "rugby")).extracting("what").containsExactly("Ask the school");
    done(deferred, "Report on the action", with("actionState", "DONE"));
    assertThat(actionLog.open("warwickshire", "rugby")).isEmpty();
    untilSignIn(next);
    done(next, "Sign in", with("attendance", ALL));
    List.of(0, 1).forEach(number -> done(next, "Discuss the case", with("discussionResult", "AGREED", "panelOutcome", "SIGNPOSTED")));
    done(next, "Sign off the decisions", with("decisions", toSignOff(next).stream().map(row -> plus(row, "signed", "YES")).toList()));
    assertThat(cases.get(deferred).outcome()).contains("SIGNPOSTED");
    assertThat(cases.get(interrupted).outcome()).contains("SIGNPOSTED");
  }

  private void nobody_is_lost() {
    supported().forEach(id -> assertThat(open(id)).as("%s", id).containsExactly("Report progress"));
    Stream.concat(all(), Stream.of(brother())).forEach(id -> {
      assertThat(cases.get(id).open()).as("%s goes on or has an end", id).isEqualTo(!open(id).isEmpty());
      assertThat(cases.get(id).holder()).isNotBlank();
    });
  }

  /** The steps of the sitting of 26 February, by their labels: those for the whole sitting are taken once. */
  private void it_took_so_many_steps() {
    var steps = stepsBefore("2026-03-04T00:00");
    earlier.forEach((label, times) -> steps.merge(label, -times, (all, before) -> all + before == 0 ? null : all + before));
    assertThat(steps).isEqualTo(new TreeMap<>(Map.ofEntries(
        Map.entry("Check consent", 12L), Map.entry("Arrange the sitting", 1L), Map.entry("Screen the referrals at the pre-meet", 1L),
        Map.entry("Agree the agenda as chair", 1L), Map.entry("Agree the agenda as vice-chair", 1L), Map.entry("Agree the agenda as business support", 1L),
        Map.entry("Clear it up with the referrer", 1L), Map.entry("Sign in", 1L), Map.entry("Keep the sheet of those present", 2L),
        Map.entry("Discuss the case", 11L), Map.entry("Hear the agencies involved", 2L), Map.entry("Record the votes", 2L), Map.entry(TERMS, 2L),
        Map.entry("Wrap up straight after the panel", 1L), Map.entry("Speak to the referrer", 1L), Map.entry("Refer to the MASH", 1L),
        Map.entry(FILL_BOXES, 1L), Map.entry("Sign off the decisions", 1L), Map.entry("Type the draft minutes", 1L), Map.entry("Check the minutes", 1L),
        Map.entry("Accept the case", 3L), Map.entry("Settle which service takes the case", 1L),
        Map.entry("Ask for the formal meeting", 1L), Map.entry("Hold the formal meeting with line managers", 1L), Map.entry("Resolve as Service Manager", 1L))));
    assertThat(steps.values().stream().mapToLong(Long::longValue).sum()).as("as the README says").isEqualTo(52);
  }

  private Map<String, Long> stepsBefore(String london) {
    return historyService.createHistoricTaskInstanceQuery().taskDeleteReason("completed").finishedBefore(Date.from(london(london))).list().stream()
        .collect(Collectors.groupingBy(HistoricTaskInstance::getName, TreeMap::new, Collectors.counting()));
  }

  private CaseId received(String route, Object... more) {
    var wanted = new ArrayList<Object>(List.of("route", route, "district", "RUGBY"));
    wanted.addAll(List.of(more));
    return referral(wanted.toArray());
  }

  private static Map<String, Object> child(String name) {
    return with("childGivenName", name, "childFamilyName", "Penn", "childDateOfBirth", "2015-03-05");
  }

  private Stream<CaseId> all() {
    return Stream.of(taken, absent, siblings, voted, disputed, deferred, concern, refused, interrupted, screenedOut, clarified, withoutProfile);
  }

  private Stream<CaseId> supported() {
    return Stream.of(taken, absent, siblings, voted, disputed, withoutProfile, brother());
  }

  private Stream<CaseId> onAgenda() {
    return agenda.of(sitting.id()).stream().map(AgendaItem::caseId);
  }

  private Stream<PanelDecision> decisions() {
    return agenda.of(sitting.id()).stream().flatMap(item -> decisions.ofItem(item.id()).stream());
  }

  private Stream<CaseId> decidedHere() {
    return decisions().map(PanelDecision::caseId).filter(id -> !id.equals(concern));
  }

  /** The child who parted stands last on the agenda, as a case of his own. */
  private CaseId brother() {
    return agenda.of(sitting.id()).stream().reduce((first, last) -> last).map(AgendaItem::caseId).orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private Stream<Map<String, Object>> shownChildren() {
    return ((List<Map<String, Object>>) driver.shown(task(tasksOf(sitting), "Discuss the case")).get("children")).stream();
  }

  private void called(CaseId id) {
    assertThat(agenda.nextItem(sitting.id()).map(AgendaItem::caseId)).contains(id);
  }

  private void agreed(CaseId id, Map<String, Object> answers) {
    called(id);
    done(sitting, "Discuss the case", plus(answers, "discussionResult", "AGREED"));
  }

  private void voted(CaseId id, String... choices) {
    called(id);
    done(sitting, "Discuss the case", with("discussionResult", "DIFFERENCE"));
    done(sitting, "Hear the agencies involved", with());
    var votes = new ArrayList<Map<String, Object>>();
    for (var voter = 0; voter < ALL.size(); voter++) {
      votes.add(with("voter", ALL.get(voter).get("name"), "service", ALL.get(voter).get("service"),
          "choice", voter > 0 && voter <= choices.length ? choices[voter - 1] : "ABSTAINS"));
    }
    done(sitting, "Record the votes", with("voteHeld", "HELD", "votes", votes));
    if (decisions.latest(id).orElseThrow().service().isPresent()) {
      done(sitting, TERMS, with());
    }
  }

  private Map<String, Instant> dueAtMeeting() {
    return deadlineLists.ofMeeting(sitting.id()).stream().filter(deadline -> deadline.state().name().equals("OPEN"))
        .collect(Collectors.toMap(deadline -> deadline.name(), deadline -> deadline.dueAt(), (one, other) -> one, TreeMap::new));
  }
}
