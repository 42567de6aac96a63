package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One rule for what a date in an answer is. */
class FormDateTest {

  @ParameterizedTest
  @CsvSource({"2026-05-31, 2026-05-31", "2015-05-31T23:00:00Z, 2015-06-01", "2015-05-31T22:59:59Z, 2015-05-31", "2015-12-31T23:30:00Z, 2015-12-31",
      "2026-03-29T00:30:00.000+0000, 2026-03-29", "2026-07-01T00:30:00+02:00, 2026-06-30"})
  void an_instant_lies_on_its_day_in_london(String typed, LocalDate day) {
    assertThat(FormDate.read(typed)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2015-06-01Tgarbage", "2026-01-01 evil <b>", "2026-01-01\r\nX: y", "2026-02-30", "2026-13-01", "1 June 2026", "2026-6-1", "  ",
      "2026-06-01T10:00:00", "+999999999-01-01", "2026-06-01T25:00:00Z"})
  void anything_else_is_no_date(String typed) {
    assertThat(FormDate.read(typed)).isEmpty();
  }

  @Test
  void what_was_kept_before_there_was_one_rule_still_counts_from_its_day() {
    assertThat(FormDate.kept("2026-05-31")).isEqualTo("2026-05-31");
    assertThat(FormDate.kept("2026-05-31T23:00:00")).isEqualTo("2026-05-31");
    assertThat(FormDate.kept("2015-06-01Tgarbage")).isEqualTo("2015-06-01");
  }

  @Test
  void nothing_and_a_number_are_no_dates() {
    assertThat(FormDate.read(null)).isEmpty();
    assertThat(FormDate.read(20260601)).isEmpty();
  }
}
