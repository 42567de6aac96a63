package org.baton.scenario.mixed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.baton.casefile.CaseRecord;
import org.baton.platform.demo.GenerateReferrals;
import org.baton.support.Authorities;
import org.baton.support.BulkStory;
import org.junit.jupiter.api.Test;

/** All authorities, of different shape, side by side on one engine, each with its own people. Runs on each database. */
abstract class MixedBulkStory extends BulkStory {

  private static final List<String> AUTHORITIES = Authorities.shipped();
  private static final int OF_EACH = 24;
  /** Which of them come about is left to the dice; the stories tell each of them by itself. */
  private static final int DIFFERENT_ENDS = 4;

  @Test
  void mixed_referrals_of_all_authorities_run_to_closure_and_nobody_sees_another_s() throws IOException {
    var files = new ArrayList<List<String>>();
    for (var authority : AUTHORITIES) {
      files.add(GenerateReferrals.lines(authority, OF_EACH, seed(), LocalDate.of(2026, 2, 2)));
    }
    var lines = new ArrayList<String>();
    for (var i = 0; i < OF_EACH; i++) {
      for (var file : files) {
        lines.add(file.get(i));
      }
    }

    runToClosure(lines, AUTHORITIES);

    for (var authority : List.of("camden", "north-east-lincolnshire", "warwickshire")) {
      assertThat(outcomes(authority)).as("ends of %s", authority).hasSizeGreaterThanOrEqualTo(DIFFERENT_ENDS);
    }
  }

  /** Another one gives other referrals. */
  protected long seed() {
    return 7;
  }

  private List<String> outcomes(String authority) {
    return cases.list(List.of(authority), "", 1000).stream().map(CaseRecord::outcome).map(outcome -> outcome.orElseThrow()).distinct().toList();
  }
}
