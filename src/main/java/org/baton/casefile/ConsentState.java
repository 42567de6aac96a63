package org.baton.casefile;

/** What stands of one consent: missing is not refused, and an agreement can lapse in two ways. */
public enum ConsentState {
  GIVEN, MISSING, REFUSED, WITHDRAWN, EXPIRED
}
