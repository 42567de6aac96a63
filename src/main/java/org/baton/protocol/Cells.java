package org.baton.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What cells of tables are made of: texts in quotation marks, numbers, true and false, and lists of them. */
final class Cells {

  private static final Pattern TEXT = Pattern.compile("\"[^\"\\\\]*\"");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");

  private Cells() {}

  /** The parts between commas, those within quotation marks left out of account; in time that grows with the length alone. */
  static List<String> split(String cell) {
    var parts = new ArrayList<String>();
    var from = 0;
    var quoted = false;
    for (var at = 0; at < cell.length(); at++) {
      if (cell.charAt(at) == '"') {
        quoted = !quoted;
      } else if (cell.charAt(at) == ',' && !quoted) {
        parts.add(cell.substring(from, at).strip());
        from = at + 1;
      }
    }
    parts.add(cell.substring(from).strip());
    return parts;
  }

  static boolean isText(String part) {
    return TEXT.matcher(part).matches();
  }

  static boolean isNumber(String part) {
    return NUMBER.matcher(part).matches();
  }

  static boolean isTruth(String part) {
    return part.equals("true") || part.equals("false");
  }

  /** Whether the cell says nothing: empty, or the dash of an input cell. */
  static boolean isEmpty(String cell) {
    return cell.isEmpty() || cell.equals("-");
  }

  /** What stands between the quotation marks; empty if the cell is no text. */
  static Optional<String> text(String cell) {
    return isText(cell) ? Optional.of(cell.substring(1, cell.length() - 1)) : Optional.empty();
  }
}
