package org.baton.protocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One numbered rule of a published protocol, in our words.
 *
 * @param id for example {@code WAR-4.3a}
 * @param enforce who makes it hold: {@code system}, {@code task} (a person, by a task), {@code record} (kept on record) or {@code none}
 * @param pathway the part of the protocol it belongs to, for example {@code intake}
 * @param reason why it is not executed; null unless {@code enforce} is {@code none}
 * @param ambiguity what the document leaves open and the reading taken; null when it is clear
 * @param inferred true if the clause is our reading and no published duty
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Clause(
    String id, String kind, String actor, String text, String enforce, String pathway, String reason, String ambiguity,
    boolean inferred) {

  /** Whether software is to carry it out. */
  public boolean executable() {
    return !"none".equals(enforce);
  }
}
