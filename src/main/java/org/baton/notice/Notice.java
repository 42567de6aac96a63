package org.baton.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message to somebody, as it stands now.
 *
 * @param addressee whom it tells, in words: the role or service, and the person where the directory names one
 * @param recipient the addresses, separated by commas; empty where none is known
 * @param sentAt when it was really sent, or told by other means; empty until then
 * @param locked whether its letter opens only with a password
 * @param letter what it says; empty for one that was sent before Baton kept that
 * @param failure why the last try failed; empty if none did
 */
public record Notice(
    String messageId, String authority, Optional<String> caseId, Optional<String> meetingId, String name, String addressee, String recipient, String subject,
    State state, Instant writtenAt, Optional<Instant> sentAt, boolean locked, Optional<String> letter, String clauses, String sendKey, int attempts,
    Optional<String> failure) {

  public enum State {
    /** Written and about to be sent. */
    PENDING,
    SENT,
    /** Every try to send it failed. */
    FAILED,
    /** The directory has no address for it. */
    UNDELIVERED,
    /** A person told it by other means and said so. */
    TOLD
  }

  List<String> addresses() {
    return recipient.isEmpty() ? List.of() : List.of(recipient.split(", "));
  }
}
