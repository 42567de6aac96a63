package org.baton.protocol;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import java.text.Normalizer;

/** A text as letters can be drawn of it: Arabic letters joined, tabs spread, and what no face has written as its number. */
final class LetterText {

  private static final String TAB = "    ";

  private LetterText() {}

  static String of(String text) {
    return legible(joined(Normalizer.normalize(text, Normalizer.Form.NFC)));
  }

  /** Arabic letters in the form that their neighbours ask for; vowel marks stay marks, which the library makes letters of their own. */
  private static String joined(String text) {
    if (text.chars().noneMatch(letter -> letter >= 0x0600 && letter <= 0x06FF)) {
      return text;
    }
    try {
      var shaped = new ArabicShaping(ArabicShaping.LETTERS_SHAPE | ArabicShaping.TEXT_DIRECTION_LOGICAL | ArabicShaping.LENGTH_GROW_SHRINK).shape(text);
      var joined = new StringBuilder();
      shaped.codePoints().forEach(point -> {
        var letter = Character.toString(point);
        joined.append(point >= 0xFE70 && point <= 0xFE7F ? Normalizer.normalize(letter, Normalizer.Form.NFKC).substring(1) : letter);
      });
      return joined.toString();
    } catch (ArabicShapingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A letter that no face has is written as its number, so that it can be looked up and nothing is lost unseen. */
  private static String legible(String text) {
    var legible = new StringBuilder();
    text.codePoints().forEach(point -> {
      if (point == '\t') {
        legible.append(TAB);
      } else if (Character.isISOControl(point) || Character.charCount(point) == 1 && Character.isSurrogate((char) point)) {
        legible.append(number(point));
      } else if (Typeface.isUnseen(point) || Typeface.anyHas(point)) {
        legible.appendCodePoint(point);
      } else if (UCharacter.getType(point) == UCharacterCategory.SPACE_SEPARATOR) {
        legible.append(' ');
      } else {
        legible.append(number(point));
      }
    });
    return legible.toString();
  }

  private static String number(int point) {
    return "[U+%04X]".formatted(point);
  }
}
