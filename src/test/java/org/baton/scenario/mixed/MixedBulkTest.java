package org.baton.scenario.mixed;

/** On H2, or on PostgreSQL with {@code -Ppostgres}. */
class MixedBulkTest extends MixedBulkStory {

  /** Half as many as on PostgreSQL: on H2 each takes as long, and finds less. */
  @Override
  protected int referrals() {
    return 99;
  }
}
