package org.baton.protocol;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What may stand in the cells of one column that Java reads. */
interface CellKind {

  Pattern TIME = Pattern.compile("\\d{2}:\\d{2}");

  /**
   * @param cell as written, texts in quotation marks
   * @return what is expected, in words; empty if the cell can be read
   */
  Optional<String> refuses(String cell, PackWords words);

  /** A text that is not blank. @param longest in characters */
  static CellKind text(int longest) {
    return (cell, words) -> Cells.text(cell).filter(text -> !text.isBlank() && text.length() <= longest).isPresent()
        ? Optional.empty() : Optional.of("a text in quotation marks, not blank, of " + longest + " characters at most");
  }

  /** A text of that pattern. @param like how such a text looks */
  static CellKind name(int longest, String pattern, String like) {
    return (cell, words) -> Cells.text(cell).filter(text -> text.matches(pattern) && text.length() <= longest).isPresent()
        ? Optional.empty() : Optional.of("a name such as \"" + like + "\", of " + longest + " characters at most");
  }

  static CellKind truth() {
    return (cell, words) -> Cells.isTruth(cell) ? Optional.empty() : Optional.of("true or false");
  }

  static CellKind whole(int least, int most) {
    return (cell, words) -> number(cell).filter(number -> number >= least && number <= most).isPresent()
        ? Optional.empty() : Optional.of("a whole number from " + least + " to " + most);
  }

  /** A time of day in London, for example {@code "17:00"}. */
  static CellKind time() {
    return (cell, words) -> Cells.text(cell).filter(CellKind::isTime).isPresent() ? Optional.empty() : Optional.of("a time of day (London) such as \"17:00\"");
  }

  static CellKind oneOf(String... known) {
    return oneOf(words -> List.of(known), "one of");
  }

  static <E extends Enum<E>> CellKind oneOf(Class<E> known) {
    return oneOf(Arrays.stream(known.getEnumConstants()).map(Enum::name).toArray(String[]::new));
  }

  /** One of what another file of the pack names. @param what it is, in words that end in "one of" */
  static CellKind oneOf(Function<PackWords, Collection<String>> known, String what) {
    return (cell, words) -> Cells.text(cell).filter(known.apply(words)::contains).isPresent() ? Optional.empty() : Optional.of(what + " " + Near.first(known.apply(words), Cells.text(cell).orElse("")));
  }

  /** One or several of them in one text, parted by commas. @param longest in characters, of the whole text */
  static CellKind listOf(int longest, Function<PackWords, Collection<String>> known, String what) {
    return (cell, words) -> Cells.text(cell).filter(text -> text.length() <= longest && known.apply(words).containsAll(List.of(text.split(",\\s*", -1)))).isPresent()
        ? Optional.empty() : Optional.of("several parted by commas, of " + longest + " characters at most, each " + what + " " + known.apply(words));
  }

  /** As this one, or nothing at all. */
  default CellKind orNothing() {
    return (cell, words) -> Cells.isEmpty(cell) || Cells.text(cell).filter(String::isEmpty).isPresent()
        ? Optional.empty() : refuses(cell, words).map(expected -> expected + ", or nothing");
  }

  /** As this one, of so many characters at most. */
  default CellKind within(int longest) {
    return (cell, words) -> refuses(cell, words).or(() -> Cells.text(cell).filter(text -> text.length() > longest).map(text -> longest + " characters at most"));
  }

  static Optional<Integer> number(String cell) {
    return Cells.isNumber(cell) && !cell.contains(".") ? Optional.of(Integer.valueOf(cell)) : Optional.empty();
  }

  private static boolean isTime(String text) {
    try {
      return TIME.matcher(text).matches() && LocalTime.parse(text) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
