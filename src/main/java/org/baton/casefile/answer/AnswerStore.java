package org.baton.casefile.answer;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.baton.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what forms ask. Answers are added, never changed. */
@Repository
class AnswerStore {

  private final JdbcClient jdbc;

  AnswerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @param caseId null for an answer about no case @param meetingId null for an answer about no meeting */
  void insert(CaseId caseId, String meetingId, FormAnswer answer) {
    jdbc.sql("insert into form_answer (case_id, meeting_id, form, pack_deployment_id, answer_key, answer_value, answered_at, answered_by)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)")
        .param(caseId == null ? null : caseId.value()).param(meetingId).param(answer.form()).param(answer.deploymentId()).param(answer.key()).param(answer.value())
        .param(Timestamp.from(answer.at())).param(answer.by()).update();
  }

  /** All answers about the case in their order, those that later ones have replaced too. */
  List<FormAnswer> of(CaseId id) {
    return jdbc.sql("select form, pack_deployment_id, answer_key, answer_value, answered_at, answered_by from form_answer where case_id = ? order by id").param(id.value())
        .query((row, number) -> new FormAnswer(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getTimestamp(5).toInstant(), row.getString(6))).list();
  }

  /** The latest answer for each key. */
  Map<String, String> latest(CaseId id) {
    var latest = new TreeMap<String, String>();
    jdbc.sql("select answer_key, answer_value from form_answer where case_id = ? order by id").param(id.value())
        .query(row -> {
          latest.put(row.getString(1), row.getString(2));
        });
    return latest;
  }
}
