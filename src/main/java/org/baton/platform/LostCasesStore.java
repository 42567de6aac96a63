package org.baton.platform;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LostCasesStore {

  private final JdbcClient jdbc;

  LostCasesStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<String> withoutProcess(String authority) {
    return jdbc.sql("select c.id from family_case c where c.authority = ? and c.closed_at is null and not exists (select 1 from case_run r"
            + " join ACT_RU_EXECUTION e on e.ROOT_PROC_INST_ID_ = r.process_instance_id where r.case_id = c.id) order by c.id")
        .param(authority).query(String.class).list();
  }
}
