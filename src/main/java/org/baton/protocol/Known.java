package org.baton.protocol;

import java.util.Collection;
import java.util.function.Function;

/** What the files of a pack name, for the cells of a table that refer to it. */
public enum Known {
  ROLE("a role of the table 'role'", PackWords::roles),
  SERVICE("a service of the profile", PackWords::services),
  SECTOR("a sector that a service of the profile sits for", PackWords::sectors),
  PROCESS("a process of the pack", PackWords::processes),
  LETTER("a file in templates/", PackWords::letters),
  ANSWER("the key of an answer of a form", PackWords::answers),
  DAY("the key of a day that a form asks for", PackWords::days),
  ANCHOR("an instant that Baton knows", PackWords::anchors);

  private final String inWords;
  private final Function<PackWords, Collection<String>> named;

  Known(String inWords, Function<PackWords, Collection<String>> named) {
    this.inWords = inWords;
    this.named = named;
  }

  /** One of them, as people read it. */
  public String inWords() {
    return inWords;
  }

  Collection<String> in(PackWords words) {
    return named.apply(words);
  }
}
