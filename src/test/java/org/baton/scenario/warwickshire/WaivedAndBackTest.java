package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.panel.AgendaItem;
import org.junit.jupiter.api.Test;

/** A case that is moved to another sitting and comes back stands on its old agenda once, and its states are guarded. */
class WaivedAndBackTest extends WarwickshireStory {

  @Test
  void a_waived_case_that_is_not_heard_comes_back_to_its_old_place_and_is_screened_there_once() {
    var coming = panels.comingSitting("warwickshire", "rugby");
    it_is(coming.cutOffAt().plusSeconds(60));
    var id = proposed("RUGBY");
    var later = sittingOf(id);
    var place = panels.item(later.id(), id).orElseThrow();
    panels.waiveCutOff(id);
    assertThat(sittingOf(id).id()).isEqualTo(coming.id());

    panels.cancel(coming.id(), "Snow");
    assertThat(panels.agenda(later.id())).extracting(AgendaItem::id).containsExactly(place.id());
    panels.screen(later.id(), id, null, "Heard after all");
    assertThat(panels.item(later.id(), id).orElseThrow().state()).isEqualTo(AgendaItem.State.LISTED);
    assertThat(panels.item(later.id(), id).orElseThrow().position()).isEqualTo(place.position());
  }

  @Test
  void nobody_signs_in_at_a_cancelled_sitting_settles_its_agenda_or_ends_it() {
    var sitting = sittingOf(proposed("RUGBY"));
    panels.cancel(sitting.id(), "Snow");
    refused("is cancelled by now", () -> panels.signIn(sitting.id(), List.of()));
    refused("is cancelled by now", () -> panels.agreeAgenda(sitting.id()));
    refused("is cancelled by now", () -> panels.end(sitting.id()));
  }
}
