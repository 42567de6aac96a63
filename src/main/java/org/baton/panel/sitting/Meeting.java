package org.baton.panel.sitting;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One sitting of a forum.
 *
 * @param deploymentId the pack under which it sits
 * @param scheduledEnd when it was planned to end; clocks start here if nobody ends it
 * @param cutOffAt referrals received up to and at this instant are in time
 */
public record Meeting(
    String id, String authority, String forum, String deploymentId, Instant startsAt, Instant scheduledEnd, Instant cutOffAt, Instant preMeetAt,
    Optional<Instant> endedAt, State state, Optional<String> minutes, Optional<String> processInstanceId) {

  public enum State {
    PLANNED("planned"), AGENDA_AGREED("one whose agenda is agreed"), SITTING("going on"), ENDED("over"), CANCELLED("cancelled");

    private final String inWords;

    State(String inWords) {
      this.inWords = inWords;
    }

    /** After "the sitting is". */
    String inWords() {
      return inWords;
    }

    /** Whether the sitting is still to come. */
    public boolean open() {
      return this == PLANNED || this == AGENDA_AGREED;
    }

    /** Agreeing an agenda and signing in can be done again; what is over or cancelled stays so. */
    boolean mayBecome(State next) {
      return switch (next) {
        case PLANNED -> false;
        case AGENDA_AGREED, CANCELLED -> open();
        case SITTING, ENDED -> open() || this == SITTING;
      };
    }

    /** The states that may become this one. */
    List<State> before() {
      return Arrays.stream(values()).filter(state -> state.mayBecome(this)).toList();
    }
  }

  /** The instant from which "after the meeting" counts. */
  public Instant end() {
    return endedAt.orElse(scheduledEnd);
  }
}
