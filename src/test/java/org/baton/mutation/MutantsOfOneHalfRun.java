package org.baton.mutation;

class MutantsOfOneHalfRun extends MutantsRun {

  MutantsOfOneHalfRun() {
    super(0);
  }
}
