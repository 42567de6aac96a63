package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.casefile.consent.Consent;
import org.baton.casefile.consent.ConsentState;
import org.junit.jupiter.api.Test;

/** Two unborn twins, of one name and without a birthday: one can part, and each goes on with what concerns that one. */
class TwinsTest extends WarwickshireStory {

  private static final Map<String, Object> BABY = with("childGivenName", "Baby", "childFamilyName", "Penn");

  @Test
  void one_of_two_unborn_twins_parts_at_the_panel_by_number_and_the_other_stays() {
    var id = twins();
    done(id, "Check consent", ALL_CONSENTS);
    var sitting = heldUntilSitting(id);
    var children = people.family(id).children();
    var rows = rows(driver.shown(task(tasksOf(sitting), "Discuss the case")).get("children"));
    assertThat(rows).extracting("child").doesNotHaveDuplicates();
    assertThat(rows).extracting("person").doesNotHaveDuplicates();

    done(sitting, "Discuss the case", with("discussionResult", "AGREED", "panelOutcome", "SIGNPOSTED", "children",
        List.of(plus(rows.get(0), "way", "TOGETHER"), plus(rows.get(1), "way", "APART"))));

    var parted = cases.list(List.of("warwickshire"), id.value(), 5).get(0).id();
    assertThat(people.family(id).children()).containsExactly(children.get(0));
    assertThat(people.family(parted).children()).containsExactly(children.get(1));
  }

  @Test
  void a_form_of_before_parts_them_by_what_it_shows_and_what_names_nobody_is_refused_rather_than_lost() {
    var id = twins();
    done(id, "Check consent", ALL_CONSENTS);
    var sitting = heldUntilSitting(id);
    var children = people.family(id).children();
    var rows = rows(driver.shown(task(tasksOf(sitting), "Discuss the case")).get("children"));
    refused("names no child of the case", () -> done(sitting, "Discuss the case", with("discussionResult", "AGREED", "panelOutcome", "SIGNPOSTED", "children",
        List.of(with("child", "Baby Penn", "way", "APART")))));
    done(sitting, "Discuss the case", with("discussionResult", "AGREED", "panelOutcome", "SIGNPOSTED", "children",
        List.of(with("child", rows.get(0).get("child"), "way", "APART"), with("child", rows.get(1).get("child"), "way", "TOGETHER"))));
    assertThat(people.family(id).children()).containsExactly(children.get(1));
  }

  @Test
  void what_a_child_agreed_to_goes_with_that_child_and_counts_for_nobody_else() {
    var id = twins();
    var children = people.family(id).children();
    consent(id, children.get(0).id(), ConsentState.REFUSED);
    consent(id, children.get(1).id(), ConsentState.GIVEN);
    assertThat(consents.standing(id).get("sharing")).isEqualTo(ConsentState.REFUSED);

    var parted = parting.split(id, List.of(children.get(0).id()), "Decided for each");

    assertThat(consents.standing(id).get("sharing")).isEqualTo(ConsentState.GIVEN);
    assertThat(consents.standing(parted).get("sharing")).isEqualTo(ConsentState.REFUSED);
    consent(parted, children.get(0).id(), ConsentState.GIVEN);
    assertThat(consents.standing(parted).get("sharing")).isEqualTo(ConsentState.GIVEN);
    assertThat(consents.of(id)).singleElement().satisfies(consent -> assertThat(consent.personId()).contains(children.get(1).id()));
  }

  private void consent(CaseId id, String person, ConsentState state) {
    consents.record(id, new Consent("sharing", state, Optional.empty(), Optional.of(person), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private CaseId twins() {
    return unasked("route", "ROUTE_2", "district", "RUGBY", "children", List.of(BABY, BABY));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> rows(Object shown) {
    return (List<Map<String, Object>>) shown;
  }
}
