package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.baton.casefile.CaseClosedException;
import org.baton.casefile.CaseId;
import org.baton.support.Rest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What several do at once: each referral gets a number, one key makes one case, and a case that closes lets no baton pass. */
abstract class NumbersStory extends WarwickshireStory {

  @Autowired private PlatformTransactionManager transactions;
  @LocalServerPort private int port;
  private final ExecutorService threads = Executors.newFixedThreadPool(20);

  @AfterEach
  void noThreadStays() {
    threads.shutdownNow();
  }

  @Test
  void the_first_referrals_of_a_year_that_come_at_once_each_get_a_number_of_their_own() throws Exception {
    var answers = answers();
    var received = atOnce(20, () -> Rest.as("business-support.war", port).post("/api/referrals", Map.of("answers", answers)));
    assertThat(received).extracting(Rest.Answer::status).containsOnly(201);
    assertThat(received).extracting(answer -> answer.json().path("caseId").asText())
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 20).mapToObj("WAR-2026-%06d"::formatted).toList());
  }

  @Test
  void the_same_key_sent_four_times_at_once_makes_one_case_and_four_equal_answers() throws Exception {
    var body = Map.of("answers", answers());
    var received = atOnce(4, () -> Rest.as("business-support.war", port).post("/api/referrals", body, "Idempotency-Key", "key-1"));
    assertThat(received).extracting(Rest.Answer::status).containsExactlyInAnyOrder(201, 200, 200, 200);
    assertThat(received).extracting(Rest.Answer::text).containsOnly("{\"caseId\":\"WAR-2026-000001\"}");
    assertThat(cases.list(List.of("warwickshire"), "", 10)).hasSize(1);

    var differing = Rest.as("business-support.war", port).post("/api/referrals", Map.of("answers", answers()), "Idempotency-Key", "key-1");
    assertThat(differing.status()).isEqualTo(409);
  }

  @Test
  void a_key_is_free_again_after_a_refusal_blank_is_none_and_another_sender_under_it_is_noted() {
    var support = Rest.as("business-support.war", port);
    var body = Map.of("answers", answers());
    assertThat(support.post("/api/referrals", Map.of("answers", Map.of()), "Idempotency-Key", "key-1").status()).isEqualTo(422);
    var first = support.post("/api/referrals", body, "Idempotency-Key", "key-1");
    assertThat(first.status()).isEqualTo(201);
    assertThat(support.post("/api/referrals", body, "Idempotency-Key", "key-1").status()).isEqualTo(200);
    var id = new CaseId(first.json().path("caseId").asText());
    assertThat(chronology.of(id)).noneMatch(entry -> entry.kind().equals("RECEIVED_AGAIN"));

    assertThat(Rest.as("chair.war", port).post("/api/referrals", body, "Idempotency-Key", "key-1").status()).isEqualTo(200);
    assertThat(chronology.of(id)).filteredOn(entry -> entry.kind().equals("RECEIVED_AGAIN")).singleElement()
        .satisfies(entry -> assertThat(entry.recordedBy()).isEqualTo("chair.war"));
    assertThat(support.post("/api/referrals", body, "Idempotency-Key", " ").status()).isEqualTo(400);
  }

  @Test
  void whoever_enters_a_stage_while_another_closes_the_case_is_told_so_and_no_period_stays_open() throws Exception {
    var id = proposed("RUGBY");
    holders.allocate(id, "health");
    Future<?> entering = new TransactionTemplate(transactions).execute(status -> {
      holders.close(id, "NEEDS_MET");
      var late = threads.submit(() -> holders.enterStage(id, "ALLOCATED"));
      waits(late);
      return late;
    });
    assertThatThrownBy(() -> entering.get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(CaseClosedException.class);
    assertThat(cases.get(id).stage()).isEqualTo("CLOSED");
    assertThat(holders.of(id)).allMatch(period -> period.until().isPresent());
  }

  @Test
  void whoever_closes_the_case_while_another_enters_a_stage_ends_the_period_that_just_began() throws Exception {
    var id = proposed("RUGBY");
    holders.allocate(id, "health");
    Future<?> closing = new TransactionTemplate(transactions).execute(status -> {
      holders.enterStage(id, "ALLOCATED");
      var late = threads.submit(() -> holders.close(id, "NEEDS_MET"));
      waits(late);
      return late;
    });
    closing.get(30, TimeUnit.SECONDS);
    var periods = holders.of(id);
    assertThat(periods.get(periods.size() - 1).holder()).isEqualTo("health");
    assertThat(periods).allMatch(period -> period.until().isPresent());
  }

  private static void waits(Future<?> late) {
    assertThatThrownBy(() -> late.get(500, TimeUnit.MILLISECONDS)).as("it waits for who was first").isInstanceOf(TimeoutException.class);
  }

  private Map<String, Object> answers() {
    return sample.referral(packs.current("warwickshire").form("referral"), with("immediateConcern", "NO", "route", "ROUTE_3", "district", "RUGBY"));
  }

  private <T> List<T> atOnce(int times, Callable<T> what) throws Exception {
    var start = new CyclicBarrier(times);
    var all = IntStream.range(0, times).mapToObj(i -> threads.submit(() -> {
      start.await();
      return what.call();
    })).toList();
    var answers = new ArrayList<T>();
    for (var one : all) {
      answers.add(one.get(60, TimeUnit.SECONDS));
    }
    return answers;
  }
}
