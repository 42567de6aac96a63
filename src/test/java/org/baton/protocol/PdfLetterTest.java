package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was typed, in whatever language, can be read in the letter. */
class PdfLetterTest {

  private static final float MARGIN = 60;
  private static final float ROUNDING = 1;
  private static final String URL = "https://intranet.example.org/" + "children/families/".repeat(15) + "x";

  @ParameterizedTest
  @CsvSource({
    "Polish, Łukasz Wiśniewski-Żółć mieszka w Łodzi",
    "Vietnamese, Nguyễn Thị Hồng Ngọc sống ở Huế",
    "Yoruba, Ọláyínká àti Ẹ̀bùn ọmọ rẹ̀",
    "Greek, Ελένη Παπαδοπούλου",
    "Ukrainian, Олена Ґалаґан-Їжак",
    "Arabic, محمد يسكن في المدينة مع عائلته",
    "Persian, پدر چند ژاله گفت",
    "Urdu, یہ بچہ گھر میں ہے",
    "Hebrew, שלום ילדים",
    "Hindi, हिन्दी में बच्चे की कहानी प्रार्थना",
    "Bengali, বাংলা ভাষায় শিশুর কথা",
    "Gujarati, ગુજરાતી ભાષા",
    "Punjabi, ਪੰਜਾਬੀ ਵਿੱਚ ਲਿਖਿਆ",
    "Tamil, தமிழ் மொழி பெயர் கொடு",
    "Malayalam, മലയാളം കേരളം",
    "Thai, เด็กอยู่ที่บ้าน",
    "Lao, ສະບາຍດີ",
    "Amharic, ሰላም ልጆች",
    "Georgian, გამარჯობა ბავშვებო",
    "Armenian, Բարեւ երեխաներ",
    "Chinese, 王小明和他的母亲住在伯明翰",
    "Japanese, さくらちゃんのお母さんカタカナ",
    "Korean, 김민준 어린이",
    "Emoji, 👍 😀 🏠 ❤ ✔",
    "Signs, ✓ ☐ ½ € → ≥ °",
    "Quotation, “Nan’s house” – O’Neill…",
  })
  void what_was_typed_can_be_read(String language, String typed) throws IOException {
    assertThat(text(PdfLetter.write("To the family", typed, null))).as(language).isEqualTo("To the family " + Normalizer.normalize(typed, Normalizer.Form.NFC));
  }

  @ParameterizedTest
  @CsvSource({"0,'a\u0000b',a[U+0000]b", "1,'a\u0007b',a[U+0007]b", "2,'𒀀',[U+12000]", "3,'a\uD83Db',a[U+D83D]b", "4,'\uE000',[U+E000]", "5,'ខ្មែរ',[U+1781][U+17D2]"})
  void a_letter_that_no_face_has_is_written_as_its_number(int number, String typed, String written) throws IOException {
    assertThat(text(PdfLetter.write("Letter", typed, null))).startsWith("Letter " + written);
  }

  @Test
  void vowel_marks_of_arabic_are_all_there_though_readers_give_them_in_another_order() throws IOException {
    var typed = "مُحَمَّد";
    assertThat(text(PdfLetter.write("Letter", typed, null)).substring("Letter ".length()).codePoints().sorted().toArray()).isEqualTo(typed.codePoints().sorted().toArray());
  }

  @Test
  void every_letter_of_arabic_has_its_joined_forms_in_a_face() throws IOException {
    var letters = IntStream.rangeClosed(0x0621, 0x06D3).filter(Character::isLetter).mapToObj(Character::toString).collect(Collectors.toList());
    var joined = letters.stream().map(letter -> "ب" + letter + "ب").collect(Collectors.joining(" "));
    assertThat(text(PdfLetter.write("Letter", joined, null))).doesNotContain("[U+");
  }

  @Test
  void arabic_is_drawn_joined_from_the_right_margin() {
    var line = LetterParagraph.lines("سلام (1)", 11, 475).get(0);
    assertThat(line.runs().stream().map(LetterParagraph.Run::glyphs).collect(Collectors.joining())).isEqualTo("(1) \uFEE1\uFEFC\uFEB3");
    assertThat(line.indent()).isBetween(400f, 470f);
    var within = LetterParagraph.lines("Name: سلام", 11, 475).get(0);
    assertThat(within.indent()).isZero();
  }

  @Test
  void a_vowel_that_is_written_before_its_letter_is_drawn_there() {
    assertThat(LetterParagraph.lines("கொ", 11, 475).get(0).runs()).singleElement().satisfies(run -> {
      assertThat(run.glyphs()).isEqualTo("\u0BC6\u0B95\u0BBE");
      assertThat(run.text()).isEqualTo("கொ");
    });
  }

  @Test
  void a_word_stands_in_one_face_where_one_has_all_of_it() {
    assertThat(LetterParagraph.lines("Dear გამარჯობა 👍", 11, 475).get(0).runs()).extracting(LetterParagraph.Run::face)
        .containsExactly(Typeface.LATIN, Typeface.WIDE, Typeface.EMOJI);
  }

  @Test
  void a_word_that_has_room_on_a_line_of_its_own_is_not_parted() throws IOException {
    var text = "Please quote the reference of the case, which is ".repeat(2) + "WAR-2026-00017/Early-Help-and-Children’s-Social-Care and call";
    assertThat(lines(PdfLetter.write("Letter", text, null))).anyMatch(line -> line.startsWith("WAR-2026-00017/Early-Help-and-Children’s-Social-Care"));
  }

  @Test
  void a_soft_hyphen_shows_only_where_a_line_ends_at_it() throws IOException {
    assertThat(text(PdfLetter.write("Letter", "multi\u00ADagency", null))).isEqualTo("Letter multiagency");
    var lines = lines(PdfLetter.write("Letter", "x".repeat(70) + " multi\u00ADagency\u00ADmulti\u00ADagency", null));
    assertThat(String.join("|", lines)).matches("Letter\\|\\|?x{70} (multi|multiagency|multiagencymulti)-\\|(agency|multiagency|agencymultiagency)");
  }

  @Test
  void a_tab_is_a_gap() throws IOException {
    assertThat(text(PdfLetter.write("Letter", "Name:\tPenn", null))).isEqualTo("Letter Name: Penn");
    assertThat(LetterParagraph.lines("Name:\tPenn", 11, 475).get(0).runs().get(0).glyphs()).isEqualTo("Name:    Penn");
  }

  @Test
  void nothing_stands_beyond_the_margins() throws IOException {
    var scripts = List.of("Łódź i Żółć ", "Nguyễn Thị ", "محمد في المدينة ", "مُحَمَّدٌ ", "שלום ", "हिन्दी प्रार्थना क्षेत्र ", "বাংলা ক্ষেত্র ", "ગુજરાતી ", "தமிழ் கொடு ", "王小明和他的母亲", "さくら",
        "เด็กอยู่ที่บ้าน", "👨‍👩‍👧🏽", "a\u0301\u0323\u0302", "\t", "multi\u00ADagency\u00AD", "\u00A0", "   ");
    var body = scripts.stream().map(script -> script.repeat(60)).collect(Collectors.joining("\n"))
        + "\n" + String.join("", scripts).repeat(20)
        + "\nSee " + URL + " there\n" + "W".repeat(3000) + "\n" + "م".repeat(3000) + "\n" + "क्".repeat(1500) + "\na" + "\u0301".repeat(3000) + "\n" + " ".repeat(3000) + "x"
        + "\n" + "\uE000".repeat(300) + "\n" + "\u00A0".repeat(3000);
    var pdf = PdfLetter.write("Heading " + "which goes on ".repeat(40), body, null);
    assertThat(positions(pdf)).hasSizeGreaterThan(10_000).allSatisfy(position -> {
      assertThat(position.getX()).isGreaterThanOrEqualTo(MARGIN - ROUNDING);
      assertThat(position.getX() + position.getWidth()).isLessThanOrEqualTo(PDRectangle.A4.getWidth() - MARGIN + ROUNDING);
      assertThat(position.getY()).isBetween(MARGIN - ROUNDING, PDRectangle.A4.getHeight() - MARGIN + ROUNDING);
    });
    assertThat(text(pdf).replaceAll("\\s", "")).contains(URL, "W".repeat(3000), "م".repeat(3000));
  }

  @Test
  void faces_are_embedded_with_the_letters_used_and_no_others() throws IOException {
    var pdf = PdfLetter.write("Letter", "Łódź Nguyễn محمد שלום हिन्दी 王小明 さくら เด็ก 👍", null);
    assertThat(fonts(pdf)).hasSizeGreaterThan(5).allSatisfy(font -> {
      assertThat(font.isEmbedded()).isTrue();
      assertThat(font.getName()).matches("[A-Z]{6}\\+.+");
    });
    assertThat(pdf).hasSizeLessThan(100_000);
    assertThat(fonts(PdfLetter.write("Letter", "Plain English", null))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A plain word or two of English. ", "محمد في المدينة ", "हिन्दी में ", "王小明和他的母亲"})
  void two_hundred_thousand_letters_make_a_letter(String piece) {
    var text = piece.repeat(200_000 / piece.length());
    assertThat(PdfLetter.write("Letter", text, null)).hasSizeLessThan(5_000_000);
  }

  @Test
  void a_letter_of_every_language_opens_with_its_password_alone() throws IOException {
    var pdf = PdfLetter.write("Letter", "हिन्दी محمد 王小明", "abcd-efgh");
    assertThatThrownBy(() -> Loader.loadPDF(pdf, "another")).isInstanceOf(InvalidPasswordException.class);
    try (var document = Loader.loadPDF(pdf, "abcd-efgh")) {
      assertThat(new PDFTextStripper().getText(document)).contains("हिन्दी", "محمد", "王小明");
    }
  }

  /** Where a face joins signs of its own that no writer would put together, it can draw them wider than they stand alone. */
  @Property(tries = 150)
  void signs_in_any_order_of_scripts_that_join_make_a_letter(@ForAll("joining") String typed) {
    assertThat(PdfLetter.write(typed, typed, null)).isNotEmpty();
  }

  @Property(tries = 200)
  void anything_typed_makes_a_letter(@ForAll("texts") String typed) throws IOException {
    assertThat(positions(PdfLetter.write(typed, typed, null))).allSatisfy(position ->
        assertThat(position.getX() + position.getWidth()).isLessThanOrEqualTo(PDRectangle.A4.getWidth() - MARGIN + ROUNDING));
  }

  /** Each script in whatever order, its signs where no writer would put them, and anything at all. */
  @Provide
  Arbitrary<String> texts() {
    return of("\u0A00\u0A7F", "\u0B80\u0BFF", "\u0D00\u0D7F", "\u0600\u06FF", "\u0590\u05FF", "\u0E00\u0E7F", "\u2000\u206F", "\u0000\u00FF", "\u4E00\u4FFF");
  }

  @Provide
  Arbitrary<String> joining() {
    return of("\u0900\u097F", "\u0980\u09FF", "\u0A80\u0AFF", "\u0000\uFFFF");
  }

  private static Arbitrary<String> of(String... blocks) {
    return Arbitraries.of(blocks)
        .flatMap(block -> Arbitraries.strings().withCharRange(block.charAt(0), block.charAt(1)).withChars(' ', '\u200D', '\u200C').ofMaxLength(200));
  }

  private static String text(byte[] pdf) throws IOException {
    return String.join(" ", lines(pdf)).replaceAll("\\s+", " ").strip();
  }

  private static List<String> lines(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).lines().map(String::strip).toList();
    }
  }

  private static List<TextPosition> positions(byte[] pdf) throws IOException {
    var found = new ArrayList<TextPosition>();
    try (var document = Loader.loadPDF(pdf)) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition position) {
          found.add(position);
        }
      }.writeText(document, new StringWriter());
    }
    return found;
  }

  private static List<PDFont> fonts(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var resources = document.getPage(0).getResources();
      var fonts = new ArrayList<PDFont>();
      for (var name : StreamSupport.stream(resources.getFontNames().spliterator(), false).toList()) {
        fonts.add(resources.getFont(name));
      }
      return fonts;
    }
  }
}
