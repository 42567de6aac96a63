package org.baton.casefile;

/** The case is closed; what was asked for needs an open one. */
public class CaseClosedException extends RuntimeException {

  public CaseClosedException(CaseId id) {
    super("Case " + id + " is closed; expected an open case");
  }
}
