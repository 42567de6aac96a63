package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.baton.casefile.CaseRecord;
import org.baton.support.BulkStory;
import org.junit.jupiter.api.Test;

/** Half of the file of 200 made-up referrals, every second one. Runs on each database; {@code MixedBulkOnPostgresTest} takes 200. */
abstract class WarwickshireBulkStory extends BulkStory {

  @Test
  void a_hundred_referrals_run_to_closure_over_the_rest_apis_and_no_case_is_ever_without_a_holder() throws IOException {
    var all = Files.readAllLines(Path.of("src/main/resources/demo/warwickshire-referrals.jsonl"));
    assertThat(all).hasSize(200);
    var lines = IntStream.range(0, all.size() / 2).mapToObj(number -> all.get(2 * number)).toList();

    runToClosure(lines, List.of("warwickshire"));

    assertThat(cases.list(List.of("warwickshire"), "", 1000)).extracting(CaseRecord::outcome).extracting(outcome -> outcome.orElseThrow())
        .as("every way out was taken").contains("NEEDS_MET", "REFERRED_TO_MASH", "NOT_HEARD_CONSENT_REFUSED", "SIGNPOSTED");
  }
}
