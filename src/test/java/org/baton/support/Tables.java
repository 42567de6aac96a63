package org.baton.support;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.baton.protocol.DecisionTable;
import org.baton.protocol.Pack;
import org.baton.protocol.PackFault;
import org.baton.protocol.PackFiles;

/** The decision tables of one shipped pack on their own, remembering which rules have answered. */
public final class Tables {

  /** {@code quorum.dmn:rule_tooFew}: the rule that is taken away to see whether a test misses it. */
  public static final String REMOVED_RULE = "baton.removedRule";

  /** Read once: what a test takes away, it takes away from a copy. */
  private static final Map<String, PackFiles> SHIPPED = new ConcurrentHashMap<>();

  private final Pack pack;
  private final Map<String, Set<String>> answered = new TreeMap<>();

  public Tables(String authority) {
    var files = SHIPPED.computeIfAbsent(authority, one -> PackFiles.shipped(one, new ArrayList<PackFault>()));
    var removed = System.getProperty(REMOVED_RULE);
    this.pack = new Pack("shipped", removed == null ? files : without(files, removed.split(":")[0], removed.split(":")[1]));
  }

  public DecisionTable table(String key) {
    return pack.table(key);
  }

  /** What the one matching rule says in a column, "no rule" if none matches. */
  public String decide(String key, String output, Map<String, ?> inputs) {
    var answer = pack.table(key).find(inputs);
    answer.ifPresent(found -> answered.computeIfAbsent(key, table -> new LinkedHashSet<>()).add(found.rule()));
    return answer.map(found -> String.valueOf(found.values().get(output))).orElse("no rule");
  }

  /** Rules of the table that no example has reached. */
  public Set<String> unreached(String key) {
    var rules = new LinkedHashSet<String>();
    pack.table(key).model().rules().forEach(rule -> rules.add(rule.id()));
    rules.removeAll(answered.getOrDefault(key, Set.of()));
    return rules;
  }

  private static PackFiles without(PackFiles files, String file, String rule) {
    var dmn = new String(files.content().get(file), StandardCharsets.UTF_8);
    var cut = dmn.replaceFirst("(?s)\\s*<rule id=\"" + rule + "\">.*?</rule>", "");
    if (cut.equals(dmn)) {
      throw new IllegalArgumentException(file + " has no rule " + rule);
    }
    return files.with(Map.of(file, cut.getBytes(StandardCharsets.UTF_8)));
  }
}
