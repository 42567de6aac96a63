package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.baton.platform.demo.CaseDriver;
import org.baton.protocol.FormDefinition;
import org.baton.protocol.Markdown;
import org.baton.support.Rest;
import org.baton.support.Story;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A whole case with a marked word in every free text of every form, a refused comment and a message, and then a look into every column. */
class MarkedNamesTest extends Story {

  private static final String MARK = "Zyxwvut";

  @Autowired private DataSource dataSource;
  @LocalServerPort private int port;

  @Test
  void the_engine_and_its_history_keep_no_trace_of_what_people_wrote() throws SQLException {
    var id = referral("warwickshire", marked(packs.current("warwickshire").form("referral"),
        Map.of("route", "ROUTE_3", "district", "RUGBY", "immediateConcern", "NO", "referrerEmail", MARK + "@example.org")));
    assertThat(people.family(id).children()).allMatch(child -> child.givenName().equals(MARK));
    tryTheSideDoors(tasksOf(id).get(0));
    var wanted = Map.<String, Object>of("discussionResult", "AGREED",
        "panelOutcome", "ALLOCATED", "acceptedHere", "NO", "acceptance", "ACCEPTED", "supportResult", "NEEDS_MET", "minutesCheck", "APPROVED");
    for (var step = 0; cases.get(id).open() && step < 40; step++) {
      var tasks = taskService.createTaskQuery().taskMinPriority(CaseDriver.USUAL_PRIORITY).initializeFormKeys().list();
      if (tasks.isEmpty()) {
        it_is(managementService.createJobQuery().timers().orderByJobDuedate().asc().listPage(0, 1).get(0).getDuedate().toInstant());
      }
      tasks.forEach(task -> driver.complete(task, sample, marked(driver.form(task), wanted)));
      driver.runDueJobs();
    }
    assertThat(cases.get(id).outcome()).contains("NEEDS_MET");
    taskService.createTaskQuery().taskMinPriority(CaseDriver.USUAL_PRIORITY).initializeFormKeys().list().forEach(task -> driver.complete(task, sample, marked(driver.form(task), wanted)));
    driver.runDueJobs();
    taskService.createTaskQuery().taskMinPriority(CaseDriver.USUAL_PRIORITY).initializeFormKeys().list().forEach(task -> driver.complete(task, sample, marked(driver.form(task), wanted)));
    driver.runDueJobs();

    assertThat(columnsWithMark("ACT_")).isEmpty();
    assertThat(columnsWithMark("PERSON")).as("the scan finds what is there").isNotEmpty();
    assertThat(columnsWithMark("CHRONOLOGY")).isNotEmpty();
  }

  @Test
  void what_people_write_is_text_and_never_evaluated() {
    var hostile = "${7*7} #{7*7} {{7*7}} <#assign x=49>${x}";
    var answers = marked(packs.current("warwickshire").form("referral"), Map.of("route", "ROUTE_3", "district", "RUGBY", "immediateConcern", "YES",
        "referrerEmail", "nia@example.org", "referrerName", hostile, "needs", hostile));
    var id = referral("warwickshire", answers);
    assertThat(driver.shown(tasksOf(id).get(0)).get("caseSummary").toString()).as("as typed, once the form has read its marks").contains(Markdown.escape(hostile));
    done(id, "Refer to the safeguarding hub", Map.of("hubReferralNote", hostile));

    assertThat(chronology.of(id)).anyMatch(entry -> entry.entry().equals(hostile)).anyMatch(entry -> entry.kind().equals("NOTICE"));
    assertThat(this.answers.latest(id)).containsEntry("needs", hostile);
    assertThat(people.family(id).referrer().name()).isEqualTo(hostile);
  }

  private void tryTheSideDoors(Task task) {
    var business = Rest.as("business-support.war", port);
    business.post("/engine-rest/task/" + task.getId() + "/comment/create", Map.of("message", MARK));
    business.put("/engine-rest/task/" + task.getId(), Map.of("description", MARK));
    business.put("/engine-rest/task/" + task.getId() + "/variables/" + MARK, Map.of("value", MARK, "type", "String"));
    business.post("/engine-rest/message", Map.of("messageName", MARK, "processVariables", Map.of("x", Map.of("value", MARK))));
    business.post("/engine-rest/task/" + task.getId() + "/submit-form", Rest.variables(Map.of(MARK, MARK)));
  }

  /** Every free text of the form carries the mark; what is wanted stands. */
  private static Map<String, Object> marked(FormDefinition form, Map<String, Object> wanted) {
    var answers = with();
    form.fields().stream().filter(field -> field.takesAnswer()).forEach(field -> {
      if (field.type().equals("textfield") || field.type().equals("textarea")) {
        answers.put(field.key(), MARK);
      } else if (field.repeats() && field.targets().contains("family.children")) {
        answers.put(field.key(), List.of(with("childGivenName", MARK, "childFamilyName", MARK)));
      } else if (field.repeats() && field.targets().contains("family.adults")) {
        answers.put(field.key(), List.of(with("adultGivenName", MARK, "adultFamilyName", MARK, "adultRelation", MARK)));
      } else if (field.targets().contains("consent.people")) {
        answers.put(field.key(), List.of(with("giver", MARK, "capacity", "PARENT", "informed", "YES", "support", "GIVEN", "sharing", "GIVEN", "discussion", "GIVEN",
            "obtainedBy", MARK, "how", MARK, "evidence", MARK)));
      }
    });
    wanted.forEach((key, value) -> form.field(key).ifPresent(field -> answers.put(key, value)));
    return answers;
  }

  /** Every column of every table whose name begins so in which some row holds the mark, bytes read as text. */
  private List<String> columnsWithMark(String prefix) throws SQLException {
    var found = new ArrayList<String>();
    try (var connection = dataSource.getConnection()) {
      var tables = new ArrayList<String>();
      try (var all = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
        while (all.next()) {
          if (all.getString("TABLE_NAME").toUpperCase().startsWith(prefix)) {
            tables.add(all.getString("TABLE_NAME"));
          }
        }
      }
      assertThat(tables).isNotEmpty();
      for (var table : tables) {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("select * from " + table)) {
          while (rows.next()) {
            for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
              var bytes = rows.getObject(column) == null ? new byte[0] : rows.getObject(column) instanceof byte[] raw ? raw
                  : rows.getObject(column) instanceof java.sql.Blob blob ? blob.getBytes(1, (int) blob.length()) : rows.getString(column).getBytes();
              if (new String(bytes).contains(MARK)) {
                found.add(table + "." + rows.getMetaData().getColumnName(column));
              }
            }
          }
        }
      }
    }
    return found.stream().distinct().toList();
  }
}
