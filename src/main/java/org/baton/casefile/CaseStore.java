package org.baton.casefile;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The SQL of the case file; the rules are in {@link CaseFile}. */
@Repository
class CaseStore {

  private static final String CASE = "select id, authority, family_id, pack_deployment_id, route, forum, stage, holder_id, referring_service,"
      + " allocated_service, lead_professional, re_referral_of, received_at, closed_at, outcome from family_case";

  /** Each name once, and not more of them than a family has, so that no referral can make the comparison grow with its square. */
  private static final String ALIKE = "select k.case_id from (select distinct p.given_key, p.family_key, p.date_of_birth from case_child j"
      + " join person p on p.id = j.person_id where j.case_id = :id order by p.family_key, p.given_key, p.date_of_birth limit 100) q"
      + " join person p on p.family_key = q.family_key and p.given_key = q.given_key"
      + " and (q.date_of_birth = p.date_of_birth or q.date_of_birth is null or p.date_of_birth is null) join case_child k on k.person_id = p.id"
      + " union select k.case_id from (select distinct b.line_key, b.postcode_key from family_case c join address b on b.family_id = c.family_id"
      + " where c.id = :id and b.line_key <> '' order by b.line_key, b.postcode_key limit 100) b"
      + " join address a on a.line_key = b.line_key and (a.postcode_key = b.postcode_key or a.postcode_key = '' or b.postcode_key = '')"
      + " join person p on p.family_id = a.family_id and p.family_key in (select q.family_key from case_child j join person q on q.id = j.person_id"
      + " where j.case_id = :id) join case_child k on k.person_id = p.id";

  private final JdbcClient jdbc;
  private final TransactionTemplate nested;

  CaseStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.nested = new TransactionTemplate(transactions);
    nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /** The next number of the authority's year. Whoever draws one at the same time waits until this transaction has ended. */
  int nextNumber(String authority, int year) {
    if (countUp(authority, year) == 0) {
      beginCounting(authority, year);
      countUp(authority, year);
    }
    return jdbc.sql("select last_number from case_number where authority = :authority and year_opened = :year")
        .param("authority", authority).param("year", year).query(Integer.class).single();
  }

  private int countUp(String authority, int year) {
    return jdbc.sql("update case_number set last_number = last_number + 1 where authority = :authority and year_opened = :year")
        .param("authority", authority).param("year", year).update();
  }

  private void beginCounting(String authority, int year) {
    try {
      // To a savepoint, as PostgreSQL lets a transaction go on after a refused row only from there; a second connection could be the last one.
      nested.executeWithoutResult(status -> jdbc.sql("insert into case_number (authority, year_opened, last_number) values (?, ?, 0)")
          .params(authority, year).update());
    } catch (DuplicateKeyException somebodyElseBegan) {
      return;
    }
  }

  String insertFamily(String authority, Instant now) {
    var id = UUID.randomUUID().toString();
    jdbc.sql("insert into family (id, authority, opened_at) values (?, ?, ?)").params(id, authority, Timestamp.from(now)).update();
    return id;
  }

  String insertPerson(String familyId, String kind, String givenName, String familyName, LocalDate born, String relation, boolean responsible) {
    var id = UUID.randomUUID().toString();
    jdbc.sql("insert into person (id, family_id, kind, given_name, family_name, date_of_birth, relation,"
            + " parental_responsibility, given_key, family_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(id).param(familyId).param(kind).param(givenName).param(familyName)
        .param(born == null ? null : Date.valueOf(born)).param(relation).param(responsible)
        .param(NormalForm.name(givenName)).param(NormalForm.name(familyName)).update();
    return id;
  }

  /** @param id the case that it was told with */
  void insertAddress(String familyId, CaseId id, Family.Address address, Instant now) {
    jdbc.sql("insert into address (id, family_id, case_id, line, postcode, withheld, recorded_at, line_key, postcode_key)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(UUID.randomUUID().toString()).param(familyId).param(id.value()).param(address.line()).param(address.postcode())
        .param(address.withheld()).param(Timestamp.from(now)).param(NormalForm.addressLine(address.line()))
        .param(NormalForm.postcode(address.postcode())).update();
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

  /**
   * Holds the case until the transaction ends, so that nobody closes it or lets its baton pass meanwhile.
   *
   * @return false if it is closed or there is none
   */
  boolean holdOpen(CaseId id) {
    // Not by "for update": that would wait for whoever only adds a line about the case, and two of those for each other.
    return jdbc.sql("update family_case set stage = stage where id = ? and closed_at is null").param(id.value()).update() == 1;
  }

  /** Holds both cases, open or not, in one order for everybody, so that two who judge from either side never wait for each other. */
  void holdInOrder(CaseId one, CaseId other) {
    Stream.of(one, other).map(CaseId::value).sorted().forEach(id ->
        jdbc.sql("update family_case set stage = stage where id = ?").param(id).update());
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

  /** As {@link #list(List, String, int)}, those that a person's roles open. */
  List<CaseRecord> list(Reach reach, String after, int limit) {
    return jdbc.sql(CASE + " where " + Reach.condition("") + " and id > :after order by id limit " + limit)
        .params(reach.parameters()).param("after", after).query(CaseStore::record).list();
  }

  /** Of these cases, those that a person's roles open. */
  List<CaseId> among(Reach reach, Collection<CaseId> ids) {
    return jdbc.sql("select id from family_case where " + Reach.condition("") + " and id in (:ids)")
        .params(reach.parameters()).param("ids", ids.stream().map(CaseId::value).distinct().toList()).query((row, number) -> new CaseId(row.getString(1))).list();
  }

  /**
   * Cases with a child of the same name and birthday, or of the same family name and address, that nobody has judged, newest first.
   * Names and addresses are compared by their normal forms, through their indexes.
   */
  List<CaseRecord> matches(String authority, CaseId id, int limit) {
    return jdbc.sql(CASE + " where id in (" + ALIKE + ") and id <> :id and authority = :authority and family_id not in (select o.family_id"
            + " from family_case o join match_verdict v on v.case_id = :id and v.other_case_id = o.id or v.other_case_id = :id and v.case_id = o.id)"
            + " and (split_from is null or split_from <> :id) and id <> coalesce((select split_from from family_case where id = :id), '')"
            + " order by id desc limit " + limit)
        .param("id", id.value()).param("authority", authority).query(CaseStore::record).list();
  }

  /** Whether the other case is one that {@link #matches} finds, judged or not. */
  boolean alike(CaseId id, CaseId other) {
    return jdbc.sql("select count(*) from family_case where id = :other and id in (" + ALIKE + ")").param("id", id.value())
        .param("other", other.value()).query(Integer.class).single() > 0;
  }

  List<Family.Person> people(String familyId, String kind) {
    return jdbc.sql("select id, given_name, family_name, date_of_birth, relation, parental_responsibility from person"
            + " where family_id = ? and kind = ? and same_as is null order by date_of_birth, given_name, id")
        .params(familyId, kind).query(CaseStore::person).list();
  }

  List<Family.Person> children(CaseId id) {
    return jdbc.sql("select p.id, p.given_name, p.family_name, p.date_of_birth, p.relation, p.parental_responsibility from person p"
            + " join case_child k on k.person_id = p.id where k.case_id = ? order by p.date_of_birth, p.given_name, p.id")
        .param(id.value()).query(CaseStore::person).list();
  }

  /** @param own whether it was told with the case that asks */
  record Told(String id, Family.Address address, boolean own) {}

  /** Every address that the family was told to have, newest first; what was lifted is no longer withheld. */
  List<Told> addresses(String familyId, CaseId id) {
    return jdbc.sql("select id, line, postcode, withheld, lifted_at, case_id from address where family_id = ? order by recorded_at desc, told desc").param(familyId)
        .query((row, number) -> new Told(row.getString(1), new Family.Address(row.getString(2), row.getString(3),
            row.getBoolean(4) && row.getTimestamp(5) == null), id.value().equals(row.getString(6)))).list();
  }

  void lift(List<String> addresses, String reason, Instant now, String user) {
    jdbc.sql("update address set lifted_at = :now, lifted_by = :user, lift_reason = :reason where id in (:addresses)")
        .param("now", Timestamp.from(now)).param("user", user).param("reason", reason).param("addresses", addresses).update();
  }

  Family.Referrer referrer(CaseId id) {
    return jdbc.sql("select referrer_name, referrer_email, referring_service from family_case where id = ?").param(id.value())
        .query((row, number) -> new Family.Referrer(row.getString(1), row.getString(2), row.getString(3))).single();
  }

  void insertConsent(CaseId id, Consent consent, String giver, String person, Instant now, String user) {
    jdbc.sql("insert into consent (case_id, purpose, state, giver, person_id, capacity, obtained_by, obtained_on, how, evidence, valid_until,"
            + " informed, recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(id.value()).param(consent.purpose()).param(consent.state().name()).param(giver).param(person)
        .param(consent.capacity().orElse(null)).param(consent.obtainedBy().orElse(null)).param(date(consent.on()))
        .param(consent.how().orElse(null)).param(consent.evidence().orElse(null)).param(date(consent.validUntil()))
        .param(consent.informed().orElse(null)).param(Timestamp.from(now)).param(user).update();
  }

  /** What a child agreed to who has parted from the case stands with the case that the child is in now. */
  List<Consent> consents(CaseId id) {
    return jdbc.sql("select purpose, state, giver, person_id, capacity, obtained_by, obtained_on, how, evidence, valid_until, informed from consent"
            + " where case_id = ? and (person_id is null or exists (select 1 from person p where p.id = person_id and p.kind <> 'CHILD')"
            + " or exists (select 1 from case_child k where k.case_id = consent.case_id and k.person_id = consent.person_id)) order by id")
        .param(id.value())
        .query((row, number) -> new Consent(row.getString(1), ConsentState.valueOf(row.getString(2)), Optional.ofNullable(row.getString(3)),
            Optional.ofNullable(row.getString(4)), Optional.ofNullable(row.getString(5)), Optional.ofNullable(row.getString(6)),
            Optional.ofNullable(row.getDate(7)).map(Date::toLocalDate), Optional.ofNullable(row.getString(8)), Optional.ofNullable(row.getString(9)),
            Optional.ofNullable(row.getDate(10)).map(Date::toLocalDate), Optional.ofNullable((Boolean) row.getObject(11)))).list();
  }

  void insertLawfulBasis(CaseId id, LawfulBasis basis, Instant now, String user) {
    jdbc.sql("insert into lawful_basis (case_id, purpose, basis, reason, recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?)")
        .params(id.value(), basis.purpose(), basis.basis(), basis.reason(), Timestamp.from(now), user).update();
  }

  List<LawfulBasis> lawfulBases(CaseId id) {
    return jdbc.sql("select purpose, basis, reason from lawful_basis where case_id = ? order by id").param(id.value())
        .query((row, number) -> new LawfulBasis(row.getString(1), row.getString(2), row.getString(3))).list();
  }

  void insertAgreement(CaseId id, ServiceAgreement agreement, Instant now, String user) {
    jdbc.sql("insert into service_agreement (case_id, service, agreed, agreed_by, agreed_on, recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?, ?)")
        .param(id.value()).param(agreement.service()).param(agreement.agreed()).param(agreement.agreedBy()).param(date(agreement.on()))
        .param(Timestamp.from(now)).param(user).update();
  }

  List<ServiceAgreement> agreements(CaseId id) {
    return jdbc.sql("select service, agreed, agreed_by, agreed_on from service_agreement where case_id = ? order by id").param(id.value())
        .query((row, number) -> new ServiceAgreement(row.getString(1), row.getBoolean(2), row.getString(3),
            Optional.ofNullable(row.getDate(4)).map(Date::toLocalDate))).list();
  }

  void insertPlan(CaseId id, Plan plan, Instant now, String user) {
    var version = jdbc.sql("select coalesce(max(version), 0) + 1 from plan where case_id = ?").param(id.value()).query(Integer.class).single();
    jdbc.sql("insert into plan (case_id, version, aim, review_on, recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?)")
        .param(id.value()).param(version).param(plan.aim()).param(date(plan.reviewOn())).param(Timestamp.from(now)).param(user).update();
    var position = 0;
    for (var step : plan.steps()) {
      jdbc.sql("insert into plan_step (case_id, version, position, what, responsible, due_on) values (?, ?, ?, ?, ?, ?)")
          .param(id.value()).param(version).param(++position).param(step.what()).param(step.responsible()).param(date(step.dueOn())).update();
    }
  }

  /** The version that holds. */
  Optional<Plan> plan(CaseId id) {
    var steps = jdbc.sql("select what, responsible, due_on from plan_step where case_id = ? and version = (select max(version) from plan"
            + " where case_id = ?) order by position").params(id.value(), id.value())
        .query((row, number) -> new Plan.Step(row.getString(1), row.getString(2), Optional.ofNullable(row.getDate(3)).map(Date::toLocalDate))).list();
    return jdbc.sql("select aim, review_on from plan where case_id = ? order by version desc limit 1").param(id.value())
        .query((row, number) -> new Plan(row.getString(1), Optional.ofNullable(row.getDate(2)).map(Date::toLocalDate), steps)).optional();
  }

  /** The case of its own, as the other stands now. */
  void insertSplit(CaseId from, CaseId parted, long entry) {
    jdbc.sql("insert into family_case (id, authority, family_id, pack_deployment_id, route, forum, stage, holder_id, referring_service,"
            + " referrer_name, referrer_email, allocated_service, lead_professional, re_referral_of, received_at, split_from, split_entry)"
            + " select ?, authority, family_id, pack_deployment_id, route, forum, stage, holder_id, referring_service, referrer_name,"
            + " referrer_email, allocated_service, lead_professional, re_referral_of, received_at, id, ? from family_case where id = ?")
        .params(parted.value(), entry, from.value()).update();
  }

  void moveChildren(CaseId from, CaseId parted, List<String> people) {
    jdbc.sql("update case_child set case_id = :parted where case_id = :from and person_id in (:people)")
        .param("parted", parted.value()).param("from", from.value()).param("people", people).update();
  }

  /** What belongs to each of the two from now on: who held the case, what was agreed, asked and answered. */
  void copyHistory(CaseId from, CaseId parted) {
    jdbc.sql("insert into holder_history (case_id, position, holder_id, held_from, held_until, open_for, reason, clauses, passed_by)"
            + " select ?, position, holder_id, held_from, held_until, case when open_for is null then null else ? end, reason, clauses, passed_by"
            + " from holder_history where case_id = ?").params(parted.value(), parted.value(), from.value()).update();
    jdbc.sql("insert into consent (case_id, purpose, state, giver, person_id, capacity, obtained_by, obtained_on, how, evidence, valid_until,"
            + " informed, recorded_at, recorded_by) select ?, purpose, state, giver, person_id, capacity, obtained_by, obtained_on, how, evidence,"
            + " valid_until, informed, recorded_at, recorded_by from consent where case_id = ? order by id").params(parted.value(), from.value()).update();
    jdbc.sql("insert into form_answer (case_id, meeting_id, form, pack_deployment_id, answer_key, answer_value, answered_at, answered_by)"
            + " select ?, meeting_id, form, pack_deployment_id, answer_key, answer_value, answered_at, answered_by from form_answer"
            + " where case_id = ? order by id").params(parted.value(), from.value()).update();
    jdbc.sql("insert into lawful_basis (case_id, purpose, basis, reason, recorded_at, recorded_by) select ?, purpose, basis, reason,"
            + " recorded_at, recorded_by from lawful_basis where case_id = ? order by id").params(parted.value(), from.value()).update();
    jdbc.sql("insert into service_agreement (case_id, service, agreed, agreed_by, agreed_on, recorded_at, recorded_by) select ?, service,"
            + " agreed, agreed_by, agreed_on, recorded_at, recorded_by from service_agreement where case_id = ? order by id")
        .params(parted.value(), from.value()).update();
    jdbc.sql("select id from address where case_id = ? order by told").param(from.value()).query(String.class).list().forEach(address ->
        jdbc.sql("insert into address (id, family_id, case_id, line, postcode, withheld, recorded_at, lifted_at, lifted_by, lift_reason, line_key,"
                + " postcode_key) select ?, family_id, ?, line, postcode, withheld, recorded_at, lifted_at, lifted_by, lift_reason, line_key,"
                + " postcode_key from address where id = ?").params(UUID.randomUUID().toString(), parted.value(), address).update());
    jdbc.sql("insert into plan (case_id, version, aim, review_on, recorded_at, recorded_by) select ?, version, aim, review_on, recorded_at,"
            + " recorded_by from plan where case_id = ?").params(parted.value(), from.value()).update();
    jdbc.sql("insert into plan_step (case_id, version, position, what, responsible, due_on) select ?, version, position, what, responsible,"
            + " due_on from plan_step where case_id = ?").params(parted.value(), from.value()).update();
  }

  long lastEntry(CaseId id) {
    return jdbc.sql("select max(id) from chronology where case_id = ?").param(id.value()).query(Long.class).single();
  }

  /** One family file out of two. @param same whose record of the second family is the same person as which of the first; everybody else stays a person of their own */
  void mergeFamilies(String kept, String merged, Map<String, String> same) {
    same.forEach((person, as) -> {
      jdbc.sql("update person set same_as = ? where id = ?").params(as, person).update();
      jdbc.sql("update case_child set person_id = ? where person_id = ?").params(as, person).update();
      jdbc.sql("update consent set person_id = ? where person_id = ?").params(as, person).update();
    });
    jdbc.sql("update person set family_id = ? where family_id = ?").params(kept, merged).update();
    jdbc.sql("update address set family_id = ? where family_id = ?").params(kept, merged).update();
    jdbc.sql("update family_case set family_id = ? where family_id = ?").params(kept, merged).update();
    jdbc.sql("update family set merged_into = ? where id = ?").params(kept, merged).update();
  }

  /** @param person the id, or the beginning of one; itself where no other record holds for the person */
  String standing(String familyId, String person) {
    return jdbc.sql("select same_as from person where family_id = ? and substring(id from 1 for ?) = ? and same_as is not null")
        .params(familyId, person.length(), person).query(String.class).list().stream().findFirst().map(same -> standing(familyId, same)).orElse(person);
  }

  boolean judged(CaseId id, CaseId other) {
    return jdbc.sql("select count(*) from match_verdict where case_id = ? and other_case_id = ?").params(id.value(), other.value())
        .query(Integer.class).single() > 0;
  }

  void insertVerdict(CaseId id, CaseId other, boolean same, Instant now, String user) {
    jdbc.sql("insert into match_verdict (case_id, other_case_id, same_family, recorded_at, recorded_by) values (?, ?, ?, ?, ?)")
        .params(id.value(), other.value(), same, Timestamp.from(now), user).update();
  }

  void insertEntry(CaseId id, Instant at, String kind, String entry, String clauses, String user, Long corrects) {
    jdbc.sql("insert into chronology (case_id, happened_at, kind, entry, clauses, recorded_by, corrects) values (?, ?, ?, ?, ?, ?, ?)")
        .param(id.value()).param(Timestamp.from(at)).param(kind).param(entry).param(clauses).param(user).param(corrects).update();
  }

  List<ChronologyEntry> chronology(CaseId id) {
    return jdbc.sql("with recursive past (case_id, up_to) as (select cast(? as varchar(24)), cast(null as bigint) union all"
            + " select c.split_from, c.split_entry from family_case c join past p on p.case_id = c.id where c.split_from is not null)"
            + " select h.id, happened_at, kind, entry, clauses, recorded_by, corrects from chronology h join past p on p.case_id = h.case_id"
            + " and (p.up_to is null or h.id <= p.up_to) order by h.id")
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

  /** All answers about the case in their order, those that later ones have replaced too. */
  List<FormAnswer> formAnswers(CaseId id) {
    return jdbc.sql("select form, pack_deployment_id, answer_key, answer_value, answered_at, answered_by from form_answer where case_id = ? order by id").param(id.value())
        .query((row, number) -> new FormAnswer(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getTimestamp(5).toInstant(), row.getString(6))).list();
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

  private static Date date(Optional<LocalDate> day) {
    return day.map(Date::valueOf).orElse(null);
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
