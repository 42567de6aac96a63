package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored has no stray blanks, and nothing that turns, hides or breaks other text. */
class FormTextTest {

  @Test
  void blanks_at_the_ends_go_and_those_within_stay() {
    assertThat(FormText.clean("  Ann  Marie\u00a0\u200b\n")).isEqualTo("Ann  Marie");
    assertThat(FormText.clean("one\r\ntwo\rthree\u2028four")).isEqualTo("one\ntwo\nthree\nfour");
  }

  @Test
  void marks_that_an_address_book_puts_around_a_number_go() {
    assertThat(FormText.clean("\u202a07700 900123\u202c")).isEqualTo("07700 900123");
    assertThat(FormText.clean("\u2066 Ann \u2069")).isEqualTo("Ann");
  }

  @Test
  void texts_in_rows_and_lists_are_cleaned_too() {
    assertThat(FormText.clean(Map.of("children", List.of(Map.of("name", " Ben ")), "risks", List.of(" A "))))
        .isEqualTo(Map.of("children", List.of(Map.of("name", "Ben")), "risks", List.of("A")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00a0", "\u200b\u200b", "\u3000", "\ufeff", "\t\n", "\u115f\u3164", "\u00ad"})
  void what_nobody_can_see_is_blank(String text) {
    assertThat(FormText.blank(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\u007fb", "a\u202eb", "a\u2066b", "a\ud800b", "a\udc00b", "a\uffffb"})
  void a_text_is_refused_that_has(String text) {
    assertThat(FormText.fault(text, true)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zażółć gęślą jaźń", "محمد", "李小龍", "\ud83d\udc76\ud83c\udffd", "O\u2019Neill", "Sinéad", "<b>x</b> {{y}} ${1+1}"})
  void any_language_and_any_sign_that_can_be_seen_is_text(String text) {
    assertThat(FormText.fault(text, false)).isEmpty();
    assertThat(FormText.clean(text)).isEqualTo(text);
  }

  @Test
  void a_line_has_no_breaks_and_a_longer_text_may() {
    assertThat(FormText.fault("one\ntwo", false)).contains("one line without tabs");
    assertThat(FormText.fault("one\ntwo\tthree", true)).isEmpty();
  }
}
