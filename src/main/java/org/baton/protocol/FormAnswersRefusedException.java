package org.baton.protocol;

import java.util.List;
import java.util.stream.Collectors;
import org.baton.protocol.FormRules.Fault;

/** What was sent breaks the rules of its form; nothing was stored. The message lists every fault. */
public class FormAnswersRefusedException extends RuntimeException {

  private final transient List<Fault> faults;

  public FormAnswersRefusedException(String form, List<Fault> faults) {
    super("Form '" + form + "' cannot be taken: "
        + faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }
}
