package org.baton.scenario.mixed;

/** On H2, or on PostgreSQL with {@code -Ppostgres}. */
class MixedBulkTest extends MixedBulkStory {}
