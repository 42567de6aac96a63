package org.baton.platform;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.baton.protocol.PackFiles;

/**
 * The names that files of a pack may have; an allow-list, as the engine parses whatever ends in {@code bpmn}, {@code bpmn20.xml},
 * {@code dmn}, {@code dmn11.xml}, {@code cmmn}, {@code form} and so on, in any folder.
 */
final class PackNames {

  static final String EXPECTED = "a lower-case name of letters, digits and hyphens: <name>.bpmn, <name>.dmn or <name>.form without a folder, authority.yaml,"
      + " catalogue.yaml or templates/<name>.txt";

  private static final Pattern MODEL = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*\\.(bpmn|dmn|form)");
  private static final Pattern LETTER = Pattern.compile("(templates/)?([a-z0-9]+(-[a-z0-9]+)*\\.txt)");
  private static final Pattern CLAUSES = Pattern.compile("(?m)^clauses\\s*:");
  /** Of the column of the kept releases. */
  private static final int LONGEST = 200;

  private PackNames() {}

  /**
   * The name in the pack of a file as a person sent it: Modeler sends bare names only, so a letter finds its folder, and
   * {@code <authority>.yaml} is the catalogue if it has clauses, else the profile.
   *
   * @return empty if no file of a pack may be called so
   */
  static Optional<String> inPack(String authority, String sent, byte[] content) {
    if (sent == null || sent.length() > LONGEST) {
      return Optional.empty();
    }
    if (MODEL.matcher(sent).matches() || sent.equals(PackFiles.PROFILE) || sent.equals(PackFiles.CATALOGUE)) {
      return Optional.of(sent);
    }
    if (sent.equals(authority + ".yaml")) {
      return Optional.of(CLAUSES.matcher(new String(content, StandardCharsets.UTF_8)).find() ? PackFiles.CATALOGUE : PackFiles.PROFILE);
    }
    var letter = LETTER.matcher(sent);
    return letter.matches() ? Optional.of("templates/" + letter.group(2)) : Optional.empty();
  }
}
