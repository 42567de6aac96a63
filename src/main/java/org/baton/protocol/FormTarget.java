package org.baton.protocol;

import java.util.Map;

/**
 * One thing that forms tell Baton, of one answer or of several that belong together.
 *
 * @param <A> a record whose parts are these answers, each marked with {@link TargetPath}. A part that is {@code Optional}, a list or a
 *     {@code boolean} may be left out; every other is needed as soon as a form has one of them
 */
public interface FormTarget<A extends Record> {

  /** When it is kept, of all that one form says. Within a turn the order does not matter. */
  enum Turn {
    /** Opens the case, or finds it. */
    OPENING,
    CASE,
    /** What needs the answers about the case to stand. */
    FOLLOWING,
    /** Children go on as a case of their own, with all that was said before. */
    PARTING,
    /** What forms ask beside what Baton has a place for ({@link FurtherAnswers}): the case is there then, and what follows may read it. */
    ANSWERS,
    /** Who is in the room, before anything is done there. */
    ATTENDING,
    VOTING,
    DECIDING,
    SITTING,
    /** What is written of all that was said before. */
    MINUTES
  }

  /**
   * Keeps what one form says, in the transaction of the person's action; not called if it says nothing of this.
   *
   * @return engine facts that follow from what was kept
   * @throws IllegalArgumentException if it cannot be kept, which refuses the whole form
   */
  Map<String, Object> keep(Submission submission, A said);

  default Turn turn() {
    return Turn.CASE;
  }
}
