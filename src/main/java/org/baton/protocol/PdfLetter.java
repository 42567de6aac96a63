package org.baton.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A text as pages that any reader opens, a new one at each form feed; with a password where it is to be kept from others. */
public final class PdfLetter {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final float SIZE = 11;
  private static final float LINE = 15;
  private static final float MARGIN = 60;
  private static final int KEY_BITS = 256;

  private PdfLetter() {}

  /** @param secret the password to open it (AES-256); null for none */
  public static byte[] write(String heading, String body, String secret) {
    try (var document = new PDDocument(); var bytes = new ByteArrayOutputStream(); var font = PDDocument.class.getResourceAsStream(FONT)) {
      document.getDocumentInformation().setTitle(heading);
      var loaded = PDType0Font.load(document, font);
      for (var part : (heading + "\n\n" + body).split("\f")) {
        pages(document, loaded, part.strip());
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

  private static void pages(PDDocument document, PDFont font, String text) throws IOException {
    var lines = lines(font, text, PDRectangle.A4.getWidth() - 2 * MARGIN);
    var perPage = (int) ((PDRectangle.A4.getHeight() - 2 * MARGIN) / LINE);
    for (var first = 0; first < lines.size(); first += perPage) {
      var page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(font, SIZE);
        content.setLeading(LINE);
        content.newLineAtOffset(MARGIN, PDRectangle.A4.getHeight() - MARGIN);
        for (var line : lines.subList(first, Math.min(lines.size(), first + perPage))) {
          content.showText(line);
          content.newLine();
        }
        content.endText();
      }
    }
  }

  private static List<String> lines(PDFont font, String text, float width) throws IOException {
    var lines = new ArrayList<String>();
    for (var paragraph : text.split("\\R", -1)) {
      var line = new StringBuilder();
      for (var word : paragraph.split(" ")) {
        var printable = printable(font, word);
        if (!line.isEmpty() && font.getStringWidth(line + " " + printable) / 1000 * SIZE > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(printable);
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** A letter that the font lacks shows as a question mark, so that one name does not hold up a letter. */
  private static String printable(PDFont font, String word) {
    var printable = new StringBuilder();
    word.codePoints().forEach(point -> {
      var letter = Character.toString(point);
      try {
        font.encode(letter);
        printable.append(letter);
      } catch (IOException | IllegalArgumentException unknown) {
        printable.append('?');
      }
    });
    return printable.toString();
  }
}
