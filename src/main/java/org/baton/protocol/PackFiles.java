package org.baton.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files of one pack by their name in it: {@code authority.yaml}, {@code catalogue.yaml}, models and forms by their bare file
 * names, letters as {@code templates/<name>}.
 *
 * @param content file name to bytes, sorted by name
 */
public record PackFiles(String authority, Map<String, byte[]> content) {

  private static final Logger LOG = LoggerFactory.getLogger(PackFiles.class);
  public static final String PROFILE = "authority.yaml";
  public static final String CATALOGUE = "catalogue.yaml";
  static final String LETTERS = "templates/";
  private static final List<String> KINDS = List.of("bpmn", "dmn", "forms");
  /** Shared models that every authority has: a concern about a child can be raised anywhere, and people can be without an address. */
  private static final Set<String> EVERYWHERE = Set.of("raise-concern.bpmn", "safeguarding.bpmn", "tell-by-other-means.bpmn");

  public PackFiles {
    content = new TreeMap<>(content);
  }

  /** The authorities that have a profile among the shipped files, sorted. */
  public static List<String> shippedAuthorities() {
    return resources("classpath*:pack/authorities/*.yaml").stream()
        .map(resource -> resource.getFilename().replace(".yaml", "")).sorted().distinct().toList();
  }

  /**
   * The shipped pack of an authority: the shared models that it takes with their forms, and its own files, of which one with the same
   * name wins. Forms that ask for a service, a panel or a seat list those of the authority.
   *
   * @param faults receives what is wrong with the way the files come together; a profile that cannot be read leaves all others out
   */
  public static PackFiles shipped(String authority, List<PackFault> faults) {
    var files = new TreeMap<String, byte[]>();
    files.put(PROFILE, bytes(resources("classpath*:pack/authorities/" + authority + ".yaml").get(0)));
    resources("classpath*:pack/protocols/" + authority + ".yaml").forEach(file -> files.put(CATALOGUE, bytes(file)));
    resources("classpath*:pack/templates/" + authority + "/*.*").forEach(file -> files.put(LETTERS + file.getFilename(), bytes(file)));
    var read = profile(files.get(PROFILE), faults);
    if (read.isEmpty()) {
      return new PackFiles(authority, files);
    }
    var profile = read.get();
    var replaces = profile.replaces();
    for (var kind : KINDS) {
      var shared = new TreeMap<String, byte[]>();
      resources("classpath*:pack/" + kind + "/shared/*.*").forEach(file -> shared.put(file.getFilename(), bytes(file)));
      shared.keySet().removeIf(name -> name.endsWith(".bpmn") && !EVERYWHERE.contains(name) && !profile.blocks().contains(name.replace(".bpmn", "")));
      files.putAll(shared);
      resources("classpath*:pack/" + kind + "/" + authority + "/*.*").forEach(file -> {
        var name = file.getFilename();
        if (shared.containsKey(name) && !hash(shared.get(name)).equals(replaces.get(name))) {
          faults.add(new PackFault(PROFILE, "replaces." + name, String.valueOf(replaces.get(name)),
              hash(shared.get(name)) + ", the hash of the shared file that it replaces: look whether the change there matters here"));
        }
        files.put(name, bytes(file));
      });
    }
    profile.blocks().stream().filter(block -> !files.containsKey(block + ".bpmn")).forEach(block ->
        faults.add(new PackFault(PROFILE, "blocks", block, "the name of a shared model, one of " + Near.first(blocks(), block))));
    removeUnasked(files);
    files.replaceAll((name, bytes) -> name.endsWith(".form") ? FormOptions.fill(bytes, profile, files) : bytes);
    return new PackFiles(authority, files);
  }

  /** Those that an authority can take or leave. */
  private static List<String> blocks() {
    return resources("classpath*:pack/bpmn/shared/*.bpmn").stream().map(Resource::getFilename).filter(name -> !EVERYWHERE.contains(name))
        .map(name -> name.replace(".bpmn", "")).toList();
  }

  private static Optional<Profile> profile(byte[] yaml, List<PackFault> faults) {
    try {
      return Optional.of(Objects.requireNonNull(Pack.readProfile(yaml), "it is empty"));
    } catch (UncheckedIOException | NullPointerException e) {
      ReadFaults.add(PROFILE, e, new Faults(faults));
      return Optional.empty();
    }
  }

  /** Where a file of an authority's shipped pack stands in the folders of the project: its own one, else the shared one of that name. */
  static String shippedAs(String authority, String name) {
    if (name.equals(PROFILE) || name.equals(CATALOGUE)) {
      return (name.equals(PROFILE) ? "authorities/" : "protocols/") + authority + ".yaml";
    }
    if (name.startsWith(LETTERS)) {
      return LETTERS + authority + name.substring(LETTERS.length() - 1);
    }
    return KINDS.stream().flatMap(kind -> Stream.of(authority, "shared").map(of -> kind + "/" + of + "/" + name))
        .filter(path -> !resources("classpath*:pack/" + path).isEmpty()).findFirst().orElse(name);
  }

  /** A form that Baton ships for every authority, as no authority has filled it. */
  public static byte[] sharedForm(String file) {
    return shared("forms", file);
  }

  /** A file that Baton ships for every authority. */
  static byte[] shared(String kind, String file) {
    return bytes(resources("classpath*:pack/" + kind + "/shared/" + file).get(0));
  }

  /** Forms of shared models that this authority does not take are left out. */
  private static void removeUnasked(Map<String, byte[]> files) {
    var asked = new TreeSet<String>();
    files.forEach((name, bytes) -> {
      if (name.endsWith(".bpmn")) {
        try {
          asked.addAll(BpmnFile.read(bytes).forms());
        } catch (IllegalArgumentException e) {
          LOG.debug("{} is left to the pack check: {}", name, e.getMessage());
        }
      }
    });
    var shared = resources("classpath*:pack/forms/shared/*.form").stream().map(Resource::getFilename).toList();
    files.keySet().removeIf(name -> shared.contains(name) && asked.stream().noneMatch(form -> name.equals(PackCheck.kebab(form) + ".form")));
  }

  /** The texts of its letters, by file name without the folder. */
  Map<String, String> letters() {
    var letters = new TreeMap<String, String>();
    content.forEach((name, bytes) -> {
      if (FileNames.isLetter(name)) {
        letters.put(name.substring(LETTERS.length()), new String(bytes, StandardCharsets.UTF_8));
      }
    });
    return letters;
  }

  /** These files with some of them replaced or added; what is not named stays. */
  public PackFiles with(Map<String, byte[]> changes) {
    var changed = new TreeMap<>(content);
    changed.putAll(changes);
    return new PackFiles(authority, changed);
  }

  /** The file of the process of that id: {@code panelMeeting} stands in {@code panel-meeting.bpmn}. */
  public static String fileOf(String process) {
    return PackCheck.kebab(process) + ".bpmn";
  }

  /** Equal for the same names and bytes, whatever the order or the time. */
  public String hash() {
    var all = new StringBuilder();
    content.forEach((name, bytes) -> all.append(name).append(' ').append(hash(bytes)).append('\n'));
    return hash(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The first twelve hexadecimal digits of the SHA-256 of a file, line ends made equal. */
  public static String hash(byte[] bytes) {
    try {
      var text = new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Resource> resources(String pattern) {
    try {
      var found = new ArrayList<Resource>();
      for (var resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
        if (resource.getFilename() != null && !resource.getFilename().isEmpty()) {
          found.add(resource);
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Resource resource) {
    try (var in = resource.getInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
