package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class PlacingModelTest extends ModelTest {

  PlacingModelTest() {
    super("north-east-lincolnshire", "placing", List.of("locality.dmn", "forum.dmn", "pairing.dmn"), List.of());
  }

  @Test
  void the_post_code_finds_the_locality_its_panel_series_and_the_paired_teams() {
    when("cases.readPostcode", with("postcodeDistrict", "DN33"));
    start();

    endedBy("Case to place", "Read the post code", "Find the locality", "Find the panel series", "Note the panel on the case", "Find the paired teams", "Placed");
    assertThat(fact("forum")).isEqualTo("locality-3-4");
    assertThat(fact("teams")).asString().contains("3/4");
    assertThat(calls()).containsExactly("cases.readPostcode", "cases.assignForum");
  }

  @Test
  void a_case_whose_post_code_finds_none_is_placed_by_the_panel_administrator() {
    when("cases.readPostcode", with("postcodeDistrict", "LN7"));
    start();
    assertThat(offered("Place the case")).containsExactly("panel-admin");
    assertThat(calls()).containsExactly("cases.readPostcode");
    done("Place the case", "locality", "2");

    endedBy("Case to place", "Read the post code", "Find the locality", "Place the case", "Find the panel series", "Note the panel on the case",
        "Find the paired teams", "Placed");
    assertThat(fact("forum")).isEqualTo("locality-1-2");
  }
}
