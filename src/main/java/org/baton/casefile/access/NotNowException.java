package org.baton.casefile.access;

/** A process that the person may start cannot be started about the case as it stands. */
public class NotNowException extends RuntimeException {

  public NotNowException(String message) {
    super(message);
  }
}
