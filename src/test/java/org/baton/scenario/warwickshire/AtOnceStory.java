package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.baton.casefile.consent.Consent;
import org.baton.panel.PanelRefusedException;
import org.baton.panel.agenda.AgendaItem;
import org.baton.panel.decision.Decisions;
import org.baton.panel.sitting.Attendee;
import org.baton.panel.sitting.Meeting;
import org.baton.platform.demo.SampleAnswers;
import org.baton.support.Rest;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What several people do at once around a sitting: all of them succeed, or one does and the others read why not. */
abstract class AtOnceStory extends WarwickshireStory {

  private static final List<Attendee> ROOM = List.of(new Attendee("Cara Chair", "early-help", "CHAIR", false, true));

  @Autowired private IdentityService identityService;
  @Autowired private PlatformTransactionManager transactions;
  @LocalServerPort private int port;
  private final ExecutorService threads = Executors.newFixedThreadPool(12);

  @AfterEach
  void noThreadStays() {
    threads.shutdownNow();
  }

  @Test
  void six_cases_that_reach_an_unplanned_sitting_together_each_get_a_place_of_their_own_on_one_agenda() throws Exception {
    var ids = IntStream.range(0, 6).mapToObj(i -> referral("route", "ROUTE_3", "district", "RUGBY")).toList();
    assertThat(sittings.of("warwickshire")).isEmpty();
    atOnce(ids.stream().map(id -> (Callable<Object>) () -> {
      driver.complete(task(tasksOf(id), "Check consent"), new SampleAnswers(7, LocalDate.of(2026, 2, 2)), ALL_CONSENTS);
      return id;
    }).toList());
    driver.runDueJobs();

    var sitting = sittingOf(ids.get(0));
    assertThat(agenda.of(sitting.id())).extracting(AgendaItem::caseId).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(agenda.of(sitting.id())).extracting(AgendaItem::position).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(sittings.of("warwickshire")).extracting(Meeting::startsAt).doesNotHaveDuplicates();
    assertThat(runtimeService.createProcessInstanceQuery().variableValueEquals("meetingId", sitting.id()).processDefinitionKey("panelMeeting").count()).isOne();
  }

  @Test
  void of_two_people_who_complete_one_task_at_once_one_succeeds_and_the_other_reads_who_was_first() throws Exception {
    var second = "second." + getClass().getSimpleName().toLowerCase();
    asAlso("business-support.war", second);
    try {
      var id = unasked("route", "ROUTE_3", "district", "RUGBY");
      var task = task(tasksOf(id), "Check consent").getId();
      var people = List.of("business-support.war", second);
      var answers = atOnce(people.stream().map(person -> (Callable<Rest.Answer>) () ->
          Rest.as(person, port).post("/engine-rest/task/" + task + "/submit-form", Rest.variables(plus(ALL_CONSENTS, "youngPersonAsked", "YES")))).toList());
      var first = people.get(answers.get(0).status() == 204 ? 0 : 1);
      assertThat(answers).extracting(Rest.Answer::status).as("%s", answers).containsExactlyInAnyOrder(204, 409);
      assertThat(answers).filteredOn(answer -> answer.status() == 409).allSatisfy(answer -> assertThat(answer.text()).contains("was done by " + first));
      assertThat(consents.of(id)).extracting(Consent::purpose).containsExactlyInAnyOrder("support", "sharing", "discussion");
    } finally {
      identityService.deleteUser(second);
    }
  }

  @Test
  void whoever_moves_a_sitting_meanwhile_somebody_signs_in_is_told_that_it_sits() {
    var sitting = sittingOf(proposed("RUGBY"));
    var late = meanwhile(() -> attendance.signIn(sitting.id(), ROOM), () -> schedule.move(sitting.id(), LocalDate.of(2026, 3, 11), LocalTime.of(14, 0), "Flooded"));
    refusedAs("The sitting is going on by now", late);
    assertThat(sittings.get(sitting.id()).startsAt()).isEqualTo(sitting.startsAt());
    assertThat(attendance.present(sitting.id())).isEqualTo(ROOM);
  }

  @Test
  void whoever_signs_in_meanwhile_somebody_moves_the_sitting_is_told_where_it_is_now() {
    var sitting = sittingOf(proposed("RUGBY"));
    var late = meanwhile(() -> schedule.move(sitting.id(), LocalDate.of(2026, 3, 11), LocalTime.of(14, 0), "Flooded"), () -> attendance.signIn(sitting.id(), ROOM));
    refusedAs("Somebody has just moved the sitting to 2026-03-11T14:00", late);
    assertThat(sittings.get(sitting.id()).state()).isEqualTo(Meeting.State.PLANNED);
    assertThat(attendance.present(sitting.id())).isEmpty();
  }

  @Test
  void of_two_who_decide_on_one_case_at_once_the_second_reads_what_the_first_decided() {
    var id = proposed("RUGBY");
    var sitting = heldUntilSitting(id);
    var item = agenda.item(sitting.id(), id).orElseThrow().id();
    var late = meanwhile(() -> decisions.decide(item, new Decisions.Decided("SIGNPOSTED", Optional.empty(), "CHAIR", "First")),
        () -> decisions.decide(item, new Decisions.Decided("REJECTED", Optional.empty(), "CHAIR", "Second")));
    refusedAs("is decided already", late);
    assertThat(decisions.ofItem(item).orElseThrow().outcome()).isEqualTo("SIGNPOSTED");
  }

  @Test
  void whoever_screens_a_case_meanwhile_it_is_withdrawn_is_told_and_no_screening_is_kept() {
    for (var heard : List.of(true, false)) {
      var id = proposed("RUGBY");
      var sitting = sittingOf(id);
      var late = meanwhile(() -> listing.withdraw(id, "Moved away"), () -> agenda.screen(sitting.id(), id, heard, "Screened"));
      refusedAs("is screened already", late);
      assertThat(agenda.item(sitting.id(), id)).hasValueSatisfying(item -> {
        assertThat(item.state()).isEqualTo(AgendaItem.State.NOT_LISTED);
        assertThat(item.screeningReason()).contains("Moved away");
      });
    }
  }

  @Test
  void whoever_ends_a_sitting_meanwhile_it_is_cancelled_is_told() {
    var sitting = sittingOf(proposed("RUGBY"));
    var late = meanwhile(() -> sittings.cancel(sitting.id(), "Snow"), () -> sittings.end(sitting.id()));
    refusedAs("The sitting is cancelled by now", late);
    assertThat(sittings.get(sitting.id()).endedAt()).isEmpty();
  }

  @Test
  void of_six_who_send_one_decision_at_once_from_another_screen_one_succeeds_and_the_others_are_told() throws Exception {
    var id = proposed("RUGBY");
    var sitting = heldUntilSitting(id);
    var answers = atOnce(IntStream.range(0, 6).mapToObj(i -> (Callable<Rest.Answer>) () -> Rest.as("chair.war", port)
        .put("/api/meetings/" + sitting.id() + "/cases/" + id + "/decision", Map.of("answers", with("discussionResult", "DIFFERENCE", "sharingObjected", "NO")))).toList());
    assertThat(answers).as("%s", answers).extracting(Rest.Answer::status).containsExactlyInAnyOrder(204, 409, 409, 409, 409, 409);
    assertThat(tasksOf(sitting)).extracting("name").containsOnlyOnce("Hear the agencies involved");
  }

  @Test
  void a_case_put_forward_meanwhile_its_sitting_is_cancelled_stands_on_the_next_one() throws Exception {
    var sitting = sittingOf(proposed("RUGBY"));
    var id = referral("route", "ROUTE_3", "district", "RUGBY");
    var late = meanwhile(() -> sittings.cancel(sitting.id(), "Snow"), () ->
        driver.complete(task(tasksOf(id), "Check consent"), new SampleAnswers(7, LocalDate.of(2026, 2, 2)), ALL_CONSENTS));
    late.get(60, TimeUnit.SECONDS);
    driver.runDueJobs();
    assertThat(sittingOf(id).startsAt()).isAfter(sitting.startsAt());
    assertThat(agenda.of(sitting.id())).extracting(AgendaItem::caseId).doesNotContain(id);
  }

  @Test
  void of_six_concerns_raised_at_once_none_is_turned_away_and_no_word_of_any_is_lost() throws Exception {
    var id = proposed("RUGBY");
    var answers = atOnce(IntStream.range(0, 6).mapToObj(i -> (Callable<Rest.Answer>) () -> Rest.as("business-support.war", port)
        .post("/engine-rest/process-definition/key/raiseConcern/tenant-id/warwickshire/submit-form",
            Rest.variables(with("caseReference", id.value(), "concern", "Seen by neighbour " + i)))).toList());
    assertThat(answers).as("%s", answers).extracting(Rest.Answer::status).containsOnly(200);
    assertThat(chronology.of(id)).filteredOn(entry -> entry.kind().equals("SAFEGUARDING_CONCERN")).extracting(entry -> entry.entry())
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 6).mapToObj(i -> "Seen by neighbour " + i).toList());
    driver.runDueJobs();
    assertThat(open(id)).contains("Refer to the safeguarding hub");
  }

  /** The second begins while the transaction of the first is open, and ends after it. */
  private Future<?> meanwhile(Runnable first, Runnable second) {
    return new TransactionTemplate(transactions).execute(status -> {
      first.run();
      var late = threads.submit(second);
      assertThatThrownBy(() -> late.get(1, TimeUnit.SECONDS)).as("it waits for who was first").isInstanceOf(TimeoutException.class);
      return late;
    });
  }

  private static void refusedAs(String words, Future<?> late) {
    assertThatThrownBy(() -> late.get(60, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(PanelRefusedException.class)
        .hasMessageContaining(words);
  }

  private void asAlso(String person, String other) {
    somebody(other, "warwickshire", identityService.createGroupQuery().groupMember(person).list().stream().map(group -> group.getId()).toArray(String[]::new));
  }

  private <T> List<T> atOnce(List<Callable<T>> what) throws Exception {
    var start = new CyclicBarrier(what.size());
    var all = what.stream().map(one -> threads.submit(() -> {
      start.await();
      return one.call();
    })).toList();
    var answers = new ArrayList<T>();
    for (var one : all) {
      answers.add(one.get(60, TimeUnit.SECONDS));
    }
    return answers;
  }
}
