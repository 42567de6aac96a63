package org.baton.notice;

/** No notice of that id is there for who asked. */
public class NoticeNotFoundException extends RuntimeException {

  public NoticeNotFoundException(String messageId) {
    super("There is no notice of this id (" + messageId.length() + " characters)");
  }
}
