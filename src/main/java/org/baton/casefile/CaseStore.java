package org.baton.casefile;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the case file; the rules are in {@link CaseFile}. */
@Repository
class CaseStore {

  private static final String CASE = "select id, authority, family_id, pack_deployment_id, route, forum, stage, holder_id, referring_service,"
      + " allocated_service, lead_professional, re_referral_of, received_at, closed_at, outcome from family_case";

  private final JdbcClient jdbc;

  CaseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int nextNumber(String authority, int year) {
    var updated = jdbc.sql("update case_number set last_number = last_number + 1 where authority = :authority and year_opened = :year")
        .param("authority", authority).param("year", year).update();
    if (updated == 0) {
      jdbc.sql("insert into case_number (authority, year_opened, last_number) values (:authority, :year, 1)")
          .param("authority", authority).param("year", year).update();
    }
    return jdbc.sql("select last_number from case_number where authority = :authority and year_opened = :year")
        .param("authority", authority).param("year", year).query(Integer.class).single();
  }

  String insertFamily(String authority, Instant now) {
    var id = UUID.randomUUID().toString();
    jdbc.sql("insert into family (id, authority, opened_at) values (?, ?, ?)").params(id, authority, Timestamp.from(now)).update();
    return id;
  }

  String insertPerson(String familyId, String kind, String givenName, String familyName, LocalDate born, String relation, boolean responsible) {
    var id = UUID.randomUUID().toString();
    jdbc.sql("insert into person (id, family_id, kind, given_name, family_name, date_of_birth, relation, parental_responsibility)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)")
        .param(id).param(familyId).param(kind).param(givenName).param(familyName)
        .param(born == null ? null : Date.valueOf(born)).param(relation).param(responsible).update();
    return id;
  }

  void insertAddress(String familyId, String line, String postcode, boolean withheld, Instant now) {
    jdbc.sql("insert into address (id, family_id, line, postcode, withheld, recorded_at) values (?, ?, ?, ?, ?, ?)")
        .param(UUID.randomUUID().toString()).param(familyId).param(line).param(postcode).param(withheld).param(Timestamp.from(now)).update();
  }

  void insertCase(CaseRecord record, String referrerName, String referrerEmail) {
    jdbc.sql("insert into family_case (id, authority, family_id, pack_deployment_id, route, stage, holder_id, referring_service,"
            + " referrer_name, referrer_email, re_referral_of, received_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(record.id().value()).param(record.authority()).param(record.familyId()).param(record.deploymentId()).param(record.route())
        .param(record.stage()).param(record.holder()).param(record.referringService()).param(referrerName).param(referrerEmail)
        .param(record.reReferralOf().orElse(null)).param(Timestamp.from(record.receivedAt())).update();
  }

  void insertChild(CaseId id, String personId) {
    jdbc.sql("insert into case_child (case_id, person_id) values (?, ?)").params(id.value(), personId).update();
  }

  void insertHolder(CaseId id, int position, String holder, Instant from, String reason, String clauses, String user) {
    jdbc.sql("insert into holder_history (case_id, position, holder_id, held_from, open_for, reason, clauses, passed_by)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(id.value(), position, holder, Timestamp.from(from), id.value(), reason, clauses, user).update();
  }

  void endHolder(CaseId id, Instant until) {
    jdbc.sql("update holder_history set held_until = ?, open_for = null where open_for = ?")
        .params(Timestamp.from(until), id.value()).update();
  }

  int lastHolderPosition(CaseId id) {
    return jdbc.sql("select max(position) from holder_history where case_id = ?").param(id.value()).query(Integer.class).single();
  }

  void updateHolder(CaseId id, String holder) {
    jdbc.sql("update family_case set holder_id = ? where id = ?").params(holder, id.value()).update();
  }

  void updateStage(CaseId id, String stage) {
    jdbc.sql("update family_case set stage = ? where id = ?").params(stage, id.value()).update();
  }

  void updateReReferral(CaseId id, CaseId earlier) {
    jdbc.sql("update family_case set re_referral_of = ? where id = ?").params(earlier.value(), id.value()).update();
  }

  void updateForum(CaseId id, String forum) {
    jdbc.sql("update family_case set forum = ? where id = ?").params(forum, id.value()).update();
  }

  void updateAllocation(CaseId id, String service) {
    jdbc.sql("update family_case set allocated_service = ? where id = ?").params(service, id.value()).update();
  }

  void updateLeadProfessional(CaseId id, String name) {
    jdbc.sql("update family_case set lead_professional = ? where id = ?").params(name, id.value()).update();
  }

  void close(CaseId id, String outcome, Instant now) {
    jdbc.sql("update family_case set closed_at = ?, outcome = ?, stage = 'CLOSED' where id = ?")
        .params(Timestamp.from(now), outcome, id.value()).update();
    jdbc.sql("update case_child set outcome = ? where case_id = ? and outcome is null").params(outcome, id.value()).update();
  }

  Optional<CaseRecord> find(CaseId id) {
    return jdbc.sql(CASE + " where id = ?").param(id.value()).query(CaseStore::record).optional();
  }

  List<CaseRecord> list(List<String> authorities, String after, int limit) {
    return jdbc.sql(CASE + " where authority in (:authorities) and id > :after order by id limit " + limit)
        .param("authorities", authorities).param("after", after).query(CaseStore::record).list();
  }

  /** Cases of other families with a child of the same name and birthday, newest first. */
  List<CaseRecord> matches(String authority, CaseId id) {
    return jdbc.sql("select distinct c.id, c.authority, c.family_id, c.pack_deployment_id, c.route, c.forum, c.stage, c.holder_id,"
            + " c.referring_service, c.allocated_service, c.lead_professional, c.re_referral_of, c.received_at, c.closed_at, c.outcome"
            + " from family_case c join case_child k on k.case_id = c.id join person p on p.id = k.person_id"
            + " join person q on lower(q.family_name) = lower(p.family_name) and lower(q.given_name) = lower(p.given_name)"
            + " and (q.date_of_birth = p.date_of_birth or q.date_of_birth is null or p.date_of_birth is null)"
            + " join case_child j on j.person_id = q.id"
            + " where j.case_id = ? and c.id <> ? and c.authority = ? order by c.id desc")
        .params(id.value(), id.value(), authority).query(CaseStore::record).list();
  }

  List<Family.Person> people(String familyId, String kind) {
    return jdbc.sql("select id, given_name, family_name, date_of_birth, relation, parental_responsibility from person"
            + " where family_id = ? and kind = ? order by date_of_birth, given_name")
        .params(familyId, kind).query(CaseStore::person).list();
  }

  List<Family.Person> children(CaseId id) {
    return jdbc.sql("select p.id, p.given_name, p.family_name, p.date_of_birth, p.relation, p.parental_responsibility from person p"
            + " join case_child k on k.person_id = p.id where k.case_id = ? order by p.date_of_birth, p.given_name")
        .param(id.value()).query(CaseStore::person).list();
  }

  Optional<Family.Address> address(String familyId) {
    return jdbc.sql("select line, postcode, withheld from address where family_id = ? order by recorded_at desc limit 1").param(familyId)
        .query((row, number) -> new Family.Address(row.getString(1), row.getString(2), row.getBoolean(3))).optional();
  }

  Family.Referrer referrer(CaseId id) {
    return jdbc.sql("select referrer_name, referrer_email, referring_service from family_case where id = ?").param(id.value())
        .query((row, number) -> new Family.Referrer(row.getString(1), row.getString(2), row.getString(3))).single();
  }

  void insertConsent(CaseId id, String purpose, ConsentState state, Map<String, String> details, LocalDate on, Instant now, String user) {
    jdbc.sql("insert into consent (case_id, purpose, state, giver, capacity, obtained_by, obtained_on, how, evidence, recorded_at, recorded_by)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(id.value()).param(purpose).param(state.name()).param(details.get("giver")).param(details.get("capacity"))
        .param(details.get("obtainedBy")).param(on == null ? null : Date.valueOf(on)).param(details.get("how"))
        .param(details.get("evidence")).param(Timestamp.from(now)).param(user).update();
  }

  Map<String, ConsentState> consents(CaseId id) {
    var latest = new TreeMap<String, ConsentState>();
    jdbc.sql("select purpose, state from consent where case_id = ? order by id").param(id.value())
        .query(row -> {
          latest.put(row.getString(1), ConsentState.valueOf(row.getString(2)));
        });
    return latest;
  }

  void insertEntry(CaseId id, Instant at, String kind, String entry, String clauses, String user, Long corrects) {
    jdbc.sql("insert into chronology (case_id, happened_at, kind, entry, clauses, recorded_by, corrects) values (?, ?, ?, ?, ?, ?, ?)")
        .param(id.value()).param(Timestamp.from(at)).param(kind).param(entry).param(clauses).param(user).param(corrects).update();
  }

  List<ChronologyEntry> chronology(CaseId id) {
    return jdbc.sql("select id, happened_at, kind, entry, clauses, recorded_by, corrects from chronology where case_id = ? order by id")
        .param(id.value())
        .query((row, number) -> new ChronologyEntry(row.getLong(1), row.getTimestamp(2).toInstant(), row.getString(3), row.getString(4),
            row.getString(5), row.getString(6), Optional.ofNullable((Long) row.getObject(7)))).list();
  }

  List<HolderPeriod> holders(CaseId id) {
    return jdbc.sql("select holder_id, held_from, held_until, reason, clauses from holder_history where case_id = ? order by position")
        .param(id.value())
        .query((row, number) -> new HolderPeriod(row.getString(1), row.getTimestamp(2).toInstant(),
            Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant), row.getString(4), row.getString(5))).list();
  }

  void insertAnswer(CaseId caseId, String meetingId, String form, String deploymentId, String key, String value, Instant now, String user) {
    jdbc.sql("insert into form_answer (case_id, meeting_id, form, pack_deployment_id, answer_key, answer_value, answered_at, answered_by)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)")
        .param(caseId == null ? null : caseId.value()).param(meetingId).param(form).param(deploymentId).param(key).param(value)
        .param(Timestamp.from(now)).param(user).update();
  }

  /** The latest answer for each key. */
  Map<String, String> answers(CaseId id) {
    var latest = new TreeMap<String, String>();
    jdbc.sql("select answer_key, answer_value from form_answer where case_id = ? order by id").param(id.value())
        .query(row -> {
          latest.put(row.getString(1), row.getString(2));
        });
    return latest;
  }

  void insertRun(String processInstanceId, CaseId id, String key, boolean main, Instant now) {
    jdbc.sql("insert into case_run (process_instance_id, case_id, process_key, main_of, began_at) values (?, ?, ?, ?, ?)")
        .param(processInstanceId).param(id.value()).param(key).param(main ? id.value() : null).param(Timestamp.from(now)).update();
  }

  void endRun(String processInstanceId, Instant now) {
    jdbc.sql("update case_run set main_of = null, ended_at = ? where process_instance_id = ? and ended_at is null")
        .params(Timestamp.from(now), processInstanceId).update();
  }

  Optional<String> mainRun(CaseId id) {
    return jdbc.sql("select process_instance_id from case_run where main_of = ?").param(id.value()).query(String.class).optional();
  }

  private static CaseRecord record(ResultSet row, int number) throws SQLException {
    return new CaseRecord(new CaseId(row.getString("id")), row.getString("authority"), row.getString("family_id"),
        row.getString("pack_deployment_id"), row.getString("route"), Optional.ofNullable(row.getString("forum")), row.getString("stage"),
        row.getString("holder_id"), row.getString("referring_service"), Optional.ofNullable(row.getString("allocated_service")),
        Optional.ofNullable(row.getString("lead_professional")), Optional.ofNullable(row.getString("re_referral_of")),
        row.getTimestamp("received_at").toInstant(), Optional.ofNullable(row.getTimestamp("closed_at")).map(Timestamp::toInstant),
        Optional.ofNullable(row.getString("outcome")));
  }

  private static Family.Person person(ResultSet row, int number) throws SQLException {
    var born = row.getDate(4);
    return new Family.Person(row.getString(1), row.getString(2), row.getString(3), born == null ? null : born.toLocalDate(),
        row.getString(5), row.getBoolean(6));
  }
}
