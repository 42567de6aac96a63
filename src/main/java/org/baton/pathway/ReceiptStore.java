package org.baton.pathway;

import java.util.Optional;
import org.baton.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which referral was received under which key. */
@Repository
public class ReceiptStore {

  private final JdbcClient jdbc;

  ReceiptStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @param contentHash tells two referrals under one key apart */
  public record Stored(CaseId caseId, String contentHash) {}

  public Optional<Stored> find(String authority, String key) {
    return jdbc.sql("select case_id, content_hash from intake_receipt where authority = ? and receipt_key = ?").params(authority, key)
        .query((row, number) -> new Stored(new CaseId(row.getString(1)), row.getString(2))).optional();
  }

  public void insert(String authority, String key, String contentHash, CaseId id) {
    jdbc.sql("insert into intake_receipt (authority, receipt_key, content_hash, case_id) values (?, ?, ?, ?)")
        .params(authority, key, contentHash, id.value()).update();
  }
}
