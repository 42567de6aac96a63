package org.baton.platform;

import org.springframework.test.context.ContextConfiguration;

/** The first state that others were promised to go on from: the last one of issue 4. */
@ContextConfiguration(initializers = FirstOldDatabaseTest.Script.class)
class FirstOldDatabaseTest extends OldDatabaseStory {

  static class Script extends OldDatabaseStory.OldDatabase {

    Script() {
      super("state-of-issue-4");
    }
  }
}
