package org.baton.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a text in an answer may be, whoever sends it, and how it is kept: without stray blanks and marks at its ends, with equal line ends. */
public final class FormText {

  /** Deeper than any form nests its answers; what lies deeper is left as it is, and refused by the form's rules. */
  private static final int DEEPEST = 8;

  private FormText() {}

  /** The answers as they are kept; texts of blanks only become empty. */
  public static Map<String, Object> clean(Map<String, ?> answers) {
    var clean = new LinkedHashMap<String, Object>();
    answers.forEach((key, value) -> clean.put(key, clean(value, 1)));
    return clean;
  }

  /** One text as it is kept: line ends made equal, no blanks at either end; empty if nothing in it can be seen. */
  public static String clean(String text) {
    var lines = text.replaceAll("\\r\\n?|[\\u0085\\u2028\\u2029]", "\n");
    var first = 0;
    var last = lines.length();
    while (first < last && unseen(lines.charAt(first))) {
      first++;
    }
    while (last > first && unseen(lines.charAt(last - 1))) {
      last--;
    }
    return lines.substring(first, last);
  }

  /** Whether nothing in the text can be seen: blanks, no-break and zero-width blanks among them. */
  public static boolean blank(String text) {
    return text.chars().allMatch(letter -> unseen((char) letter));
  }

  /**
   * What is wrong with the letters of a text, in words that say what was expected.
   *
   * @param lines whether it may have line breaks and tabs
   */
  public static Optional<String> fault(String text, boolean lines) {
    for (var i = 0; i < text.length(); ) {
      var point = text.codePointAt(i);
      if (point == '\n' || point == '\r' || point == '\t') {
        if (!lines) {
          return Optional.of("one line without tabs");
        }
      } else if (Character.isISOControl(point)) {
        return Optional.of("a text without control characters");
      } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE || (point & 0xFFFE) == 0xFFFE) {
        return Optional.of("a text without broken characters");
      } else if (turns(point)) {
        return Optional.of("a text without characters that turn the direction of others");
      }
      i += Character.charCount(point);
    }
    return Optional.empty();
  }

  private static Object clean(Object value, int depth) {
    if (value instanceof String text) {
      return clean(text);
    }
    if (depth < DEEPEST && value instanceof Map<?, ?> map) {
      var clean = new LinkedHashMap<Object, Object>();
      map.forEach((key, each) -> clean.put(key, clean(each, depth + 1)));
      return clean;
    }
    if (depth < DEEPEST && value instanceof Collection<?> list) {
      List<Object> clean = new ArrayList<>();
      list.forEach(each -> clean.add(clean(each, depth + 1)));
      return clean;
    }
    return value;
  }

  /** Sets the direction of what follows; address books put a pair of them around a copied number. */
  private static boolean turns(int letter) {
    return letter >= 0x202A && letter <= 0x202E || letter >= 0x2066 && letter <= 0x2069;
  }

  /** Blanks of every script and what has no width; controls other than blanks stay, to be refused by name. */
  private static boolean unseen(char letter) {
    return Character.isWhitespace(letter) && !(letter >= 0x1C && letter <= 0x1F) || Character.isSpaceChar(letter)
        || letter >= 0x200B && letter <= 0x200F || turns(letter) || letter == 0x2060 || letter == 0xFEFF || letter == 0x00AD || letter == 0x180E
        || letter == 0x115F || letter == 0x1160 || letter == 0x3164 || letter == 0xFFA0;
  }
}
