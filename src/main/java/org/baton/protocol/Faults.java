package org.baton.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a pack. */
public final class Faults {

  /** Somebody who sent a wrong file altogether needs no longer list. */
  private static final int SHOWN = 50;

  private final List<PackFault> found;
  private final Set<List<String>> said = new HashSet<>();

  /** @param found receives the faults */
  Faults(List<PackFault> found) {
    this.found = found;
  }

  /** What was said of the same place already is not said again. */
  public void add(String file, String element, String found, String expected) {
    var fault = new PackFault(file, element, found, expected);
    if (said.add(List.of(String.valueOf(file), String.valueOf(element), found))) {
      this.found.add(fault);
    }
  }

  int count() {
    return found.size();
  }

  /** The first faults, and in a last one how many more there are; the same list if it is short enough. */
  static List<PackFault> bounded(List<PackFault> faults) {
    if (faults.size() <= SHOWN + 1) {
      return faults;
    }
    var shown = new ArrayList<>(faults.subList(0, SHOWN));
    shown.add(new PackFault("the pack", "the pack", "and " + (faults.size() - SHOWN) + " more faults", "none: mend these first"));
    return shown;
  }
}
