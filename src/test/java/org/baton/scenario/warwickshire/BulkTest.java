package org.baton.scenario.warwickshire;

/** On H2, or on PostgreSQL with {@code -Ppostgres}. */
class BulkTest extends WarwickshireBulkStory {}
