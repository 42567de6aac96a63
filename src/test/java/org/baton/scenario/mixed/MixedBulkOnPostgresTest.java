package org.baton.scenario.mixed;

import org.baton.support.TestDatabase;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = TestDatabase.Postgres.class, inheritInitializers = false)
class MixedBulkOnPostgresTest extends MixedBulkStory {}
