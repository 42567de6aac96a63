package org.baton.casefile;

import org.baton.protocol.ApiInput;

/** Case number as people write it, for example {@code WAR-2026-000042}; also the business key of the case's processes. */
public record CaseId(String value) {

  private static final String FORMAT = "[A-Z]{3}-\\d{4}-\\d{6}";

  public CaseId {
    if (value == null || !value.matches(FORMAT)) {
      throw new IllegalArgumentException("A case number is " + ApiInput.named(value) + "; expected one such as WAR-2026-000042");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
