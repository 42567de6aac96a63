package org.baton.deadline;

import org.baton.protocol.ApiInput;

/** There is no such open deadline, or it is another authority's; the two are not told apart. */
public class DeadlineNotFoundException extends RuntimeException {

  public DeadlineNotFoundException(String id) {
    super("There is no open deadline " + ApiInput.named(id) + "; expected the id of an open deadline of your authority");
  }
}
