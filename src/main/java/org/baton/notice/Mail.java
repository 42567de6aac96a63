package org.baton.notice;

import java.util.List;

/** How notices leave Baton. An adapter may send a message again; its id stays the same, so that a receiver can tell. */
public interface Mail {

  /**
   * @param messageId without angle brackets
   * @param to one address or more, all of them to be seen by each
   * @param enclosed a PDF that goes with it; null for none
   */
  record Message(String messageId, List<String> to, String subject, String body, byte[] enclosed) {}

  /** Returns once the message has been taken over. @throws RuntimeException if it was not; it is sent again, unchanged, later */
  void send(Message message);
}
