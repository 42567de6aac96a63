package org.baton.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.baton.casefile.chronology.Chronology;
import org.baton.casefile.family.Family;
import org.baton.casefile.family.Matching;
import org.baton.casefile.family.People;
import org.baton.casefile.holder.Holders;
import org.baton.casefile.opening.Opening;
import org.baton.casefile.parting.Parting;
import org.baton.proof.FlowNodeCoverage;
import org.baton.protocol.Packs;
import org.baton.support.BatonTest;
import org.baton.support.CleanSlate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody always holds the baton: whatever is done to cases, in whatever order and however wrongly, each open case has one holder at
 * every instant since its receipt, and a closed one had until its closure.
 */
@BatonTest
@Import({CleanSlate.class, FlowNodeCoverage.class})
class HolderHistoriesTest {

  private static final int HISTORIES = 100;
  private static final int STEPS = 25;
  private static final int ACTS = 10;
  /** Those that name a stage or a service that no table knows. */
  private static final Set<Integer> FOREIGN = Set.of(3, 6);

  @Autowired private CaseFile cases;
  @Autowired private People people;
  @Autowired private Parting parting;
  @Autowired private Opening opening;
  @Autowired private Matching matching;
  @Autowired private Holders holders;
  @Autowired private Chronology chronology;
  @Autowired private Packs packs;
  @Autowired private JdbcClient jdbc;
  @Autowired private CleanSlate slate;

  @BeforeEach
  void empty() {
    slate.wipe();
  }

  @AfterEach
  void letTheClockGo() {
    ClockUtil.reset();
  }

  @Test
  void no_history_leaves_a_case_without_exactly_one_holder() {
    var taken = new int[ACTS];
    for (var seed = 0; seed < HISTORIES; seed++) {
      var random = new Random(seed);
      var all = new ArrayList<CaseId>(List.of(open(random)));
      for (var step = 0; step < STEPS; step++) {
        ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofHours(random.nextInt(40)))));
        var id = all.get(random.nextInt(all.size()));
        var act = random.nextInt(ACTS);
        try {
          act(act, random, id, all);
          taken[act]++;
        } catch (IllegalArgumentException | IllegalStateException | CaseClosedException | CaseNotFoundException refused) {
          assertThat(refused.getMessage()).as("history %s: a refusal says why", seed).isNotBlank();
        }
        for (var each : all) {
          check(each, seed);
        }
      }
      slate.wipe();
    }
    for (var act = 0; act < ACTS; act++) {
      assertThat(taken[act]).as("act %s was taken, not only refused", act).isBetween(FOREIGN.contains(act) ? 0 : HISTORIES / 4, FOREIGN.contains(act) ? 0 : HISTORIES * STEPS);
    }
  }

  @Test
  void the_database_itself_takes_no_open_case_without_a_holder_and_no_second_one() {
    var id = open(new Random(1));
    assertThat(catchThrowable(() -> jdbc.sql("update family_case set holder_id = null where id = ?").param(id.value()).update()))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(catchThrowable(() -> jdbc.sql("insert into holder_history (case_id, position, holder_id, held_from, open_for,"
        + " reason, clauses, passed_by) values (?, 2, 'police', current_timestamp, ?, 'x', '', 'x')").params(id.value(), id.value()).update()))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void a_holder_that_the_pack_no_longer_has_keeps_no_case_from_passing_on() {
    var id = open(new Random(1));
    holders.allocate(id, "schools");
    for (var column : List.of("update family_case set holder_id = 'gone' where id = ?", "update holder_history set holder_id = 'gone' where case_id = ?")) {
      jdbc.sql(column).param(id.value()).update();
    }
    holders.enterStage(id, "ALLOCATED");
    assertThat(cases.get(id).holder()).isEqualTo("schools");
    assertThat(chronology.of(id)).anyMatch(entry -> entry.kind().equals("HOLDER") && entry.entry().contains("from gone (not in the pack) to "));
  }

  private void act(int act, Random random, CaseId id, List<CaseId> all) {
    var services = packs.current("warwickshire").profile().services();
    switch (act) {
      case 0 -> all.add(open(random));
      case 1 -> holders.enterStage(id, "RECEIVED");
      case 2 -> holders.enterStage(id, "ALLOCATED");
      case 3 -> holders.enterStage(id, "NO_SUCH_STAGE");
      case 4, 5 -> holders.allocate(id, services.get(random.nextInt(services.size())).id());
      case 6 -> holders.allocate(id, "no-such-service");
      case 7 -> holders.close(id, random.nextBoolean() ? "NEEDS_MET" : "NO_SUCH_OUTCOME");
      case 8 -> all.add(parting.split(id, people.family(id).children().stream().limit(1).map(Family.Person::id).toList(), "They part"));
      default -> matching.judge(id, all.get(random.nextInt(all.size())), random.nextBoolean());
    }
  }

  private void check(CaseId id, int seed) {
    var record = cases.get(id);
    var periods = holders.of(id);
    assertThat(periods).as("history %s", seed).isNotEmpty();
    assertThat(periods.get(0).from()).as("history %s: held from receipt", seed).isEqualTo(record.receivedAt());
    for (var i = 1; i < periods.size(); i++) {
      assertThat(periods.get(i - 1).until()).as("history %s: no gap and no overlap", seed).contains(periods.get(i).from());
    }
    var last = periods.get(periods.size() - 1);
    assertThat(last.until()).as("history %s", seed).isEqualTo(record.open() ? Optional.empty() : record.closedAt());
    if (record.open()) {
      assertThat(last.holder()).as("history %s", seed).isEqualTo(record.holder());
    }
  }

  private CaseId open(Random random) {
    var child = new Family.Person(null, "Ola", "Penn", LocalDate.of(2015, 3, 5), null, false);
    var second = new Family.Person(null, "Ben", "Penn", LocalDate.of(2018, 3, 5), null, false);
    return opening.open(new Opening.Brought("warwickshire", packs.current("warwickshire").deploymentId(), "ROUTE_" + (1 + random.nextInt(3)),
        List.of(child, second), List.of(), new Family.Referrer("Nia Reed", "nia@example.org", "schools"), Optional.empty()));
  }
}
