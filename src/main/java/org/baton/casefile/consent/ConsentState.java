package org.baton.casefile.consent;

/** What stands of one consent: missing is not refused, and an agreement can end in two ways. */
public enum ConsentState {
  REFUSED, WITHDRAWN, EXPIRED, MISSING, GIVEN,
  /** By the recorded judgement of whoever asked, this person's agreement is not what counts here. */
  NOT_NEEDED
}
