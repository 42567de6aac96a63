package org.baton.casefile;

/** There is no such case, or it is another authority's; the two are not told apart. What is no number is not repeated, as messages reach logs. */
public class CaseNotFoundException extends RuntimeException {

  public CaseNotFoundException(String id) {
    super("There is no case " + named(id) + "; expected the number of a case of your authority, such as WAR-2026-000042");
  }

  private static String named(String id) {
    return id == null ? "without a number" : id.matches("[A-Za-z0-9-]{1,40}") ? "'" + id + "'" : "of that number, which has " + id.length() + " characters";
  }
}
