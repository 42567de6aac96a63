package org.baton.platform.web;

import java.sql.SQLException;

/** A fault for the log: where it came from, and nothing of what it says, as that may repeat what somebody typed. */
class Unspoken extends RuntimeException {

  private static final int DEEPEST = 10;

  private Unspoken(String type, Throwable cause, StackTraceElement[] where) {
    super(type, cause);
    setStackTrace(where);
  }

  static Unspoken of(Throwable thrown) {
    return of(thrown, 0);
  }

  private static Unspoken of(Throwable thrown, int depth) {
    var cause = thrown.getCause() == null || thrown.getCause() == thrown || depth == DEEPEST ? null : of(thrown.getCause(), depth + 1);
    var type = thrown.getClass().getName() + (thrown instanceof SQLException sql ? " " + sql.getSQLState() + "/" + sql.getErrorCode() : "");
    return new Unspoken(type, cause, thrown.getStackTrace());
  }
}
