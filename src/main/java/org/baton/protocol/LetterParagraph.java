package org.baton.protocol;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** One paragraph of a letter, broken into lines of a width: every letter in a face that has it, in the order in which it is seen from left to right. */
final class LetterParagraph {

  /** @param glyphs as drawn from the left; {@code text} as it is read, which differs where letters of a syllable change places */
  record Run(Typeface face, String glyphs, String text) {}

  /** @param indent points from the left margin: lines of a paragraph from right to left end at the right one */
  record Line(List<Run> runs, float indent) {}

  private static final char SOFT_HYPHEN = '\u00AD';
  private static final char HYPHEN = '-';
  private static final char NO_WIDTH_SPACE = '\u200B';
  private static final char FIRST_WITHOUT_BLANKS = '\u0E00';
  private static final float ROUNDING = 0.01f;

  private final String text;
  private final float size;
  private final float width;
  private final Typeface[] faces;
  private final double[] reach;
  /** Where a line may end, from what is tried first to what always goes. */
  private final List<BitSet> breaks;
  private final Bidi bidi;
  private final List<Line> lines = new ArrayList<>();
  private int first;
  private int last;

  private LetterParagraph(String text, float size, float width) {
    this.text = text;
    this.size = size;
    this.width = width;
    var clusters = boundaries(BreakIterator.getCharacterInstance(Locale.ROOT));
    var opportunities = boundaries(BreakIterator.getLineInstance(Locale.ROOT));
    this.breaks = List.of(betweenWords(opportunities), opportunities, clusters, betweenLetters());
    this.faces = faces(clusters);
    this.reach = reach();
    this.bidi = new Bidi();
    bidi.setPara(text, Bidi.LEVEL_DEFAULT_LTR, null);
  }

  /**
   * @param size of the letters, in points
   * @param width of the lines, in points
   * @return at least one line; none is wider
   */
  static List<Line> lines(String paragraph, float size, float width) {
    var text = LetterText.of(paragraph);
    if (text.isEmpty()) {
      return List.of(new Line(List.of(), 0));
    }
    return new LetterParagraph(text, size, width).broken();
  }

  private BitSet boundaries(BreakIterator pieces) {
    var boundaries = new BitSet(text.length() + 1);
    pieces.setText(text);
    for (var at = pieces.first(); at != BreakIterator.DONE; at = pieces.next()) {
      boundaries.set(at);
    }
    return boundaries;
  }

  /** A word that has room on a line of its own is not parted, unless its script writes no blanks or the writer says where. */
  private BitSet betweenWords(BitSet opportunities) {
    var between = new BitSet();
    opportunities.stream().filter(at -> at == 0 || at == text.length() || endsWord(text.charAt(at - 1))).forEach(between::set);
    return between;
  }

  private static boolean endsWord(char letter) {
    return letter == SOFT_HYPHEN || letter == NO_WIDTH_SPACE || UCharacter.isWhitespace(letter) || letter >= FIRST_WITHOUT_BLANKS;
  }

  private BitSet betweenLetters() {
    var between = new BitSet();
    for (var at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      between.set(at);
    }
    between.set(text.length());
    return between;
  }

  private Typeface[] faces(BitSet clusters) {
    var found = new Typeface[text.length()];
    for (int start = 0, limit; start < text.length(); start = limit) {
      var blank = UCharacter.isWhitespace(text.charAt(start));
      limit = start + 1;
      while (!blank && limit < text.length() && !UCharacter.isWhitespace(text.charAt(limit))) {
        limit++;
      }
      if (blank && start > 0 && found[start - 1].has(text.charAt(start))) {
        found[start] = found[start - 1];
      } else {
        choose(found, start, limit, List.of(clusters, breaks.get(breaks.size() - 1)));
      }
    }
    return found;
  }

  /** One face for a whole word where there is one, else for each letter with its marks, else for each sign. */
  private void choose(Typeface[] found, int start, int limit, List<BitSet> finer) {
    var face = Typeface.of(text, start, limit);
    if (face.isPresent()) {
      Arrays.fill(found, start, limit, face.get());
      return;
    }
    for (int from = start, to; from < limit; from = to) {
      to = next(finer.get(0), from, limit);
      choose(found, from, to, finer.subList(1, finer.size()));
    }
  }

  private static int next(BitSet boundaries, int from, int limit) {
    var next = boundaries.nextSetBit(from + 1);
    return next < 0 ? limit : Math.min(next, limit);
  }

  private double[] reach() {
    var points = new double[text.length() + 1];
    for (int at = 0, next; at < text.length(); at = next) {
      next = text.offsetByCodePoints(at, 1);
      var sum = points[at] + faces[at].advance(text.codePointAt(at)) / 1000 * size;
      for (var inside = at + 1; inside <= next; inside++) {
        points[inside] = sum;
      }
    }
    return points;
  }

  private List<Line> broken() {
    place(0, text.length(), -1);
    lines.add(line(first, trimmed(first, last)));
    return lines;
  }

  private void place(int start, int limit, int tried) {
    if (fits(first, limit)) {
      last = limit;
    } else if (fits(start, limit) || tried == breaks.size() - 1) {
      if (start > first) {
        lines.add(line(first, trimmed(first, last)));
        first = start;
      }
      last = limit;
    } else {
      for (int from = start, to; from < limit; from = to) {
        to = next(breaks.get(tried + 1), from, limit);
        place(from, to, tried + 1);
      }
    }
  }

  private boolean fits(int start, int limit) {
    var hyphen = text.charAt(limit - 1) == SOFT_HYPHEN ? Typeface.LATIN.advance(HYPHEN) / 1000 * size : 0;
    return reach[trimmed(start, limit)] - reach[start] + hyphen <= width + ROUNDING;
  }

  private int trimmed(int start, int limit) {
    var end = limit;
    while (end > start && UCharacter.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private Line line(int start, int limit) {
    if (start == limit) {
      return new Line(List.of(), 0);
    }
    var line = new RunsOfLine();
    var order = bidi.setLine(start, limit);
    for (var index = 0; index < order.countRuns(); index++) {
      var run = order.getVisualRun(index);
      var clusters = clusters(start + run.getStart(), start + run.getLimit(), limit, run.isOddRun());
      clusters.forEach(line::add);
    }
    var toTheRight = (bidi.getParaLevel() & 1) == 1;
    return new Line(line.runs(), toTheRight ? (float) Math.max(0, width - (reach[limit] - reach[start])) : 0);
  }

  /** Letters with their marks, from left to right. */
  private List<Run> clusters(int start, int limit, int lineLimit, boolean fromTheRight) {
    var clusters = new ArrayList<Run>();
    for (int from = start, to; from < limit; from = to) {
      to = next(breaks.get(2), from, limit);
      // A letter and its mark may stand in two faces.
      for (int part = from, end; part < to; part = end) {
        end = part + 1;
        while (end < to && faces[end] == faces[part]) {
          end++;
        }
        clusters.add(cluster(part, end, lineLimit, fromTheRight));
      }
    }
    if (fromTheRight) {
      Collections.reverse(clusters);
    }
    return clusters;
  }

  private Run cluster(int start, int limit, int lineLimit, boolean fromTheRight) {
    var face = faces[start];
    if (limit == lineLimit && text.charAt(limit - 1) == SOFT_HYPHEN) {
      return new Run(Typeface.LATIN, String.valueOf(HYPHEN), String.valueOf(HYPHEN));
    }
    var seen = new StringBuilder();
    text.substring(start, limit).codePoints().filter(point -> !Typeface.isUnseen(point)).forEach(point -> {
      var mirrored = UCharacter.getMirror(point);
      seen.appendCodePoint(fromTheRight && face.has(mirrored) ? mirrored : point);
    });
    var glyphs = face.joining() == Typeface.Joining.VOWELS_MOVED ? withVowelsMoved(seen.toString()) : seen.toString();
    return new Run(face, glyphs, seen.toString());
  }

  /** Signs that are said after a letter and written before it; those written on both sides come in two parts. */
  private static String withVowelsMoved(String syllable) {
    var before = new StringBuilder();
    var after = new StringBuilder();
    Normalizer.normalize(syllable, Normalizer.Form.NFD).codePoints().forEach(point -> {
      var isBefore = UCharacter.getIntPropertyValue(point, UProperty.INDIC_POSITIONAL_CATEGORY) == UCharacter.IndicPositionalCategory.LEFT;
      (isBefore ? before : after).appendCodePoint(point);
    });
    return before.append(after).toString();
  }
}
