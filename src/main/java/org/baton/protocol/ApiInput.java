package org.baton.protocol;

import java.util.regex.Pattern;

/** Checks what callers of Baton's own API send beside forms, before it reaches a rule or a table. */
public final class ApiInput {

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

  private ApiInput() {}

  /**
   * A text without control characters but line breaks and tabs.
   *
   * @param value may be null
   * @param most longest length in characters
   * @throws BadInputException if it is longer or has others
   */
  public static String text(String field, String value, int most) {
    if (value != null && value.length() > most) {
      throw new BadInputException(field + " has " + value.length() + " characters; expected " + most + " at most");
    }
    if (value != null && CONTROL.matcher(value).find()) {
      throw new BadInputException(field + " has " + value.length() + " characters, among them a control character; expected none");
    }
    return value;
  }
}
