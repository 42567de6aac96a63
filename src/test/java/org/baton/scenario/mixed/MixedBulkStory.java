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

  @Test
  void mixed_referrals_of_all_authorities_run_to_closure_and_nobody_sees_another_s() throws IOException {
    var files = new ArrayList<List<String>>();
    for (var authority : AUTHORITIES) {
      files.add(GenerateReferrals.lines(authority, referrals() / AUTHORITIES.size() + 1, seed(), LocalDate.of(2026, 2, 2)));
    }
    var lines = new ArrayList<String>();
    for (var i = 0; i < referrals(); i++) {
      lines.add(files.get(i % AUTHORITIES.size()).get(i / AUTHORITIES.size()));
    }

    runToClosure(lines, AUTHORITIES);

    assertThat(outcomes("warwickshire")).contains("NEEDS_MET", "REFERRED_TO_MASH");
    assertThat(outcomes("north-east-lincolnshire")).contains("STEPPED_UP", "OUTCOME_MET", "ADVICE_GIVEN", "REFERRED_TO_MASH");
    assertThat(outcomes("camden")).contains("NEEDS_MET", "NO_NEED", "COMMUNITY_SERVICE", "REFERRED_TO_MASH");
  }

  /** How many, of all authorities together. */
  protected int referrals() {
    return 102;
  }

  /** Another one gives other referrals. */
  protected long seed() {
    return 7;
  }

  private List<String> outcomes(String authority) {
    return cases.list(List.of(authority), "", 1000).stream().map(CaseRecord::outcome).map(outcome -> outcome.orElseThrow()).distinct().toList();
  }
}
