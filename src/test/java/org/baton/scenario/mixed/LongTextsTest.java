package org.baton.scenario.mixed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baton.platform.demo.SampleAnswers;
import org.baton.support.Authorities;
import org.baton.support.BulkStory;
import org.junit.jupiter.api.Test;

/** Whoever writes as much as every form lets them write loses nothing: letters, minutes, extracts and filed papers have room for all of it. */
class LongTextsTest extends BulkStory {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> AUTHORITIES = Authorities.shipped();
  private static final int CASES = 8;

  @Test
  void cases_of_the_longest_answers_run_to_closure_in_each_authority() throws IOException {
    sample = new SampleAnswers(11, LocalDate.of(2026, 2, 2), true);
    var lines = new ArrayList<String>();
    for (var number = 0; number < CASES; number++) {
      for (var authority : AUTHORITIES) {
        lines.add(line(authority, number));
      }
    }
    runToClosure(lines, AUTHORITIES);
  }

  private String line(String authority, int number) throws JsonProcessingException {
    return JSON.writeValueAsString(Map.of("authority", authority, "key", authority + "-long-" + number,
        "answers", sample.referral(packs.current(authority).form("referral"), Map.of())));
  }
}
