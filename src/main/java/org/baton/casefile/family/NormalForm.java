package org.baton.casefile.family;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The one form under which a name or an address is found however it was typed: without accents, apostrophes, hyphens, blanks and
 * difference of case. Kept beside what was typed, never shown. Nothing follows from two equal forms but that a person is asked.
 */
public final class NormalForm {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
  /** Letters that Unicode does not take apart although people type them apart. */
  private static final Map<String, String> LETTERS = Map.of("ł", "l", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "æ", "ae", "œ", "oe", "ı", "i", "ħ", "h");
  private static final int NAME = 100;
  private static final int LINE = 200;
  private static final int POSTCODE = 12;

  private NormalForm() {}

  /** Of one name, or of several that belong together. @return at most 100 characters; empty for null or blanks alone */
  public static String name(String typed) {
    return cut(folded(typed), NAME);
  }

  /** Of an address without its post code: letters and digits alone. @return at most 200 characters; empty for null or blanks alone */
  public static String addressLine(String typed) {
    return cut(folded(typed), LINE);
  }

  /** Of a post code. @return upper case without blanks, at most 12 characters; empty for null or blanks alone */
  public static String postcode(String typed) {
    return cut(folded(typed).toUpperCase(Locale.ROOT), POSTCODE);
  }

  /** What is stored of a typed name or address: no blank at either end and no two together. @return null where nothing remains */
  public static String tidy(String typed) {
    var tidy = typed == null ? "" : BLANKS.matcher(typed).replaceAll(" ").strip();
    return tidy.isEmpty() ? null : tidy;
  }

  private static String folded(String typed) {
    var tidy = tidy(typed);
    if (tidy == null) {
      return "";
    }
    var plain = MARKS.matcher(Normalizer.normalize(tidy, Normalizer.Form.NFKD)).replaceAll("").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    for (var letter : LETTERS.entrySet()) {
      plain = plain.replace(letter.getKey(), letter.getValue());
    }
    var letters = SIGNS.matcher(plain).replaceAll("");
    return letters.isEmpty() ? plain : letters;
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, longest)));
  }
}
