package org.baton.protocol;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The faces of a letter, in the order in which they are asked for a word: docs/decisions/letters-in-any-language.md says where they come from. */
enum Typeface {
  LATIN("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf", Joining.NONE),
  ARABIC("/fonts/NotoSansArabic-Regular.ttf", Joining.NONE),
  DEVANAGARI("/fonts/NotoSansDevanagari-Regular.ttf", Joining.BY_FONT),
  BENGALI("/fonts/NotoSansBengali-Regular.ttf", Joining.BY_FONT),
  GUJARATI("/fonts/NotoSansGujarati-Regular.ttf", Joining.BY_FONT),
  GURMUKHI("/fonts/NotoSansGurmukhi-Regular.ttf", Joining.VOWELS_MOVED),
  TAMIL("/fonts/NotoSansTamil-Regular.ttf", Joining.VOWELS_MOVED),
  MALAYALAM("/fonts/NotoSansMalayalam-Regular.ttf", Joining.VOWELS_MOVED),
  THAI("/fonts/NotoSansThai-Regular.ttf", Joining.NONE),
  ETHIOPIC("/fonts/NotoSansEthiopic-Regular.ttf", Joining.NONE),
  /** Vietnamese, Greek, Georgian, Armenian, Lao, marks, signs and arrows. */
  WIDE("/fonts/DejaVuSans.ttf", Joining.NONE),
  EMOJI("/fonts/NotoEmoji-Regular.ttf", Joining.NONE),
  EAST_ASIAN("/fonts/DroidSansFallback.ttf", Joining.NONE);

  /** How the letters of a syllable come together. */
  enum Joining { NONE, VOWELS_MOVED, BY_FONT }

  private static final int LAST_PLANE_WITH_LETTERS = 0x3FFFF;

  private final String file;
  private final Joining joining;
  private Map<Integer, Float> advances;

  Typeface(String file, Joining joining) {
    this.file = file;
    this.joining = joining;
  }

  Joining joining() {
    return joining;
  }

  /** The first face that has the whole piece of text; none when it takes several. */
  static Optional<Typeface> of(String text, int start, int limit) {
    return Stream.of(values()).filter(face -> face.hasAll(text, start, limit)).findFirst();
  }

  static boolean anyHas(int point) {
    return Stream.of(values()).anyMatch(face -> face.has(point));
  }

  /** Has no form of its own and stands for a joint, a break, a direction or a variant. */
  static boolean isUnseen(int point) {
    return UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }

  boolean has(int point) {
    return advances().containsKey(point);
  }

  /** @return the way to the next letter in thousandths of the size, before letters join; 0 for what is not seen */
  float advance(int point) {
    return isUnseen(point) ? 0 : advances().getOrDefault(point, 0f);
  }

  /** The face in that document, where only the letters that were used will stand. */
  PDFont in(PDDocument document) throws IOException {
    var font = parsed();
    document.registerTrueTypeFontForClosing(font);
    font.setEnableGsub(joining == Joining.BY_FONT);
    return PDType0Font.load(document, font, true);
  }

  private boolean hasAll(String text, int start, int limit) {
    return text.substring(start, limit).codePoints().allMatch(point -> isUnseen(point) || has(point));
  }

  private synchronized Map<Integer, Float> advances() {
    if (advances == null) {
      try (var font = parsed()) {
        var letters = font.getUnicodeCmapLookup();
        var found = new HashMap<Integer, Float>();
        for (var point = 0; point <= LAST_PLANE_WITH_LETTERS; point++) {
          var glyph = letters.getGlyphId(point);
          if (glyph > 0) {
            found.put(point, font.getAdvanceWidth(glyph) * 1000f / font.getUnitsPerEm());
          }
        }
        advances = Map.copyOf(found);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return advances;
  }

  private TrueTypeFont parsed() throws IOException {
    try (var in = PDDocument.class.getResourceAsStream(file)) {
      return new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in));
    }
  }
}
