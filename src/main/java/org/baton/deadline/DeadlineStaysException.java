package org.baton.deadline;

/** A deadline cannot be moved as asked; the message says why. Nothing was changed. */
public class DeadlineStaysException extends RuntimeException {

  public DeadlineStaysException(String message) {
    super(message);
  }
}
