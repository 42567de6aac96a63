package org.baton.deadline;

/** There is no such open deadline, or it is another authority's; the two are not told apart. */
public class DeadlineNotFoundException extends RuntimeException {

  public DeadlineNotFoundException(String id) {
    super("There is no open deadline " + named(id) + "; expected the id of an open deadline of your authority");
  }

  /** What is no id is not repeated, as messages reach logs. */
  private static String named(String id) {
    return id.matches("[A-Za-z0-9-]{1,40}") ? "'" + id + "'" : "of that id, which has " + id.length() + " characters";
  }
}
