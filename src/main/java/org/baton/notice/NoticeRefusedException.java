package org.baton.notice;

/** What was asked of a notice does not fit how it stands. */
public class NoticeRefusedException extends RuntimeException {

  NoticeRefusedException(String message) {
    super(message);
  }
}
