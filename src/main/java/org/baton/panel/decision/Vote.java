package org.baton.panel.decision;

import java.util.Optional;

/** @param choice id of the service that the voter wants the case to go to; empty for somebody who abstains */
public record Vote(String voter, String service, Optional<String> choice) {

  /** What forms and the interface say in place of a service for somebody who abstains. */
  public static final String ABSTAINS = "ABSTAINS";
}
