package org.baton.casefile;

/** The person's roles do not grant what was asked for, whatever the case. The message names the right, never a case. */
public class NotAllowedException extends RuntimeException {

  public NotAllowedException(Right right) {
    super("None of your roles has the right " + right + " in the table 'access'; expected one that has it");
  }
}
