package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.baton.casefile.CaseId;
import org.baton.protocol.PackFiles;
import org.baton.protocol.Packs.Origin;
import org.baton.support.Rest;
import org.baton.support.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager changes a number in a table with Camunda Modeler's deploy button. */
class PackDeploymentTest extends Story {

  @LocalServerPort private int port;

  @AfterEach
  void bringTheShippedTableBack() {
    Rest.as("manager.war", port).deploy("warwickshire", Map.of("deadline.dmn", PackFiles.shipped("warwickshire", new ArrayList<>()).content().get("deadline.dmn")));
  }

  @Test
  void a_changed_number_makes_a_new_version_that_new_cases_follow_and_running_ones_do_not() {
    var running = incomplete();
    var table = text("deadline.dmn").replace("<outputEntry id=\"completionReminder_amount\"><text>5</text>",
        "<outputEntry id=\"completionReminder_amount\"><text>7</text>");
    var before = packs.versions("warwickshire");

    var taken = Rest.as("manager.war", port).deploy("warwickshire", Map.of("deadline.dmn", table.getBytes(StandardCharsets.UTF_8)));

    assertThat(taken.status()).as(taken.text()).isEqualTo(200);
    var after = packs.versions("warwickshire");
    assertThat(after).hasSize(before.size() + 1);
    assertThat(after.get(0).origin()).isEqualTo(Origin.MANAGER);
    assertThat(after.get(0).author()).isEqualTo("manager.war");
    assertThat(packs.current("warwickshire").files().content().keySet())
        .as("one changed file, a whole pack").isEqualTo(packs.of(before.get(0).deploymentId()).files().content().keySet());

    var begunAfter = incomplete();
    assertThat(reminderOf(begunAfter)).as("seven working days").isEqualTo(london("2026-02-11T17:00"));
    done(running, "Complete the referral", with("awaited", "ANSWERED", "needs", "Still unclear", "stepDownAttempt", null));
    assertThat(deadlineLists.ofCase(running)).hasSize(2).allMatch(deadline -> deadline.dueAt().equals(london("2026-02-09T17:00")));
  }

  @Test
  void a_faulty_table_is_refused_whole_and_the_version_before_stays_in_force() {
    var before = packs.versions("warwickshire");
    var gap = text("quorum.dmn").replace(">&gt;= 3<", ">&gt;= 4<");

    var refused = Rest.as("manager.war", port).deploy("warwickshire", Map.of("quorum.dmn", gap.getBytes(StandardCharsets.UTF_8)));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("quorum.dmn, quorum: no rule for servicesPresent = 3, chairPresent = true; expected exactly one rule");
    assertThat(packs.versions("warwickshire")).isEqualTo(before);
  }

  private String text(String file) {
    return new String(packs.current("warwickshire").files().content().get(file), StandardCharsets.UTF_8);
  }

  private CaseId incomplete() {
    return referral("warwickshire", with("route", "ROUTE_2", "district", "RUGBY", "immediateConcern", "NO", "stepDownAttempt", null));
  }

  private Instant reminderOf(CaseId id) {
    return deadlineLists.ofCase(id).stream().filter(deadline -> deadline.name().equals("completionReminder")).findFirst().orElseThrow().dueAt();
  }
}
