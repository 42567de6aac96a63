package org.baton.platform.starter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.baton.protocol.Pack;
import org.baton.protocol.PackFiles;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Writes the files of a new authority, whose case runs from its referral by way of a panel to its end. Arguments: its id, its name and the
 * three letters of its clauses. Writes nothing if an argument cannot be meant or one of the files is there already.
 */
public final class NewAuthority {

  private static final String STARTER = "starter/";
  private static final String ID = "newshire";
  private static final String NAME = "Newshire";
  private static final String PREFIX = "NSH";
  private static final Pattern IDS = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  /** In double quotation marks in the files, so without these and the sign that escapes them. */
  private static final Pattern NAMES = Pattern.compile("\\p{L}[\\p{L}\\p{N} &,.'\u2019()/-]{1,99}");
  private static final Pattern PREFIXES = Pattern.compile("[A-Z]{3}");
  /** A group is named by authority, service and role, and the engine keeps 64 characters: the starter's longest take 33. */
  private static final int LONGEST_ID = 31;
  /** The folder of what all authorities have. */
  private static final String SHARED = "shared";

  private NewAuthority() {}

  public static void main(String[] arguments) throws IOException {
    try {
      run(Path.of(""), arguments).forEach(System.out::println);
      System.out.println("Next: docs/how-to/add-an-authority.md");
    } catch (IllegalArgumentException | IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  static List<Path> run(Path root, String... arguments) throws IOException {
    if (arguments.length != 3) {
      throw new IllegalArgumentException("Got " + arguments.length + " of the three arguments; expected: id, name and prefix, for example: rutland Rutland RUT");
    }
    return write(root, arguments[0], arguments[1], arguments[2]);
  }

  /**
   * @param root the folder that holds {@code authorities}, {@code bpmn}, {@code dmn}, {@code forms} and the others
   * @return the files, in the order of their names
   * @throws IllegalArgumentException if the id, the name or the prefix cannot be meant, or is another authority's
   * @throws IllegalStateException if a file is there already
   */
  static List<Path> write(Path root, String id, String name, String prefix) throws IOException {
    check("id", id, IDS.matcher(id).matches() && id.length() <= LONGEST_ID && !Set.of(SHARED, ID).contains(id), "small letters, digits and hyphens, such as rutland, " + LONGEST_ID + " characters at most");
    check("name", name, NAMES.matcher(name).matches(), "2 to 100 letters, digits, spaces and any of & , . ' \u2019 ( ) / -, such as Bath & North East Somerset");
    check("prefix", prefix, PREFIXES.matcher(prefix).matches(), "three capital letters, such as RUT");
    check("prefix", prefix, prefixes().getOrDefault(prefix, id).equals(id), "three letters that no other authority has; these are those of " + prefixes().get(prefix));
    var files = new TreeMap<Path, String>();
    for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:" + STARTER + "**/*.*")) {
      var path = file.getURL().getPath();
      files.put(root.resolve(path.substring(path.lastIndexOf("/" + STARTER) + STARTER.length() + 1).replace(ID, id)), named(file.getContentAsString(StandardCharsets.UTF_8), id, name, prefix));
    }
    files.keySet().stream().filter(Files::exists).findFirst().ifPresent(there -> {
      throw new IllegalStateException("The file " + there + " is there already; expected an authority that has no files yet");
    });
    for (var file : files.entrySet()) {
      Files.createDirectories(file.getKey().getParent());
      Files.writeString(file.getKey(), file.getValue());
    }
    return new ArrayList<>(files.keySet());
  }

  private static String named(String text, String id, String name, String prefix) {
    return text.replace(ID, id).replace(NAME, name).replace(PREFIX + "-", prefix + "-").replace("caseNumberPrefix: " + PREFIX, "caseNumberPrefix: " + prefix);
  }

  private static Map<String, String> prefixes() {
    var prefixes = new TreeMap<String, String>();
    for (var authority : PackFiles.shippedAuthorities()) {
      try {
        prefixes.put(Pack.readProfile(PackFiles.shipped(authority, new ArrayList<>()).content().get(PackFiles.PROFILE)).caseNumberPrefix(), authority);
      } catch (UncheckedIOException e) {
        throw new IllegalStateException("The profile authorities/" + authority + ".yaml cannot be read; mend it first, as its prefix must not be taken twice", e);
      }
    }
    return prefixes;
  }

  private static void check(String what, String value, boolean meant, String expected) {
    if (!meant) {
      throw new IllegalArgumentException(what + ": got '" + value + "', expected " + expected);
    }
  }
}
