package org.baton.casefile;

import org.baton.protocol.ApiInput;

/** There is no such case, or it is another authority's; the two are not told apart. */
public class CaseNotFoundException extends RuntimeException {

  public CaseNotFoundException(String id) {
    super("There is no case " + ApiInput.named(id) + "; expected the number of a case of your authority, such as WAR-2026-000042");
  }
}
