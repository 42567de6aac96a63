package org.baton.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names that files of a pack can have, an allow-list: models, tables and forms by their bare names in small letters, letters as
 * {@code templates/<name>.txt}, the profile, the catalogue and the sentences.
 */
public final class FileNames {

  private static final int LONGEST = 100;
  private static final String BARE = "[a-z0-9]+(-[a-z0-9]+)*";
  private static final Pattern MODEL = Pattern.compile(BARE + "\\.bpmn");
  private static final Pattern TABLE = Pattern.compile(BARE + "\\.dmn");
  private static final Pattern FORM = Pattern.compile(BARE + "\\.form");
  private static final Pattern LETTER = Pattern.compile("templates/" + BARE + "\\.txt");
  private static final Set<String> ONES = Set.of(PackFiles.PROFILE, PackFiles.CATALOGUE, Sentences.FILE);
  /** How the engine's deployers choose what they parse: by the end of the name alone, in every folder. */
  private static final List<String> ENGINE_ENDINGS = List.of("bpmn20.xml", "bpmn", "dmn11.xml", "dmn", "cmmn11.xml", "cmmn10.xml", "cmmn", "form");

  /** What a name must be, in words. */
  public static final String EXPECTED = "small letters, digits and single hyphens with the ending .bpmn, .dmn or .form, " + PackFiles.PROFILE + ", "
      + PackFiles.CATALOGUE + ", " + Sentences.FILE + ", or templates/ and such a name with the ending .txt, of " + LONGEST + " characters at most";

  private FileNames() {}

  /** Whether a file of a pack can have that name. */
  public static boolean allowed(String name) {
    return name.length() <= LONGEST && (isModel(name) || isTable(name) || isForm(name) || isLetter(name) || ONES.contains(name));
  }

  /** Whether the engine would parse and run a file of that name, in any case of letters, whatever this class allows. */
  public static boolean engineReads(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return ENGINE_ENDINGS.stream().anyMatch(lower::endsWith) || lower.contains(".cmmn");
  }

  static boolean isModel(String name) {
    return MODEL.matcher(name).matches();
  }

  static boolean isTable(String name) {
    return TABLE.matcher(name).matches();
  }

  static boolean isForm(String name) {
    return FORM.matcher(name).matches();
  }

  static boolean isLetter(String name) {
    return LETTER.matcher(name).matches();
  }
}
