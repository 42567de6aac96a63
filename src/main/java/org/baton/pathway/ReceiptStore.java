package org.baton.pathway;

import java.util.Optional;
import org.baton.casefile.CaseId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Which referral was received under which key. */
@Repository
public class ReceiptStore {

  private final JdbcClient jdbc;
  private final TransactionTemplate nested;

  ReceiptStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.nested = new TransactionTemplate(transactions);
    nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /** @param contentHash tells two referrals under one key apart @param receivedBy who sent it; empty for those of before that was kept */
  public record Stored(CaseId caseId, String contentHash, Optional<String> receivedBy) {}

  public Optional<Stored> find(String authority, String key) {
    return jdbc.sql("select case_id, content_hash, received_by from intake_receipt where authority = ? and receipt_key = ?").params(authority, key)
        .query((row, number) -> new Stored(new CaseId(row.getString(1)), row.getString(2), Optional.ofNullable(row.getString(3)))).optional();
  }

  /**
   * Takes the key for this transaction. Whoever sends the same at the same time waits here until the first has ended, and then takes the
   * key or finds what was received under it.
   *
   * @return whether it was free
   */
  public boolean reserve(String authority, String key, String contentHash, String user) {
    try {
      // To a savepoint, so that the transaction goes on after a refused row on PostgreSQL too.
      nested.executeWithoutResult(status -> jdbc.sql("insert into intake_receipt (authority, receipt_key, content_hash, received_by) values (?, ?, ?, ?)")
          .params(authority, key, contentHash, user).update());
      return true;
    } catch (DuplicateKeyException taken) {
      return false;
    }
  }

  public void received(String authority, String key, CaseId id) {
    jdbc.sql("update intake_receipt set case_id = ? where authority = ? and receipt_key = ?").params(id.value(), authority, key).update();
  }
}
