package org.baton.mutation;

/**
 * A test that says it proves a clause.
 *
 * @param name {@code story camden/smooth-step-down}, {@code example camden/quorum: Three are the least} or {@code MainWayTest.it_goes}
 * @param source the text in which it stands, so that a change of it is seen
 */
record ClauseTest(What what, String name, String source) {

  enum What { EXAMPLE, STORY, METHOD }

  String hash() {
    return Mutant.hash(source);
  }
}
