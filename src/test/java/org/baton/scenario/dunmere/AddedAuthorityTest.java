package org.baton.scenario.dunmere;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.casefile.holder.HolderPeriod;
import org.baton.support.Story;
import org.junit.jupiter.api.Test;

/** An authority with a panel of its own, made by following {@code docs/how-to/add-an-authority.md}: files alone, no Java. */
class AddedAuthorityTest extends Story {

  @Test
  void a_case_goes_over_the_shared_sitting_and_the_authority_s_own_hearing_to_its_end() {
    var id = referral("dunmere", with("favouriteGame", "Hide and seek"));
    assertThat(id.value()).startsWith("DUN-2026-");
    var sitting = sittingOf(id);
    assertThat(sitting.startsAt()).isEqualTo(london("2026-02-06T14:00"));
    assertThat(sitting.cutOffAt()).as("a row that is left out invents no cut-off").isEqualTo(sitting.startsAt());

    it_is(sitting.startsAt());
    done(sitting, "Sign in", with("attendance", List.of(with("name", "Una", "service", "help-desk", "role", "CHAIR"), with("name", "Bo", "service", "play-bus", "role", "FRIEND"))));
    assertThat(task(tasksOf(sitting), "Keep the sheet of those present").getDescription()).as("no clause asks for it").isNull();
    refused("helper: got 'dragon', expected one of [help-desk, play-bus]", () -> done(sitting, "Discuss the family", with("helper", "dragon")));
    done(sitting, "Discuss the family", with("panelOutcome", "HELP", "helper", "play-bus"));
    assertThat(told(id, "decided")).isOne();

    done(id, "Help the family", with());
    assertThat(cases.get(id).outcome()).contains("HELPED");
    assertThat(holders.of(id)).extracting(HolderPeriod::holder).containsExactly("help-desk", "play-bus");
  }

  @Test
  void what_a_shared_step_carries_out_for_this_authority_is_said_by_its_profile() {
    var id = referral("dunmere", with());
    it_is(sittingOf(id).startsAt());
    assertThat(task(tasksOf(sittingOf(id)), "Sign in").getDescription()).isEqualTo("DUN-2: Those present sign in.");
  }
}
