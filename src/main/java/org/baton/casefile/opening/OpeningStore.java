package org.baton.casefile.opening;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.baton.casefile.CaseRecord;
import org.baton.casefile.family.Family;
import org.baton.casefile.family.NormalForm;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The SQL by which cases begin. */
@Repository
class OpeningStore {

  private final JdbcClient jdbc;
  private final TransactionTemplate nested;

  OpeningStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
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

  /** @return the id of the person */
  String insertPerson(String familyId, String kind, Family.Person person) {
    var id = UUID.randomUUID().toString();
    jdbc.sql("insert into person (id, family_id, kind, given_name, family_name, date_of_birth, relation,"
            + " parental_responsibility, given_key, family_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(id).param(familyId).param(kind).param(person.givenName()).param(person.familyName())
        .param(person.dateOfBirth() == null ? null : Date.valueOf(person.dateOfBirth())).param(person.relation()).param(person.parentalResponsibility())
        .param(NormalForm.name(person.givenName())).param(NormalForm.name(person.familyName())).update();
    return id;
  }

  void insertCase(CaseRecord record, Family.Referrer referrer) {
    jdbc.sql("insert into family_case (id, authority, family_id, pack_deployment_id, route, stage, holder_id, referring_service,"
            + " referrer_name, referrer_email, re_referral_of, received_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(record.id().value()).param(record.authority()).param(record.familyId()).param(record.deploymentId()).param(record.route())
        .param(record.stage()).param(record.holder()).param(record.referringService()).param(referrer.name()).param(referrer.email())
        .param(record.reReferralOf().orElse(null)).param(Timestamp.from(record.receivedAt())).update();
  }

  void insertChild(String caseId, String personId) {
    jdbc.sql("insert into case_child (case_id, person_id) values (?, ?)").params(caseId, personId).update();
  }
}
