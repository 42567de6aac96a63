package org.baton.casefile.parting;

import java.util.List;
import java.util.UUID;
import org.baton.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL by which a case parts from another, with all that belongs to both. */
@Repository
class PartingStore {

  private final JdbcClient jdbc;

  PartingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
}
