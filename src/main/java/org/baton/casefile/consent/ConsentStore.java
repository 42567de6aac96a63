package org.baton.casefile.consent;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of consents, lawful bases and agreements. Each is added, never changed. */
@Repository
class ConsentStore {

  private final JdbcClient jdbc;

  ConsentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(CaseId id, Consent consent, String giver, String person, Instant now, String user) {
    jdbc.sql("insert into consent (case_id, purpose, state, giver, person_id, capacity, obtained_by, obtained_on, how, evidence, valid_until,"
            + " informed, recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(id.value()).param(consent.purpose()).param(consent.state().name()).param(giver).param(person)
        .param(consent.capacity().orElse(null)).param(consent.obtainedBy().orElse(null)).param(date(consent.on()))
        .param(consent.how().orElse(null)).param(consent.evidence().orElse(null)).param(date(consent.validUntil()))
        .param(consent.informed().orElse(null)).param(Timestamp.from(now)).param(user).update();
  }

  /** What a child agreed to who has parted from the case stands with the case that the child is in now. */
  List<Consent> of(CaseId id) {
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

  private static Date date(Optional<LocalDate> day) {
    return day.map(Date::valueOf).orElse(null);
  }
}
