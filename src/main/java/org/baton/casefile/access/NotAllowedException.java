package org.baton.casefile.access;

/** The person's roles do not grant what was asked for, whatever the case. The message names the right, never a case. */
public class NotAllowedException extends RuntimeException {

  public NotAllowedException(Right right) {
    super("None of your roles has the right " + right + " in the table 'access'; expected one that has it");
  }

  /** Of what only supervisors decide. */
  static NotAllowedException supervisorsOnly() {
    return new NotAllowedException("None of your roles is that of a SUPERVISOR in the table 'role'; expected one that is");
  }

  /** Of a task that the person may see, and others are to do. */
  public static NotAllowedException notOffered(String task) {
    return new NotAllowedException("'" + task + "' is not offered to you; expected one of those whom the task asks");
  }

  private NotAllowedException(String message) {
    super(message);
  }
}
