package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database in which cases stood twice on an agenda, or two at one place, goes on with one place for each; nothing that was decided is lost. */
class AgendaPlacesMigrationTest {

  @Test
  void on_h2() {
    var h2 = new JdbcDataSource();
    h2.setUrl("jdbc:h2:mem:agendaPlaces;DB_CLOSE_DELAY=-1");
    eachCaseHasOnePlace(h2, "h2");
  }

  @Test
  void on_postgresql() throws IOException {
    try (var postgres = EmbeddedPostgres.builder().start()) {
      eachCaseHasOnePlace(postgres.getPostgresDatabase(), "postgresql");
    }
  }

  private static void eachCaseHasOnePlace(DataSource database, String vendor) {
    migrated(database, vendor, "10");
    var jdbc = JdbcClient.create(database);
    jdbc.sql("insert into pack_version (authority, version, deployment_id, base_deployment_id, origin, author, release_hash, deployed_at) values ('war', 1, 'pack-1', null, 'RELEASE', 'baton', 'hash', timestamp '2026-01-01 00:00:00')").update();
    jdbc.sql("insert into family (id, authority, opened_at) values ('f', 'war', timestamp '2026-01-01 00:00:00')").update();
    for (var id : List.of("twice", "decided", "beside", "alone")) {
      jdbc.sql("insert into family_case (id, authority, family_id, pack_deployment_id, route, stage, holder_id, referring_service, referrer_name, received_at)"
          + " values (?, 'war', 'f', 'pack-1', 'ROUTE_1', 'PANEL', 'x', 'x', 'x', timestamp '2026-01-01 00:00:00')").param(id).update();
    }
    for (var id : List.of("m", "other")) {
      jdbc.sql("insert into meeting (id, authority, forum, pack_deployment_id, starts_at, scheduled_end, cut_off_at, pre_meet_at, state) values (?, 'war', ?, 'pack-1',"
          + " timestamp '2026-03-01 10:00:00', timestamp '2026-03-01 13:00:00', timestamp '2026-02-01 10:00:00', timestamp '2026-02-20 10:00:00', 'PLANNED')").params(id, id).update();
    }
    item(jdbc, "gone", "m", "twice", 1, "CARRIED_OVER", "Not reached");
    item(jdbc, "open", "m", "twice", 4, "PROPOSED", null);
    item(jdbc, "heard", "m", "decided", 2, "HEARD", null);
    item(jdbc, "again", "m", "decided", 5, "LISTED", null);
    item(jdbc, "beside", "m", "beside", 5, "LISTED", null);
    item(jdbc, "alone", "other", "alone", 3, "LISTED", null);
    jdbc.sql("insert into panel_decision (id, agenda_item_id, case_id, meeting_id, outcome, reached_by, reasons, decided_at)"
        + " values ('d', 'heard', 'decided', 'm', 'SUPPORTED', 'AGREEMENT', 'All agree', timestamp '2026-03-01 11:00:00')").update();
    jdbc.sql("insert into panel_action (id, agenda_item_id, what, responsible, due_on) values ('a', 'gone', 'Ring the school', 'Jo', date '2026-03-09')").update();
    deadline(jdbc, "ofCase", "decided", null, "process-1/execution-1:referrerTold");
    deadline(jdbc, "ofMeeting", null, "m", "process-2/execution-2:minutesDraft");
    deadline(jdbc, "ofNone", "twice", null, "process-3/execution-3:consentReminder");

    migrated(database, vendor, "11");

    assertThat(jdbc.sql("select id from agenda_item where meeting_id = 'm' order by position").query(String.class).list()).containsExactly("heard", "open", "again", "beside");
    assertThat(jdbc.sql("select id from agenda_item where turn > 1").query(String.class).list()).as("what was decided before is history").containsExactly("heard");
    assertThat(jdbc.sql("select screening_reason from agenda_item where id = 'open'").query(String.class).single()).isEqualTo("Not reached");
    assertThat(jdbc.sql("select agenda_item_id from panel_action").query(String.class).single()).isEqualTo("open");
    assertThat(jdbc.sql("select position from agenda_item where id = 'alone'").query(Integer.class).single()).as("no other agenda is numbered anew").isEqualTo(3);
    assertThat(jdbc.sql("select agenda_item_id from panel_decision").query(String.class).single()).isEqualTo("heard");
    assertThatThrownBy(() -> item(jdbc, "third", "m", "twice", 9, "CARRIED_OVER", null)).isInstanceOf(DuplicateKeyException.class);
    assertThatThrownBy(() -> item(jdbc, "there", "m", "alone", 1, "CARRIED_OVER", null)).isInstanceOf(DuplicateKeyException.class);

    assertThat(jdbc.sql("select process_instance_id || ' ' || execution_id || ' ' || pack_deployment_id || ' ' || coalesce(counted_meeting_id, 'none') from deadline order by id")
        .query(String.class).list()).containsExactly("process-1 execution-1 pack-1 m", "process-2 execution-2 pack-1 m", "process-3 execution-3 pack-1 none");
    migrated(database, vendor, "12");
  }

  private static void item(JdbcClient jdbc, String id, String meeting, String of, int position, String state, String reason) {
    var open = List.of("PROPOSED", "LISTED").contains(state);
    jdbc.sql("insert into agenda_item (id, meeting_id, case_id, position, state, screening_reason, open_for) values (?, ?, ?, ?, ?, ?, ?)")
        .param(id).param(meeting).param(of).param(position).param(state).param(reason).param(open ? of : null).update();
  }

  private static void deadline(JdbcClient jdbc, String id, String of, String meeting, String openFor) {
    jdbc.sql("insert into deadline (id, authority, case_id, meeting_id, name, what, clauses, open_for, opened_at, counted_from, due_at, hard, tells, explanation, state)"
        + " values (?, 'war', ?, ?, 'x', 'x', 'x', ?, timestamp '2026-03-01 12:00:00', timestamp '2026-03-01 12:00:00', timestamp '2026-03-05 12:00:00', true, 'chair', 'x', 'OPEN')")
        .param(id).param(of).param(meeting).param(openFor).update();
  }

  private static void migrated(DataSource database, String vendor, String target) {
    Flyway.configure().dataSource(database).locations("classpath:db/migration/common", "classpath:db/migration/" + vendor).javaMigrations(new V1__camunda_engine())
        .target(target).load().migrate();
  }
}
