package org.baton.mutation;

/**
 * What became of a mutant.
 *
 * @param by the test that failed; of a survivor how many passed; of one that was refused why
 */
record Verdict(State state, String by) {

  enum State {
    /** A test of one of its clauses failed. */
    KILLED,
    /** Every test of its clauses passed. */
    SURVIVED,
    /** The engine does not take it, so no test can meet it. */
    REFUSED,
    /** It does what the pack does: named by hand, with a reason. */
    EQUIVALENT,
    /** It or its tests have changed since the last run. */
    UNKNOWN
  }
}
