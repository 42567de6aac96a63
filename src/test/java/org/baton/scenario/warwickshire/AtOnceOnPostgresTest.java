package org.baton.scenario.warwickshire;

import org.baton.support.TestDatabase;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = TestDatabase.Postgres.class, inheritInitializers = false)
class AtOnceOnPostgresTest extends AtOnceStory {}
