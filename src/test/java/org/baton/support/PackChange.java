package org.baton.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.baton.protocol.Packs;

/** What a manager changes in a pack for the length of a test; cases that begin after it follow it. */
public final class PackChange {

  private final Packs packs;
  private final String authority;
  private final Rest manager;
  private final Map<String, byte[]> before = new TreeMap<>();
  private final Map<String, byte[]> changed = new TreeMap<>();

  public PackChange(Packs packs, String authority, Rest manager) {
    this.packs = packs;
    this.authority = authority;
    this.manager = manager;
  }

  /** Everywhere in that file. */
  public PackChange replace(String file, String found, String by) {
    var bytes = changed.containsKey(file) ? changed.get(file) : packs.current(authority).files().content().get(file);
    before.putIfAbsent(file, bytes);
    var text = new String(bytes, StandardCharsets.UTF_8);
    assertThat(text).as("the place that is changed").contains(found);
    changed.put(file, text.replace(found, by).getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public PackChange deploy() {
    return deploy(changed);
  }

  /** The files as they were before the change. */
  public void undo() {
    deploy(before);
  }

  private PackChange deploy(Map<String, byte[]> files) {
    var answer = manager.deploy(authority, files);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return this;
  }
}
