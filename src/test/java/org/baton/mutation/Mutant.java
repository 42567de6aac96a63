package org.baton.mutation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.baton.protocol.PackFiles;

/**
 * One change of one file of a pack.
 *
 * @param element id of the step, rule, field or service that it takes something from; the file's name for a letter
 * @param detail what is changed in it, so that no two mutants of an element and a kind are called alike
 * @param clauses those that the element carries out, at least one
 * @param before the element as it stands
 * @param bytes the changed file
 */
record Mutant(String authority, Kind kind, String file, String element, String detail, List<String> clauses, String before, byte[] bytes) {

  /** What it is called, in results and reports. */
  String key() {
    return file + " " + element + " " + kind + (detail.isEmpty() ? "" : " " + detail);
  }

  /** Another one as soon as the element is another. */
  String hash() {
    return hash(kind + "\n" + detail + "\n" + clauses + "\n" + before);
  }

  PackFiles in(PackFiles pack) {
    return pack.with(Map.of(file, bytes));
  }

  static String hash(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8))).substring(0, 10);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
