package org.baton.casefile.family;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.baton.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of cases that may be about the same family. */
@Repository
class MatchStore {

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

  MatchStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Cases with a child of the same name and birthday, or of the same family name and address, that nobody has judged, newest first.
   * Names and addresses are compared by their normal forms, through their indexes.
   */
  List<CaseId> unjudged(String authority, CaseId id, int limit) {
    return jdbc.sql("select id from family_case where id in (" + ALIKE + ") and id <> :id and authority = :authority and family_id not in (select o.family_id"
            + " from family_case o join match_verdict v on v.case_id = :id and v.other_case_id = o.id or v.other_case_id = :id and v.case_id = o.id)"
            + " and (split_from is null or split_from <> :id) and id <> coalesce((select split_from from family_case where id = :id), '')"
            + " order by id desc limit " + limit)
        .param("id", id.value()).param("authority", authority).query((row, number) -> new CaseId(row.getString(1))).list();
  }

  /** Whether the other case is one that {@link #unjudged} finds, judged or not. */
  boolean alike(CaseId id, CaseId other) {
    return jdbc.sql("select count(*) from family_case where id = :other and id in (" + ALIKE + ")").param("id", id.value())
        .param("other", other.value()).query(Integer.class).single() > 0;
  }

  boolean judged(CaseId id, CaseId other) {
    return jdbc.sql("select count(*) from match_verdict where case_id = ? and other_case_id = ?").params(id.value(), other.value())
        .query(Integer.class).single() > 0;
  }

  void insertVerdict(CaseId id, CaseId other, boolean same, Instant now, String user) {
    jdbc.sql("insert into match_verdict (case_id, other_case_id, same_family, recorded_at, recorded_by) values (?, ?, ?, ?, ?)")
        .params(id.value(), other.value(), same, Timestamp.from(now), user).update();
  }

  void updateReReferral(CaseId id, CaseId earlier) {
    jdbc.sql("update family_case set re_referral_of = ? where id = ?").params(earlier.value(), id.value()).update();
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
}
