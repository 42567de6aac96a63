package org.baton.notice;

/** How notices leave Baton. An adapter may send a message again; its id stays the same, so that a receiver can tell. */
public interface Mail {

  /** @param messageId without angle brackets */
  record Message(String messageId, String to, String subject, String body, boolean encrypted) {}

  void send(Message message);
}
