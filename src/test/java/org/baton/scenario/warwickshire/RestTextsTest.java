package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.baton.casefile.chronology.ChronologyEntry;
import org.baton.support.Rest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What comes in beside forms has its limits too, and is kept whole within them. */
class RestTextsTest extends WarwickshireStory {

  @LocalServerPort private int port;

  @Test
  void a_long_correction_is_kept_whole_and_a_longer_one_is_refused_by_name() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY");
    var entry = chronology.of(id).get(0).id();
    var path = "/api/cases/" + id + "/chronology/" + entry + "/correction";
    var support = Rest.as("business-support.war", port);

    assertThat(support.post(path, Map.of("entry", "x".repeat(25_000), "reason", "As it was said")).status()).isEqualTo(204);
    assertThat(chronology.of(id)).extracting(ChronologyEntry::entry).anyMatch(text -> text.contains("x".repeat(25_000)));

    assertThat(support.post(path, Map.of("entry", "x".repeat(25_000), "reason", "As it was said")).status()).as("once more").isEqualTo(204);
    assertThat(chronology.of(id)).filteredOn(line -> line.corrects().isPresent()).hasSize(1);
    assertThat(support.post(path, Map.of("entry", "y", "reason", "As it was said")).status()).isEqualTo(204);
    assertThat(support.post(path, Map.of("entry", "x".repeat(25_000), "reason", "As it was said")).status()).as("back again is a correction").isEqualTo(204);
    assertThat(chronology.of(id)).filteredOn(line -> line.corrects().isPresent()).hasSize(3);

    var before = chronology.of(id).size();
    var longer = support.post(path, Map.of("entry", "x".repeat(100_001), "reason", "r"));
    assertThat(longer.status()).isEqualTo(400);
    assertThat(longer.text()).contains("entry has 100001 characters; expected 100000 at most");
    assertThat(support.post(path, Map.of("entry", "x", "reason", "r".repeat(4_001))).text()).contains("reason has 4001 characters; expected 4000 at most");
    assertThat(support.post(path, Map.of("entry", "a\u0000b", "reason", "r")).text()).contains("entry has 3 characters; expected a text without control characters");
    assertThat(chronology.of(id)).hasSize(before);
  }

  @Test
  void the_reason_of_a_split_has_a_limit() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY");
    var refused = Rest.as("business-support.war", port).post("/api/cases/" + id + "/split", Map.of("children", List.of("x"), "reason", "r".repeat(4_001)));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("reason has 4001 characters; expected 4000 at most");
  }
}
