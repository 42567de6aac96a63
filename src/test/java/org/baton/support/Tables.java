package org.baton.support;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.baton.protocol.DecisionTable;
import org.baton.protocol.Pack;
import org.baton.protocol.PackFault;
import org.baton.protocol.PackFiles;

/** The decision tables of one shipped pack on their own. */
public final class Tables {

  /** Read once: what a test takes away, it takes away from a copy. */
  private static final Map<String, PackFiles> SHIPPED = new ConcurrentHashMap<>();

  private final Pack pack;

  private Tables(PackFiles files) {
    this.pack = new Pack("shipped", files);
  }

  public static Tables of(String authority) {
    return new Tables(shipped(authority));
  }

  /** Those of a copy in which the table lacks that rule. */
  public static Tables without(String authority, String file, String rule) {
    var dmn = new String(shipped(authority).content().get(file), StandardCharsets.UTF_8);
    var cut = dmn.replaceFirst("(?s)\\s*<rule id=\"" + rule + "\">.*?</rule>", "");
    if (cut.equals(dmn)) {
      throw new IllegalArgumentException(file + " has no rule " + rule);
    }
    return new Tables(shipped(authority).with(Map.of(file, cut.getBytes(StandardCharsets.UTF_8))));
  }

  public Pack pack() {
    return pack;
  }

  public DecisionTable table(String key) {
    return pack.table(key);
  }

  private static PackFiles shipped(String authority) {
    return SHIPPED.computeIfAbsent(authority, one -> PackFiles.shipped(one, new ArrayList<PackFault>()));
  }
}
