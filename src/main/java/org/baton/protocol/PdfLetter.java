package org.baton.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** A text of any language as pages that any reader opens, a new one at each form feed; with a password where it is to be kept from others. */
public final class PdfLetter {

  private static final float SIZE = 11;
  private static final float LINE = 15;
  private static final float MARGIN = 60;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
  private static final int KEY_BITS = 256;

  private final PDDocument document;
  private final Map<Typeface, PDFont> fonts = new EnumMap<>(Typeface.class);

  private PdfLetter(PDDocument document) {
    this.document = document;
  }

  /**
   * Whatever was typed stands within the margins; a letter that no face has is written as its number, such as {@code [U+12000]}.
   *
   * @param secret the password to open it (AES-256); null for none
   */
  public static byte[] write(String heading, String body, String secret) {
    try (var document = new PDDocument(); var bytes = new ByteArrayOutputStream()) {
      document.getDocumentInformation().setTitle(heading);
      var letter = new PdfLetter(document);
      for (var part : (heading + "\n\n" + body).split("\f")) {
        letter.pages(part.strip());
      }
      if (secret != null) {
        var policy = new StandardProtectionPolicy(secret, secret, new AccessPermission());
        policy.setEncryptionKeyLength(KEY_BITS);
        policy.setPreferAES(true);
        document.protect(policy);
      }
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void pages(String text) throws IOException {
    var lines = Stream.of(text.split("\\R", -1)).flatMap(paragraph -> LetterParagraph.lines(paragraph, SIZE, WIDTH).stream()).toList();
    var perPage = (int) ((PDRectangle.A4.getHeight() - 2 * MARGIN) / LINE);
    for (var first = 0; first < lines.size(); first += perPage) {
      page(lines.subList(first, Math.min(lines.size(), first + perPage)));
    }
  }

  private void page(List<LetterParagraph.Line> lines) throws IOException {
    var page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.newLineAtOffset(MARGIN, PDRectangle.A4.getHeight() - MARGIN);
      var indent = 0f;
      for (var line : lines) {
        content.newLineAtOffset(line.indent() - indent, 0);
        indent = line.indent();
        for (var run : line.runs()) {
          show(content, run);
        }
        content.newLineAtOffset(0, -LINE);
      }
      content.endText();
    }
  }

  /** Where letters join or change places, readers and screen readers take the text as it is said beside the drawing. */
  private void show(PDPageContentStream content, LetterParagraph.Run run) throws IOException {
    content.setFont(font(run.face()), SIZE);
    if (run.face().joining() == Typeface.Joining.NONE) {
      content.showText(run.glyphs());
      return;
    }
    var said = new COSDictionary();
    said.setString(COSName.ACTUAL_TEXT, run.text());
    content.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(said));
    content.showText(run.glyphs());
    content.endMarkedContent();
  }

  private PDFont font(Typeface face) throws IOException {
    var font = fonts.get(face);
    if (font == null) {
      font = face.in(document);
      fonts.put(face, font);
    }
    return font;
  }
}
