package org.baton.notice;

/** How notices leave Baton. An adapter may send a message again; its id stays the same, so that a receiver can tell. */
public interface Mail {

  /**
   * @param messageId without angle brackets
   * @param enclosed a PDF that goes with it; null for none
   */
  record Message(String messageId, String to, String subject, String body, byte[] enclosed) {}

  void send(Message message);
}
