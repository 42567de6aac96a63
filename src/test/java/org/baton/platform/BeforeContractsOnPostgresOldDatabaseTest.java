package org.baton.platform;

import org.springframework.test.context.ContextConfiguration;

/** As {@link BeforeContractsOldDatabaseTest}, on PostgreSQL. */
@ContextConfiguration(initializers = BeforeContractsOnPostgresOldDatabaseTest.Dump.class)
class BeforeContractsOnPostgresOldDatabaseTest extends OldDatabaseStory {

  static class Dump extends OldDatabaseStory.OldPostgres {

    Dump() {
      super("state-of-issue-13");
    }
  }
}
