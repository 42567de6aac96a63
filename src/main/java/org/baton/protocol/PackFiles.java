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
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files of one pack by their name in it: {@code authority.yaml}, {@code catalogue.yaml}, models and forms by their bare file
 * names, letters as {@code templates/<name>}.
 *
 * @param content file name to bytes, sorted by name
 */
public record PackFiles(String authority, Map<String, byte[]> content) {

  public static final String PROFILE = "authority.yaml";
  public static final String CATALOGUE = "catalogue.yaml";
  private static final List<String> KINDS = List.of("bpmn", "dmn", "forms");

  public PackFiles {
    content = new TreeMap<>(content);
  }

  /** The authorities that have a profile among the shipped files, sorted. */
  public static List<String> shippedAuthorities() {
    return resources("classpath*:pack/authorities/*.yaml").stream()
        .map(resource -> resource.getFilename().replace(".yaml", "")).sorted().distinct().toList();
  }

  /**
   * The shipped pack of an authority: the shared files and its own, of which one with the same name wins.
   *
   * @param faults receives what is wrong with the way the files come together
   */
  public static PackFiles shipped(String authority, List<PackFault> faults) {
    var files = new TreeMap<String, byte[]>();
    files.put(PROFILE, bytes(resources("classpath*:pack/authorities/" + authority + ".yaml").get(0)));
    resources("classpath*:pack/protocols/" + authority + ".yaml").forEach(file -> files.put(CATALOGUE, bytes(file)));
    resources("classpath*:pack/templates/" + authority + "/*.*").forEach(file -> files.put("templates/" + file.getFilename(), bytes(file)));
    var replaces = Pack.readProfile(files.get(PROFILE)).replaces();
    for (var kind : KINDS) {
      var shared = new TreeMap<String, byte[]>();
      resources("classpath*:pack/" + kind + "/shared/*.*").forEach(file -> shared.put(file.getFilename(), bytes(file)));
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
    return new PackFiles(authority, files);
  }

  /** These files with some of them replaced or added; what is not named stays. */
  public PackFiles with(Map<String, byte[]> changes) {
    var changed = new TreeMap<>(content);
    changed.putAll(changes);
    return new PackFiles(authority, changed);
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
