package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.baton.panel.agenda.AgendaItem;
import org.baton.support.Rest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A case that is moved to another sitting and comes back stands on its old agenda once, and its states are guarded. */
class WaivedAndBackTest extends WarwickshireStory {

  @LocalServerPort private int port;

  @Test
  void a_waived_case_that_is_not_heard_comes_back_to_its_old_place_and_is_screened_there_once() {
    var coming = comingSitting("warwickshire", "rugby");
    it_is(coming.cutOffAt().plusSeconds(60));
    var id = proposed("RUGBY");
    var later = sittingOf(id);
    var place = agenda.item(later.id(), id).orElseThrow();
    listing.waiveCutOff(id);
    assertThat(sittingOf(id).id()).isEqualTo(coming.id());

    sittings.cancel(coming.id(), "Snow");
    assertThat(agenda.of(later.id())).extracting(AgendaItem::id).containsExactly(place.id());
    signOff.screen(later.id(), id, Optional.empty(), "Heard after all");
    assertThat(agenda.item(later.id(), id).orElseThrow().state()).isEqualTo(AgendaItem.State.LISTED);
    assertThat(agenda.item(later.id(), id).orElseThrow().position()).isEqualTo(place.position());
  }

  @Test
  void a_case_that_was_brought_forward_to_an_extra_sitting_that_is_cancelled_comes_back_to_its_old_place_once() {
    var id = proposed("RUGBY");
    sittings.cancel(sittingOf(id).id(), "Snow");
    var regular = sittingOf(id);
    var place = agenda.item(regular.id(), id).orElseThrow();
    var week = regular.startsAt().minus(Duration.ofDays(7));
    it_is(week.minus(Duration.ofDays(14)));
    start("extraSitting", with("forum", "rugby", "extraOn", week.atZone(LONDON).toLocalDate().toString(), "extraAt", "14:00", "extraWhy", "What was cancelled",
        "extraTakes", "CARRIED_OVER", "extraAgreed", true));
    var extra = sittingOf(id);
    assertThat(extra.startsAt()).isBefore(regular.startsAt());

    sittings.cancel(extra.id(), "Snow again");
    assertThat(agenda.of(regular.id())).extracting(AgendaItem::id).containsExactly(place.id());
    signOff.screen(regular.id(), id, Optional.empty(), "Heard after all");
    assertThat(agenda.item(regular.id(), id).orElseThrow().state()).isEqualTo(AgendaItem.State.LISTED);
    assertThat(jdbc.sql("select count(*) from agenda_item where case_id = ?").param(id.value()).query(Integer.class).single())
        .as("one place at each of three sittings").isEqualTo(3);
  }

  @Test
  void showing_the_coming_sitting_plans_none_and_starts_nothing() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY");
    start("waiveCutOff", with("caseReference", id.value(), "waiverWhy", "The tenancy ends in March"));
    var running = runtimeService.createProcessInstanceQuery().count();
    var task = task(tasksOf(id), "Decide on the waiver");
    assertThat(driver.shown(task).get("panelComingSitting").toString()).contains("None is planned yet");
    assertThat(Rest.as("chair.war", port).get("/engine-rest/task/" + task.getId() + "/form-variables").status()).isEqualTo(200);
    assertThat(sittings.of("warwickshire")).isEmpty();
    assertThat(runtimeService.createProcessInstanceQuery().count()).isEqualTo(running);
  }

  @Test
  void why_a_case_is_screened_is_kept_whole() {
    var id = proposed("RUGBY");
    var sitting = sittingOf(id);
    var reason = "Heard, as the school asks ".repeat(150);
    signOff.screen(sitting.id(), id, Optional.empty(), reason);
    assertThat(agenda.item(sitting.id(), id).orElseThrow().screeningReason()).contains(reason);
  }

  @Test
  void nobody_signs_in_at_a_cancelled_sitting_settles_its_agenda_or_ends_it() {
    var sitting = sittingOf(proposed("RUGBY"));
    sittings.cancel(sitting.id(), "Snow");
    refused("is cancelled by now", () -> attendance.signIn(sitting.id(), List.of()));
    refused("is cancelled by now", () -> agenda.agree(sitting.id()));
    refused("is cancelled by now", () -> sittings.end(sitting.id()));
  }
}
