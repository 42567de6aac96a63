package org.baton.platform.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baton.protocol.Pack;
import org.baton.protocol.PackFault;
import org.baton.protocol.PackFiles;

/**
 * Writes made-up referrals to a file, one JSON object a line, as {@code --baton.import} takes them. Arguments: file, authority, how
 * many, seed, and the day from which ages are counted. The same arguments give the same file.
 */
public final class GenerateReferrals {

  private static final ObjectMapper JSON = new ObjectMapper();

  private GenerateReferrals() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 5) {
      throw new IllegalArgumentException("Got " + arguments.length + " arguments; expected file, authority, number, seed and day (2026-02-02)");
    }
    Files.write(Path.of(arguments[0]),
        lines(arguments[1], Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]), LocalDate.parse(arguments[4])));
  }

  /** @param today the day from which ages are counted */
  public static List<String> lines(String authority, int number, long seed, LocalDate today) {
    var form = new Pack("shipped", PackFiles.shipped(authority, new ArrayList<PackFault>())).form("referral");
    var sample = new SampleAnswers(seed, today);
    var lines = new ArrayList<String>();
    for (var i = 1; i <= number; i++) {
      var line = new LinkedHashMap<String, Object>();
      line.put("authority", authority);
      line.put("key", authority + "-" + seed + "-" + i);
      line.put("answers", sample.referral(form, Map.of()));
      lines.add(write(line));
    }
    return lines;
  }

  private static String write(Object line) {
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
