package org.baton.scenario.mixed;

import org.baton.support.TestDatabase;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = TestDatabase.Postgres.class, inheritInitializers = false)
class MixedBulkOnPostgresTest extends MixedBulkStory {

  /** Other referrals than those on H2, so that both runs together find more. */
  @Override
  protected long seed() {
    return 8;
  }
}
