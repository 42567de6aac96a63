package org.baton.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.baton.platform.demo.CaseDriver;
import org.baton.platform.demo.DemoUsers;
import org.baton.protocol.FormDefinition;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Made-up referrals run to closure by people who only have the public REST APIs; nobody sees what is another authority's. */
public abstract class BulkStory extends Story {

  private static final ObjectMapper JSON = new ObjectMapper();

  @LocalServerPort private int port;
  private final Map<String, FormDefinition> forms = new HashMap<>();

  /** Sends the referrals, a line each as {@code --baton.import} takes them, and lets everybody work until no case is open. */
  protected void runToClosure(List<String> lines, List<String> authorities) throws IOException {
    for (var line : lines) {
      var referral = JSON.readTree(line);
      var received = send(referral);
      assertThat(received.status()).as(received.text()).isEqualTo(201);
    }
    var first = JSON.readTree(lines.get(0));
    assertThat(send(first).status()).as("the same referral sent twice").isEqualTo(200);
    eachSeesTheCasesOfTheirOwnAuthority(authorities);
    driver.runDueJobs();

    for (var round = 0; openCases() > 0 && round < 600; round++) {
      var done = 0;
      for (var authority : authorities) {
        for (var person : somethingToDo(authority) ? people(authority) : List.<String>of()) {
          done += work(authority, Rest.as(person, port));
        }
      }
      driver.runDueJobs();
      assertThat(withoutHolder()).isZero();
      if (done == 0) {
        it_is(managementService.createJobQuery().timers().active().orderByJobDuedate().asc().listPage(0, 1).get(0).getDuedate().toInstant());
      }
    }

    assertThat(runtimeService.createIncidentQuery().list()).extracting("incidentMessage").isEmpty();
    assertThat(openCases()).as("cases still open, with the tasks %s", stillOpen()).isZero();
    assertThat(cases.list(authorities, "", 1000)).hasSize(lines.size()).allSatisfy(record -> {
      assertThat(record.outcome()).as("outcome of %s", record.id()).isPresent();
      assertThat(holders.of(record.id())).as("holders of %s", record.id()).isNotEmpty();
    });
    assertThat(gapsBetweenHolders()).isZero();
  }

  private void eachSeesTheCasesOfTheirOwnAuthority(List<String> authorities) {
    for (var authority : authorities) {
      var prefix = packs.current(authority).profile().caseNumberPrefix();
      assertThat(seen(Rest.as("business-support." + prefix.toLowerCase(), port))).as("seen in %s", authority).isNotEmpty().doesNotHaveDuplicates()
          .allSatisfy(number -> assertThat(number).startsWith(prefix));
    }
  }

  /** Every case that a person is shown, page by page. */
  private static List<String> seen(Rest person) {
    var seen = new ArrayList<String>();
    List<String> page;
    do {
      page = person.get("/api/cases?after=" + (seen.isEmpty() ? "" : seen.get(seen.size() - 1))).json().findValuesAsText("caseId");
      seen.addAll(page);
    } while (!page.isEmpty());
    return seen;
  }

  /** Spares the round of everybody's lists on the many days on which nobody has anything to do. */
  private boolean somethingToDo(String authority) {
    return taskService.createTaskQuery().tenantIdIn(authority).taskMinPriority(CaseDriver.USUAL_PRIORITY).count() > 0;
  }

  private Rest.Answer send(JsonNode line) {
    return sender(line).post("/api/referrals", Map.of("authority", line.get("authority"), "answers", line.get("answers")), "Idempotency-Key", line.get("key").asText());
  }

  private Rest sender(JsonNode referral) {
    return Rest.as("business-support." + packs.current(referral.get("authority").asText()).profile().caseNumberPrefix().toLowerCase(), port);
  }

  /** One for each role that works on cases. */
  private List<String> people(String authority) {
    var pack = packs.current(authority);
    return pack.table("role").model().rules().stream().map(rule -> rule.inputs().get(0).replace("\"", ""))
        .filter(role -> pack.table("role").one(Map.of("role", role)).text("rights").equals("WORKER")).map(role -> DemoUsers.id(pack, role)).toList();
  }

  private Map<String, Long> stillOpen() {
    return taskService.createTaskQuery().list().stream().collect(Collectors.groupingBy(task -> task.getName(), Collectors.counting()));
  }

  /** Completes every task that the person may see by its form. @return how many */
  private int work(String authority, Rest person) {
    var tasks = person.get("/engine-rest/task?maxResults=500&sortBy=created&sortOrder=asc").json();
    var done = 0;
    for (var task : tasks) {
      assertThat(task.get("tenantId").asText()).as("whose task %s is", task.get("name")).isEqualTo(authority);
      if (task.get("priority").asInt() < CaseDriver.USUAL_PRIORITY) {
        continue;
      }
      var id = task.get("id").asText();
      var form = forms.computeIfAbsent(task.get("processDefinitionId").asText() + task.get("taskDefinitionKey").asText(), key ->
          FormDefinition.read(person.get("/engine-rest/task/" + id + "/deployed-form").text().getBytes(StandardCharsets.UTF_8)));
      var answer = person.post("/engine-rest/task/" + id + "/submit-form", Rest.variables(sample.fill(form, person.shown(id), wanted(authority, form))));
      assertThat(answer.status()).as("%s: %s", task.get("name"), answer.text()).isEqualTo(204);
      done++;
    }
    return done;
  }

  /** Who sits at the panel is no matter of chance: somebody in the chair and four core services. */
  private Map<String, Object> wanted(String authority, FormDefinition form) {
    return form.fields().stream().filter(field -> field.targets().contains("panel.attendance"))
        .collect(Collectors.toMap(FormDefinition.Field::key, field -> CaseDriver.sitting(packs.current(authority), field)));
  }

  private int openCases() {
    return jdbc.sql("select count(*) from family_case where closed_at is null").query(Integer.class).single();
  }

  /** Open cases without exactly one open period of a holder that is the case's own. */
  private int withoutHolder() {
    return jdbc.sql("select count(*) from family_case c where c.closed_at is null and (select count(*) from holder_history h"
        + " where h.open_for = c.id and h.holder_id = c.holder_id) <> 1").query(Integer.class).single();
  }

  private int gapsBetweenHolders() {
    return jdbc.sql("select count(*) from holder_history a join holder_history b on b.case_id = a.case_id and b.position = a.position + 1"
        + " where a.held_until is null or a.held_until <> b.held_from").query(Integer.class).single();
  }
}
