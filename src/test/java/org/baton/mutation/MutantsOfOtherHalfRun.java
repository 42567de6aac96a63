package org.baton.mutation;

class MutantsOfOtherHalfRun extends MutantsRun {

  MutantsOfOtherHalfRun() {
    super(1);
  }
}
