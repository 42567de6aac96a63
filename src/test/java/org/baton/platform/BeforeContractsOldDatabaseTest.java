package org.baton.platform;

import org.springframework.test.context.ContextConfiguration;

/** The last state before packs and code met in declared contracts. */
@ContextConfiguration(initializers = BeforeContractsOldDatabaseTest.Script.class)
class BeforeContractsOldDatabaseTest extends OldDatabaseStory {

  static class Script extends OldDatabaseStory.OldDatabase {

    Script() {
      super("state-of-issue-13");
    }
  }
}
