package org.baton.scenario.mixed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.baton.casefile.CaseRecord;
import org.baton.support.BulkStory;
import org.junit.jupiter.api.Test;

/** Three authorities of different shape side by side on one engine, each with its own people. Runs on each database. */
abstract class MixedBulkStory extends BulkStory {

  private static final List<String> AUTHORITIES = List.of("warwickshire", "north-east-lincolnshire", "camden");

  @Test
  void mixed_referrals_of_three_authorities_run_to_closure_and_nobody_sees_another_s() throws IOException {
    var files = new ArrayList<List<String>>();
    for (var authority : AUTHORITIES) {
      files.add(Files.readAllLines(Path.of("src/main/resources/demo/" + authority + "-referrals.jsonl")));
    }
    var lines = new ArrayList<String>();
    for (var i = 0; i < referrals(); i++) {
      lines.add(files.get(i % 3).get(i / 3));
    }

    runToClosure(lines, AUTHORITIES);

    assertThat(outcomes("warwickshire")).contains("NEEDS_MET", "REFERRED_TO_MASH");
    assertThat(outcomes("north-east-lincolnshire")).contains("STEPPED_UP", "OUTCOME_MET", "ADVICE_GIVEN", "REFERRED_TO_MASH");
    assertThat(outcomes("camden")).contains("NEEDS_MET", "NO_NEED", "COMMUNITY_SERVICE", "REFERRED_TO_MASH");
  }

  /** How many, of all authorities together. */
  protected int referrals() {
    return 200;
  }

  private List<String> outcomes(String authority) {
    return cases.list(List.of(authority), "", 1000).stream().map(CaseRecord::outcome).map(outcome -> outcome.orElseThrow()).distinct().toList();
  }
}
