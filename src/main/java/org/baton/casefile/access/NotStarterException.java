package org.baton.casefile.access;

/** None of the person's roles may start that process, or not for that panel. The message names the roles that may, never a case. */
public class NotStarterException extends RuntimeException {

  public NotStarterException(String message) {
    super(message);
  }
}
