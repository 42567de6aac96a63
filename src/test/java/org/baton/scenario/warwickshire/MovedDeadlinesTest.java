package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baton.casefile.CaseId;
import org.baton.protocol.PackFiles;
import org.baton.support.Rest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What moves a deadline that runs: its own sitting, or a person who lets it follow a calendar that has changed. Nothing else does. */
class MovedDeadlinesTest extends WarwickshireStory {

  private static final String PROFILE = "warwickshire.yaml";
  private static final String TABLE = "deadline.dmn";

  @LocalServerPort private int port;

  @AfterEach
  void bringTheShippedPackBack() {
    deploy(PROFILE, shipped(PackFiles.PROFILE));
    deploy(TABLE, shipped(TABLE));
  }

  @Test
  void a_closure_added_while_a_case_runs_is_offered_for_the_deadline_it_moves_which_follows_when_a_supervisor_says_so() {
    var id = chased();
    assertThat(dueOf(id, "consentReminder")).isEqualTo(london("2026-02-09T17:00"));
    assertThat(moved("supervisor.war").json()).isEmpty();
    closedOn("2026-02-05");

    assertThat(dueOf(id, "consentReminder")).as("offered, not moved").isEqualTo(london("2026-02-09T17:00"));
    var offered = moved("supervisor.war").json();
    assertThat(offered).hasSize(1);
    assertThat(offered.get(0).path("dueAt").asText()).isEqualTo("2026-02-09T17:00:00Z");
    assertThat(offered.get(0).path("dueByCalendar").asText()).isEqualTo("2026-02-10T17:00:00Z");
    assertThat(offered.get(0).path("why").asText()).isEqualTo("Thu 5 Feb (The boiler is broken) is no longer counted");

    var deadline = offered.get(0).path("deadline").path("id").asText();
    var followed = follow("supervisor.war", deadline, "The office is shut");
    assertThat(followed.status()).as(followed.text()).isEqualTo(200);
    assertThat(followed.json().path("dueAt").asText()).isEqualTo("2026-02-10T17:00:00Z");
    assertThat(followed.json().path("explanation").asText()).contains("Thu 5 Feb (The boiler is broken)", "Moved from Mon 9 Feb 2026 17:00", "The office is shut");
    assertThat(chronology.of(id)).filteredOn(entry -> entry.kind().equals("DEADLINE")).singleElement()
        .satisfies(entry -> assertThat(entry.entry()).contains("to Tue 10 Feb 2026 17:00", "The office is shut"));
    assertThat(moved("supervisor.war").json()).isEmpty();
    assertThat(follow("supervisor.war", deadline, "Once more").status()).as("the calendar moves it no further").isEqualTo(409);

    it_is("2026-02-09T17:01");
    assertThat(open(id)).as("its timer has followed").doesNotContain("Chase the referrer");
    it_is("2026-02-10T17:01");
    assertThat(open(id)).contains("Chase the referrer");
  }

  @Test
  void what_is_offered_and_may_be_moved_goes_by_what_a_person_s_roles_open() {
    var id = chased();
    closedOn("2026-02-05");
    var deadline = deadlineLists.ofCase(id).get(0).id();
    assertThat(moved("business-support.war").json()).hasSize(1);
    assertThat(moved("allocated-service.war").json()).isEmpty();
    assertThat(moved("chair.cam").json()).isEmpty();
    assertThat(Rest.as("chair.cam", port).get("/api/deadlines/moved?authority=warwickshire").status()).isEqualTo(400);
    assertThat(follow("business-support.war", deadline, "The office is shut").status()).isEqualTo(403);
    assertThat(follow("allocated-service.war", deadline, "The office is shut").status()).isEqualTo(404);
    assertThat(follow("supervisor.cam", deadline, "The office is shut").status()).isEqualTo(404);
    assertThat(follow("supervisor.war", deadline, " ").text()).contains("reason is missing");
    assertThat(follow("supervisor.war", deadline, "x".repeat(1001)).text()).contains("reason has 1001 characters; expected 1000 at most");
    assertThat(Rest.anonymous(port).get("/api/deadlines/moved").status()).isEqualTo(401);
    assertThat(dueOf(id, "consentReminder")).isEqualTo(london("2026-02-09T17:00"));

    it_is("2026-02-09T17:01");
    assertThat(moved("supervisor.war").json()).as("what has passed is not moved").isEmpty();
    assertThat(follow("supervisor.war", deadline, "Too late").status()).isIn(404, 409);
  }

  @Test
  void a_deadline_of_one_sitting_stays_where_it_is_when_another_sitting_of_the_case_moves() {
    var id = proposed("RUGBY");
    var sitting = heldUntilSitting(id);
    it_is("2026-02-26T11:00");
    done(sitting, "Discuss the case", with("discussionResult", "AGREED", "panelOutcome", "MASH_REFERRAL"));
    assertThat(dueOf(id, "mashReferral")).isEqualTo(london("2026-03-03T23:59"));

    var other = comingSitting("warwickshire", "rugby");
    deadlines.recount(packs.current("warwickshire"), other.id());
    assertThat(dueOf(id, "mashReferral")).isEqualTo(london("2026-03-03T23:59"));

    jdbc.sql("update meeting set ended_at = ? where id = ?").params(Timestamp.from(london("2026-02-27T11:00")), sitting.id()).update();
    deadlines.recount(packs.current("warwickshire"), sitting.id());
    assertThat(dueOf(id, "mashReferral")).as("its own").isEqualTo(london("2026-03-04T23:59"));
  }

  @Test
  void a_thousand_working_days_are_counted_and_explained_within_the_room_there_is() {
    var table = shipped(TABLE).replace("<outputEntry id=\"consentReminder_amount\"><text>5</text>", "<outputEntry id=\"consentReminder_amount\"><text>1000</text>");
    deploy(TABLE, table);
    var id = chased();
    var deadline = deadlineLists.ofCase(id).get(0);
    assertThat(deadline.dueAt().atZone(LONDON).toLocalDate()).isBetween(LocalDate.of(2029, 12, 1), LocalDate.of(2030, 3, 1));
    assertThat(deadline.explanation()).contains(" more").hasSizeLessThan(1000);
    var tooMany = Rest.as("manager.war", port).deploy("warwickshire", Map.of(TABLE, table.replace("<text>1000</text>", "<text>999999999</text>").getBytes(StandardCharsets.UTF_8)));
    assertThat(tooMany.status()).isEqualTo(400);
    assertThat(tooMany.text()).contains("999999999");
  }

  /** A case whose consent is waited for. */
  private CaseId chased() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY");
    done(id, "Check consent", consents("MISSING", "GIVEN", "GIVEN"));
    return id;
  }

  private Rest.Answer moved(String user) {
    return Rest.as(user, port).get("/api/deadlines/moved");
  }

  private Rest.Answer follow(String user, String deadline, String reason) {
    return Rest.as(user, port).post("/api/deadlines/" + deadline + "/follow", Map.of("reason", reason));
  }

  private void closedOn(String day) {
    deploy(PROFILE, shipped(PackFiles.PROFILE).replace("closures:\n", "closures:\n  " + day + ": The boiler is broken\n"));
  }

  private void deploy(String file, String text) {
    var answer = Rest.as("manager.war", port).deploy("warwickshire", Map.of(file, text.getBytes(StandardCharsets.UTF_8)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static String shipped(String file) {
    return new String(PackFiles.shipped("warwickshire", new ArrayList<>()).content().get(file), StandardCharsets.UTF_8);
  }
}
