package org.baton.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.baton.proof.Traceability;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A few of those that tests noticed at the last whole run are taken away again, others each day. */
class MutationSampleTest {

  /** Of each authority: those that an example notices take no time, the others a second or two. */
  private static final int BY_EXAMPLES = 20;
  private static final int BY_STORIES = 5;

  static List<String> authorities() throws IOException {
    return Traceability.authorities();
  }

  @ParameterizedTest
  @MethodSource("authorities")
  void what_is_taken_away_is_noticed(String authority) {
    var jury = new Jury(authority);
    var results = Results.of(authority, jury.tests());
    var killed = new ArrayList<>(Mutants.of(authority).stream().filter(mutant -> results.of(mutant).state() == Verdict.State.KILLED).toList());
    Collections.shuffle(killed, new Random(LocalDate.now().toEpochDay()));

    var sample = new ArrayList<>(killed.stream().filter(mutant -> byExample(jury, results.of(mutant))).limit(BY_EXAMPLES).toList());
    killed.stream().filter(mutant -> !byExample(jury, results.of(mutant))).limit(BY_STORIES).forEach(sample::add);

    assertThat(sample).as("mutants of %s that a test noticed; none is an authority that was never tried", authority)
        .allSatisfy(mutant -> assertThat(jury.of(mutant).state()).as(mutant.key()).isEqualTo(Verdict.State.KILLED));
  }

  private static boolean byExample(Jury jury, Verdict verdict) {
    return jury.tests().isExample(verdict.by());
  }
}
