package org.baton.platform;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What went wrong while the fuzz test ran, one entry for each cause. */
final class FuzzFindings {

  static final int LONGEST_ANSWER = 20_000;
  private static final int MOST_CAUSES = 30;
  private static final Pattern INSIDE = Pattern.compile("(?i)\\b(select|insert into|update|delete from)\\b[^.]{1,200}\\b(from|values|set|where)\\b|jdbc|sqlstate|\\tat |\\n\\s+at [a-z]"
      + "|\\b(java|javax|jakarta)\\.[a-z]+\\.|\\b(org|com)\\.[a-z0-9]+\\.[a-z0-9.]+\\.[A-Z]|[A-Z][a-z]+(Pointer|Cast|Bounds|State|Argument|Access)Exception");

  private record Finding(long seed, String input, String answer, int times) {}

  private final Map<String, Finding> findings = new TreeMap<>();

  List<String> worst() {
    return findings.entrySet().stream().sorted(Comparator.comparing(entry -> -entry.getValue().times())).limit(MOST_CAUSES).map(entry -> "\n" + entry.getValue().times() + " x " + entry.getKey()
        + "\n    seed " + entry.getValue().seed() + ": " + entry.getValue().input() + "\n    answer: " + entry.getValue().answer()).toList();
  }

  /** What a refusal may say: no fault of the server's, nothing of its inside, and nothing of what was typed. */
  void refusal(String door, long seed, String input, int status, String text) {
    if (status >= 500) {
      found(door, seed, input, status + " " + text);
    }
    if (text.length() > LONGEST_ANSWER) {
      found(door, seed, input, status + " of more than " + LONGEST_ANSWER + " characters");
    }
    if (text.contains(FuzzInput.TYPED)) {
      found(door, seed, input, status + " repeats what was typed", around(text, text.indexOf(FuzzInput.TYPED)));
    }
    var inside = INSIDE.matcher(text);
    if (inside.find()) {
      found(door, seed, input, status + " shows the inside", around(text, inside.start()));
    }
  }

  void found(String door, long seed, String input, String answer) {
    found(door, seed, input, answer, answer);
  }

  /** @param kind by which failures of one cause are one */
  synchronized void found(String door, long seed, String input, String kind, String answer) {
    var pattern = kind.replaceAll("'[^']*'", "'..'").replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{8}\\b", "#").replaceAll("\\d+", "#");
    findings.merge(door + ": " + pattern.substring(0, Math.min(pattern.length(), 100)), new Finding(seed, shortened(input), shortened(answer), 1),
        (first, again) -> new Finding(first.seed(), first.input(), first.answer(), first.times() + 1));
  }

  static String thrown(Throwable e) {
    var place = e.getStackTrace().length == 0 ? "" : List.of(e.getStackTrace()).stream().filter(frame -> frame.getClassName().startsWith("org.baton.")).findFirst().map(frame -> " at " + frame).orElse("");
    return e.getClass().getSimpleName() + place + ": " + e.getMessage();
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 120));
  }

  static String shortened(byte[] bytes) {
    return bytes == null ? "" : shortened(new String(bytes, 0, Math.min(bytes.length, 2000), StandardCharsets.UTF_8));
  }

  static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), 600)).replaceAll("[\\p{Cntrl}]", "?");
  }
}
