package org.baton.protocol;

import java.util.List;
import java.util.stream.Collectors;

/** A pack has faults and was refused whole; the version before it stays in force. The message lists every fault, as far as a person can use. */
public class PackRefusedException extends RuntimeException {

  private final String authority;
  private final transient List<PackFault> faults;

  public PackRefusedException(String authority, List<PackFault> faults) {
    super("The pack of '" + authority + "' is refused, the version before it stays in force: "
        + Faults.bounded(faults).stream().map(PackFault::toString).collect(Collectors.joining(" | ")));
    this.authority = authority;
    this.faults = List.copyOf(Faults.bounded(faults));
  }

  /** The refusal of a shipped pack, which names its files by where they stand in the folders of the project. */
  public PackRefusedException ofShipped() {
    return new PackRefusedException(authority, faults.stream().map(fault -> fault.ofShipped(authority)).toList());
  }

  public List<PackFault> faults() {
    return faults;
  }
}
