package org.baton.protocol;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A home of form answers. A module that keeps what forms ask for provides one; a form reaches it by the first word of a field's
 * target ({@code child.givenName} goes to the store of {@code child}). Runs in the transaction of the person's action.
 */
public interface FormStore {

  /** The first words of the targets it keeps. */
  Set<String> homes();

  /**
   * The targets that it keeps, each as a form names it; a last word {@code *} stands for any word and {@code **} for any rest, and the target of a row's field follows that
   * of its group after a slash: {@code panel.votes/vote.voter}. By default everything that begins with one of its homes, wherever it stands.
   */
  default Set<String> targets() {
    return homes().stream().flatMap(home -> Stream.of(home, home + ".**", "**/" + home + ".**")).collect(Collectors.toSet());
  }

  /** The paths that {@link #show} knows, written as targets are; by default everything that begins with one of its homes. */
  default Set<String> shows() {
    return homes().stream().map(home -> home + ".**").collect(Collectors.toSet());
  }

  /**
   * Stores the answers of one form that are meant for this home.
   *
   * @param answers target path to answer, hidden and blank fields left out; rows of a repeated group as a list of maps from the
   *     children's targets to answers
   * @return engine facts that follow from what was stored, for example the number of the case that a referral opened
   */
  Map<String, Object> store(Submission submission, Map<String, Object> answers);

  /** What a form shows under this path when a task opens; empty if there is nothing to show. */
  default Optional<Object> show(Submission submission, String path) {
    return Optional.empty();
  }

  /**
   * Who sent which form, about what.
   *
   * @param processKey the process that the form starts or belongs to
   * @param facts the engine facts visible to the form's task, and those it sends itself; never personal data
   * @param user who sent it; {@code system} when nobody is logged in
   */
  record Submission(String authority, String deploymentId, String processKey, String form, Map<String, Object> facts, String user) {

    public Optional<String> fact(String name) {
      return Optional.ofNullable(facts.get(name)).map(Object::toString);
    }
  }
}
