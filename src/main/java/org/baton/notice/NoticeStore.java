package org.baton.notice;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of notices. */
@Repository
class NoticeStore {

  private static final String NOTICE = "select message_id, authority, case_id, meeting_id, name, addressee, recipient, subject, state, written_at, sent_at, encrypted,"
      + " letter, clauses, send_key, attempts, failure from notice";

  private final JdbcClient jdbc;

  NoticeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who saw a password, and when. */
  record Seen(String by, Instant at) {}

  /** How many were written under this key so far. */
  int written(String sendKey) {
    return jdbc.sql("select count(*) from notice where send_key = ?").param(sendKey).query(Integer.class).single();
  }

  /** @param sealed null if not protected, as is @param enclosed */
  void insert(Notice notice, byte[] enclosed, String sealed) {
    jdbc.sql("insert into notice (message_id, authority, case_id, meeting_id, name, addressee, recipient, subject, state, written_at, encrypted, letter, clauses,"
            + " send_key, enclosed, sealed, next_try_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(notice.messageId()).param(notice.authority()).param(notice.caseId().orElse(null)).param(notice.meetingId().orElse(null)).param(notice.name())
        .param(notice.addressee()).param(notice.recipient()).param(notice.subject()).param(notice.state().name()).param(Timestamp.from(notice.writtenAt()))
        .param(notice.locked()).param(notice.letter().orElse(null)).param(notice.clauses()).param(notice.sendKey())
        .param(enclosed == null ? null : Base64.getEncoder().encodeToString(enclosed)).param(sealed).param(Timestamp.from(notice.writtenAt())).update();
  }

  Optional<Notice> find(String messageId) {
    return jdbc.sql(NOTICE + " where message_id = ?").param(messageId).query(NoticeStore::notice).optional();
  }

  List<Notice> ofCase(String caseId) {
    return jdbc.sql(NOTICE + " where case_id = ? order by written_at, message_id").param(caseId).query(NoticeStore::notice).list();
  }

  List<Notice> ofMeeting(String meetingId) {
    return jdbc.sql(NOTICE + " where meeting_id = ? order by written_at, message_id").param(meetingId).query(NoticeStore::notice).list();
  }

  List<Notice> undelivered(Collection<String> authorities, int limit) {
    return authorities.isEmpty() ? List.of() : jdbc.sql(NOTICE + " where authority in (:authorities) and state in ('UNDELIVERED', 'FAILED') order by written_at, message_id"
        + " limit :most").param("authorities", authorities).param("most", limit).query(NoticeStore::notice).list();
  }

  /** Those with a password of their own, the newest first. @param caseId empty for all */
  List<Notice> locked(Collection<String> authorities, String caseId, int limit) {
    return authorities.isEmpty() ? List.of() : jdbc.sql(NOTICE + " where authority in (:authorities) and sealed is not null and (:caseId = '' or case_id = :caseId)"
        + " order by written_at desc, message_id limit :most").param("authorities", authorities).param("caseId", caseId).param("most", limit)
        .query(NoticeStore::notice).list();
  }

  /** Who saw their passwords, by message id. */
  Map<String, Seen> seen(Collection<String> messageIds) {
    var found = new LinkedHashMap<String, Seen>();
    if (!messageIds.isEmpty()) {
      jdbc.sql("select message_id, seen_by, seen_at from notice_password_view where message_id in (:ids)").param("ids", messageIds).query((ResultSet row) -> {
        found.put(row.getString(1), new Seen(row.getString(2), row.getTimestamp(3).toInstant()));
      });
    }
    return found;
  }

  List<Notice> due(Instant now, int limit) {
    return jdbc.sql(NOTICE + " where state = 'PENDING' and next_try_at <= ? order by next_try_at, written_at, message_id limit " + limit)
        .param(Timestamp.from(now)).query(NoticeStore::notice).list();
  }

  /** Takes a message for one try. @return whether it is ours now; another node may have been first */
  boolean claim(Notice notice, Instant until) {
    return jdbc.sql("update notice set attempts = attempts + 1, next_try_at = ? where message_id = ? and state = 'PENDING' and attempts = ?")
        .param(Timestamp.from(until)).param(notice.messageId()).param(notice.attempts()).update() == 1;
  }

  /** Null where nothing is enclosed. */
  byte[] enclosed(String messageId) {
    return jdbc.sql("select enclosed from notice where message_id = ?").param(messageId).query((row, number) -> Optional.ofNullable(row.getString(1))).single()
        .map(Base64.getDecoder()::decode).orElse(null);
  }

  /** @return whether it was still pending */
  boolean sent(String messageId, Instant at) {
    return jdbc.sql("update notice set state = 'SENT', sent_at = ?, failure = null, enclosed = null where message_id = ? and state = 'PENDING'")
        .param(Timestamp.from(at)).param(messageId).update() == 1;
  }

  void failed(String messageId, String why, Notice.State state, Instant nextTry) {
    jdbc.sql("update notice set state = ?, failure = ?, next_try_at = ? where message_id = ? and state = 'PENDING'")
        .param(state.name()).param(why).param(Timestamp.from(nextTry)).param(messageId).update();
  }

  /** @return whether it had failed before */
  boolean again(String messageId, Instant at) {
    return jdbc.sql("update notice set state = 'PENDING', attempts = 0, next_try_at = ? where message_id = ? and state = 'FAILED'")
        .param(Timestamp.from(at)).param(messageId).update() == 1;
  }

  /** @return whether nobody had told it yet */
  boolean told(String messageId, Deliveries.Told told, String by, Instant at) {
    return jdbc.sql("update notice set state = 'TOLD', told_how = ?, told_whom = ?, told_what = ?, told_on = ?, told_by = ?, sent_at = ?, enclosed = null"
            + " where message_id = ? and state in ('UNDELIVERED', 'FAILED')")
        .param(told.how()).param(told.whom()).param(told.what()).param(Date.valueOf(told.on())).param(by).param(Timestamp.from(at)).param(messageId).update() == 1;
  }

  /** The sealed password; waits for others who ask for the same one. */
  Optional<String> sealedForUpdate(String messageId) {
    return jdbc.sql("select sealed from notice where message_id = ? for update").param(messageId).query((row, number) -> Optional.ofNullable(row.getString(1))).single();
  }

  Optional<Seen> seen(String messageId) {
    return jdbc.sql("select seen_by, seen_at from notice_password_view where message_id = ?").param(messageId)
        .query((row, number) -> new Seen(row.getString(1), row.getTimestamp(2).toInstant())).optional();
  }

  void markSeen(String messageId, String by, Instant at) {
    jdbc.sql("insert into notice_password_view (message_id, seen_by, seen_at) values (?, ?, ?)").param(messageId).param(by).param(Timestamp.from(at)).update();
  }

  Optional<String> anySealed() {
    return jdbc.sql("select sealed from notice where sealed is not null limit 1").query(String.class).optional();
  }

  /** Message id to password. */
  Map<String, String> clearPasswords() {
    var found = new LinkedHashMap<String, String>();
    jdbc.sql("select message_id, secret from notice where secret is not null").query((ResultSet row) -> {
      found.put(row.getString(1), row.getString(2));
    });
    return found;
  }

  void seal(String messageId, String sealed) {
    jdbc.sql("update notice set sealed = ?, secret = null where message_id = ?").param(sealed).param(messageId).update();
  }

  void hold(String messageId, String activity) {
    jdbc.sql("insert into notice_hold (message_id, activity, done) values (?, ?, ?)").param(messageId).param(activity).param(false).update();
  }

  /** Notes that the activity itself is done. @return whether a notice that has not arrived keeps its duty open */
  boolean doneButHeld(String activity) {
    return jdbc.sql("update notice_hold set done = true where activity = ?").param(activity).update() > 0;
  }

  /** Lets go of what the notice held. @return the activities that are done and that nothing holds any more */
  List<String> release(String messageId) {
    var done = jdbc.sql("select activity from notice_hold where message_id = ? and done = true").param(messageId).query(String.class).list();
    jdbc.sql("delete from notice_hold where message_id = ?").param(messageId).update();
    return done.stream().filter(activity -> jdbc.sql("select count(*) from notice_hold where activity = ?").param(activity).query(Integer.class).single() == 0).toList();
  }

  private static Notice notice(ResultSet row, int number) throws SQLException {
    return new Notice(row.getString(1), row.getString(2), Optional.ofNullable(row.getString(3)), Optional.ofNullable(row.getString(4)), row.getString(5),
        Optional.ofNullable(row.getString(6)).orElse(""), row.getString(7), row.getString(8), Notice.State.valueOf(row.getString(9)),
        row.getTimestamp(10).toInstant(), Optional.ofNullable(row.getTimestamp(11)).map(Timestamp::toInstant), row.getBoolean(12),
        Optional.ofNullable(row.getString(13)), Optional.ofNullable(row.getString(14)).orElse(""), row.getString(15), row.getInt(16),
        Optional.ofNullable(row.getString(17)));
  }
}
