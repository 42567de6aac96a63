package org.baton.platform.web;

import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.rest.exception.RestException;

/** Somebody guesses passwords. */
class TooManyAttempts extends RestException {

  private final long seconds;

  /** @param seconds until another password is looked at */
  TooManyAttempts(long seconds) {
    super(Status.TOO_MANY_REQUESTS, "Too many wrong passwords; expected the next one in " + seconds + " seconds at the earliest");
    this.seconds = seconds;
  }

  long seconds() {
    return seconds;
  }
}
