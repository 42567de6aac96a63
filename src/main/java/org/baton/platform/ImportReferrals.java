package org.baton.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.baton.pathway.Referrals;
import org.baton.protocol.FormAnswersRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Takes referrals from the file of {@code --baton.import=FILE}: one JSON object a line with {@code authority}, {@code key} and the
 * {@code answers} of the authority's referral form; with {@code "open": true} those of its form for cases that ran before Baton. Says
 * for each line what happened and what it could not place; a line that is refused stops no other. Loading a file again opens no case
 * twice.
 */
@Component
@Order(40)
class ImportReferrals implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(ImportReferrals.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int LONGEST_LINE = 1_000_000;
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final Referrals referrals;

  ImportReferrals(Referrals referrals) {
    this.referrals = referrals;
  }

  private record Line(String authority, String key, boolean open, Map<String, Object> answers) {}

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    var files = arguments.getOptionValues("baton.import");
    if (files != null) {
      for (var file : files) {
        load(Path.of(file));
      }
    }
  }

  /** @return how many cases were opened */
  int load(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("baton.import is '" + file + "'; expected a file of referrals, one JSON object a line");
    }
    var opened = 0;
    var number = 0;
    try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
      for (var line = line(bytes); line != null; line = line(bytes)) {
        number++;
        opened += load(file.getFileName() + " line " + number, line, number == 1);
      }
    }
    LOG.info("{}: {} cases opened from {} lines", file.getFileName(), opened, number);
    return opened;
  }

  /** The bytes up to the end of a line, of one that is too long only as many as show it; null at the end of the file. */
  private static byte[] line(InputStream bytes) throws IOException {
    var line = new ByteArrayOutputStream();
    var one = bytes.read();
    if (one < 0) {
      return null;
    }
    for (; one >= 0 && one != '\n'; one = bytes.read()) {
      if (line.size() <= LONGEST_LINE) {
        line.write(one);
      }
    }
    return line.toByteArray();
  }

  private int load(String where, byte[] line, boolean first) {
    if (line.length > LONGEST_LINE) {
      LOG.warn("{}: refused - longer than {} bytes", where, LONGEST_LINE);
      return 0;
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      var written = (first && text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text).strip();
      return written.isEmpty() ? 0 : load(where, written);
    } catch (CharacterCodingException e) {
      LOG.warn("{}: refused - bytes that are no text in UTF-8", where);
      return 0;
    }
  }

  private int load(String where, String text) {
    try {
      var line = JSON.readValue(text, Line.class);
      if (line == null || line.authority() == null || line.key() == null || line.answers() == null) {
        LOG.warn("{}: refused - expected authority, key and answers", where);
        return 0;
      }
      var receipt = line.open() ? referrals.takeOver(line.authority(), line.key(), line.answers())
          : referrals.receive(line.authority(), line.key(), line.answers());
      LOG.info("{}: {} {}", where, receipt.caseId(), receipt.created() ? line.open() ? "taken over" : "opened" : "was received before");
      if (!receipt.unplaced().isEmpty()) {
        LOG.warn("{}: {} could not place {}, kept as a note", where, receipt.caseId(), receipt.unplaced());
      }
      return receipt.created() ? 1 : 0;
    } catch (JsonProcessingException e) {
      LOG.warn("{}: refused - no JSON object with authority, key and answers", where);
    } catch (FormAnswersRefusedException | Referrals.KeyUsedException | IllegalArgumentException e) {
      LOG.warn("{}: refused - {}", where, e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("{}: refused - nothing of it could be stored ({})", where, e.getClass().getSimpleName());
    }
    return 0;
  }
}
