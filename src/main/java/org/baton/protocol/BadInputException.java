package org.baton.protocol;

/**
 * What somebody sent cannot be taken; the message names the field, its value (of free text its length alone, as messages reach logs) and
 * what was expected. Nothing was changed. Any other {@link IllegalArgumentException} is a fault of ours.
 */
public class BadInputException extends IllegalArgumentException {

  public BadInputException(String message) {
    super(message);
  }
}
