package org.baton.casefile.family;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.baton.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of families: people and addresses. */
@Repository
class FamilyStore {

  private final JdbcClient jdbc;

  FamilyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Family.Person> people(String familyId, String kind) {
    return jdbc.sql("select id, given_name, family_name, date_of_birth, relation, parental_responsibility from person"
            + " where family_id = ? and kind = ? and same_as is null order by date_of_birth, given_name, id")
        .params(familyId, kind).query(FamilyStore::person).list();
  }

  List<Family.Person> children(CaseId id) {
    return jdbc.sql("select p.id, p.given_name, p.family_name, p.date_of_birth, p.relation, p.parental_responsibility from person p"
            + " join case_child k on k.person_id = p.id where k.case_id = ? order by p.date_of_birth, p.given_name, p.id")
        .param(id.value()).query(FamilyStore::person).list();
  }

  Family.Referrer referrer(CaseId id) {
    return jdbc.sql("select referrer_name, referrer_email, referring_service from family_case where id = ?").param(id.value())
        .query((row, number) -> new Family.Referrer(row.getString(1), row.getString(2), row.getString(3))).single();
  }

  /** @param person the id, or the beginning of one; itself where no other record holds for the person */
  String standing(String familyId, String person) {
    return jdbc.sql("select same_as from person where family_id = ? and substring(id from 1 for ?) = ? and same_as is not null")
        .params(familyId, person.length(), person).query(String.class).list().stream().findFirst().map(same -> standing(familyId, same)).orElse(person);
  }

  /** @param id the case that it was told with */
  void insertAddress(String familyId, CaseId id, Family.Address address, Instant now) {
    jdbc.sql("insert into address (id, family_id, case_id, line, postcode, withheld, recorded_at, line_key, postcode_key)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(UUID.randomUUID().toString()).param(familyId).param(id.value()).param(address.line()).param(address.postcode())
        .param(address.withheld()).param(Timestamp.from(now)).param(NormalForm.addressLine(address.line()))
        .param(NormalForm.postcode(address.postcode())).update();
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

  private static Family.Person person(ResultSet row, int number) throws SQLException {
    var born = row.getDate(4);
    return new Family.Person(row.getString(1), row.getString(2), row.getString(3), born == null ? null : born.toLocalDate(),
        row.getString(5), row.getBoolean(6));
  }
}
