package org.baton.platform;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baton.casefile.CaseId;
import org.baton.casefile.access.OpenTasks;
import org.baton.protocol.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads from the engine's tables which cases open tasks are about; the engine's own query would not reach the groups of another person. */
@Repository
class TaskCases implements OpenTasks {

  private final JdbcClient jdbc;

  TaskCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<CaseId> casesOf(String authority, String user, List<String> groups) {
    var found = jdbc.sql("select distinct v.TEXT_ from ACT_RU_TASK t join ACT_RU_VARIABLE v on v.PROC_INST_ID_ = t.PROC_INST_ID_ and v.NAME_ = :fact"
            + " where t.TENANT_ID_ = :authority and v.TEXT_ is not null and (t.ASSIGNEE_ = :user or t.ASSIGNEE_ is null and exists"
            + " (select 1 from ACT_RU_IDENTITYLINK l where l.TASK_ID_ = t.ID_ and l.GROUP_ID_ in (:groups)))")
        .param("fact", Fact.CASE_ID).param("authority", authority).param("user", user).param("groups", groups.isEmpty() ? List.of("") : groups)
        .query(String.class).list();
    var cases = new HashSet<CaseId>();
    found.forEach(number -> cases.add(new CaseId(number)));
    return cases;
  }

  /** What an open task is about. @param definition its id in the model */
  record About(String definition, Optional<CaseId> caseId, Optional<String> meetingId) {}

  Optional<About> find(String task) {
    return jdbc.sql("select t.TASK_DEF_KEY_, (select max(v.TEXT_) from ACT_RU_VARIABLE v where v.PROC_INST_ID_ = t.PROC_INST_ID_ and v.NAME_ = ?),"
            + " (select max(m.TEXT_) from ACT_RU_VARIABLE m where m.PROC_INST_ID_ = t.PROC_INST_ID_ and m.NAME_ = ?) from ACT_RU_TASK t where t.ID_ = ?")
        .params(Fact.CASE_ID, Fact.MEETING_ID, task)
        .query((row, number) -> new About(row.getString(1), Optional.ofNullable(row.getString(2)).map(CaseId::new), Optional.ofNullable(row.getString(3)))).optional();
  }
}
