package org.baton.protocol;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who sent which form, about what.
 *
 * @param processKey the process that the form starts or belongs to; null while a form is only shown
 * @param facts the engine facts visible to the form's task, and those it sends itself; never personal data
 * @param user who sent it; {@code system} when nobody is logged in
 * @param targets of the answers that it brings; empty while a form is only shown
 */
public record Submission(String authority, String deploymentId, String processKey, String form, Map<String, Object> facts, String user, Set<String> targets) {

  public Optional<String> fact(String name) {
    return Optional.ofNullable(facts.get(name)).map(Object::toString);
  }

  /** @throws IllegalArgumentException if the process of the form does not know it */
  public String need(String name) {
    return fact(name).orElseThrow(() -> new IllegalArgumentException("The process of this form has no " + name + "; expected a form of a process that has one"));
  }
}
