package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.baton.casefile.CaseId;
import org.baton.casefile.family.Family;
import org.baton.casefile.paper.CasePapers;
import org.baton.support.Rest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** No piece of an address is lost, and what must be withheld is shown to nobody until somebody lifts it with a reason. */
class AddressTest extends WarwickshireStory {

  private static final String WITHHELD = "Address withheld";

  @Autowired private CasePapers papers;
  @LocalServerPort private int port;

  @Test
  void a_line_without_a_post_code_is_kept_and_so_is_the_wish_to_withhold_alone() {
    var line = camden("addressLine", " 4  Mill Lane ", "postcode", "", "addressWithheld", false);
    assertThat(address(line)).isEqualTo(new Family.Address("4 Mill Lane", null, false));
    assertThat(address(line).shown()).isEqualTo("4 Mill Lane");

    var withheldLine = camden("addressLine", "4 Mill Lane", "postcode", "", "addressWithheld", true);
    assertThat(address(withheldLine)).isEqualTo(new Family.Address("4 Mill Lane", null, true));

    var withheld = camden("addressLine", "", "postcode", "", "addressWithheld", true);
    assertThat(address(withheld)).isEqualTo(new Family.Address(null, null, true));
    assertThat(papers.paper(withheld)).contains(WITHHELD).doesNotContain("null");

    var none = camden("addressLine", "", "postcode", "", "addressWithheld", false);
    assertThat(people.family(none).address()).isEmpty();
  }

  @Test
  void what_is_withheld_stays_so_when_the_same_place_is_told_openly_later_however_it_is_typed() {
    var id = rugby("4 Mill Lane", "CV21 2AA", true);
    addresses.record(id, new Family.Address("4, mill lane", "cv212aa", false));
    assertThat(address(id).shown()).isEqualTo(WITHHELD);
    addresses.record(id, new Family.Address("4 Mill Lane, Rugby", null, false));
    assertThat(address(id).shown()).isEqualTo(WITHHELD);

    addresses.record(id, new Family.Address("9 High Street", "CV22 5TT", false));
    assertThat(address(id).shown()).as("another place was never withheld").isEqualTo("9 High Street, CV22 5TT");
  }

  @Test
  void a_merge_discloses_no_address_that_the_other_family_gave_openly_and_hides_none_that_is_another_place() {
    var open = rugby("4 Mill Lane", "CV21 2AA", false);
    var elsewhere = rugby("9 High Street", "CV22 5TT", false);
    var hidden = rugby("4 MILL LANE", "CV212AA", true);
    assertThat(address(open).shown()).contains("Mill Lane");

    matching.judge(hidden, open, true);
    matching.judge(elsewhere, hidden, true);

    for (var one : List.of(open, hidden)) {
      assertThat(address(one).shown()).isEqualTo(WITHHELD);
      assertThat(papers.paper(one)).contains(WITHHELD).doesNotContainIgnoringCase("Mill Lane");
      assertThat(Rest.as("business-support.war", port).get("/api/cases/" + one + "/file").text()).contains(WITHHELD).doesNotContainIgnoringCase("Mill Lane");
    }
    assertThat(address(elsewhere).shown()).as("each case keeps the place that it was told with").isEqualTo("9 High Street, CV22 5TT");
  }

  @Test
  void a_form_lifts_it_for_the_family_with_a_reason_that_the_chronology_keeps_and_only_where_something_is_withheld() {
    var id = rugby("4 Mill Lane", "CV21 2AA", true);
    var other = rugby("4 Mill Lane", "CV21 2AA", false);
    matching.judge(other, id, true);
    assertThatThrownBy(() -> addresses.liftWithholding(id, " ")).hasMessageContaining("without a reason");

    done(id, "Check consent", plus(ALL_CONSENTS, "addressOpenReason", "The father has moved abroad"));
    assertThat(address(id).shown()).isEqualTo("4 Mill Lane, CV21 2AA");
    assertThat(address(other).shown()).isEqualTo("4 Mill Lane, CV21 2AA");
    assertThat(chronology.of(id)).anyMatch(entry -> entry.kind().equals("ADDRESS") && entry.entry().endsWith("The father has moved abroad"));

    assertThatThrownBy(() -> addresses.liftWithholding(id, "Again")).hasMessageContaining("not withheld");
    addresses.record(id, new Family.Address("4 Mill Lane", "CV21 2AA", true));
    assertThat(address(other).shown()).as("asked for anew").isEqualTo(WITHHELD);
  }

  @Test
  void who_parts_takes_the_address_along_as_it_stands() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY", "addressLine", "4 Mill Lane", "postcode", "CV21 2AA", "addressWithheld", true,
        "children", List.of(child("Ola"), child("Ben")));
    var parted = parting.split(id, List.of(people.family(id).children().get(0).id()), "Decided for each");
    addresses.record(id, new Family.Address("9 High Street", "CV22 5TT", false));
    assertThat(address(id).shown()).contains("High Street");
    assertThat(address(parted).shown()).isEqualTo(WITHHELD);
  }

  private Family.Address address(CaseId id) {
    return people.family(id).address().orElseThrow();
  }

  private CaseId rugby(String line, String postcode, boolean withheld) {
    return referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(child("Ola")), "addressLine", line, "postcode", postcode,
        "addressWithheld", withheld);
  }

  private CaseId camden(Object... wanted) {
    return referral("camden", plus(with(wanted), "immediateConcern", "NO"));
  }

  private static Map<String, Object> child(String givenName) {
    return with("childGivenName", givenName, "childFamilyName", "Penn", "childDateOfBirth", "2015-03-05");
  }
}
