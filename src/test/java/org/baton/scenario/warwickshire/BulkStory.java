package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.baton.casefile.CaseRecord;
import org.baton.platform.demo.CaseDriver;
import org.baton.protocol.FormDefinition;
import org.baton.support.Rest;
import org.baton.support.Story;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The file of 200 made-up referrals, run to closure by people who only have the public REST APIs. Runs on each database. */
abstract class BulkStory extends Story {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PEOPLE = List.of("business-support.war", "chair.war", "vice-chair.war", "allocated-service.war", "safeguarding-lead.war",
      "service-manager.war");

  @LocalServerPort private int port;
  private final Map<String, FormDefinition> forms = new HashMap<>();

  @Test
  void two_hundred_referrals_run_to_closure_over_the_rest_apis_and_no_case_is_ever_without_a_holder() throws IOException {
    var lines = Files.readAllLines(Path.of("src/main/resources/demo/warwickshire-referrals.jsonl"));
    assertThat(lines).hasSize(200);
    var sender = Rest.as("business-support.war", port);
    for (var line : lines) {
      var referral = JSON.readTree(line);
      var received = sender.post("/api/referrals", referral, "Idempotency-Key", referral.get("key").asText());
      assertThat(received.status()).as(received.text()).isEqualTo(201);
    }
    assertThat(sender.post("/api/referrals", JSON.readTree(lines.get(0)), "Idempotency-Key", JSON.readTree(lines.get(0)).get("key").asText()).status())
        .as("the same referral sent twice").isEqualTo(200);
    driver.runDueJobs();

    for (var round = 0; openCases() > 0 && round < 400; round++) {
      var done = 0;
      for (var person : PEOPLE) {
        done += work(Rest.as(person, port));
      }
      driver.runDueJobs();
      assertThat(withoutHolder()).isZero();
      if (done == 0) {
        it_is(managementService.createJobQuery().timers().active().orderByJobDuedate().asc().listPage(0, 1).get(0).getDuedate().toInstant());
      }
    }

    assertThat(runtimeService.createIncidentQuery().list()).extracting("incidentMessage").isEmpty();
    assertThat(openCases()).as("cases still open, with the tasks %s", stillOpen()).isZero();
    assertThat(cases.list(List.of("warwickshire"), "", 1000)).hasSize(200).allSatisfy(record -> {
      assertThat(record.outcome()).as("outcome of %s", record.id()).isPresent();
      assertThat(cases.holders(record.id())).as("holders of %s", record.id()).isNotEmpty();
    });
    assertThat(gapsBetweenHolders()).isZero();
    assertThat(cases.list(List.of("warwickshire"), "", 1000)).extracting(CaseRecord::outcome).extracting(outcome -> outcome.orElseThrow())
        .as("every way out was taken").contains("NEEDS_MET", "REFERRED_TO_MASH", "NOT_HEARD_CONSENT_REFUSED", "SIGNPOSTED");
  }

  private Map<String, Long> stillOpen() {
    return taskService.createTaskQuery().list().stream().collect(Collectors.groupingBy(task -> task.getName(), Collectors.counting()));
  }

  /** Completes every task that the person may see by its form. @return how many */
  private int work(Rest person) {
    var tasks = person.get("/engine-rest/task?maxResults=500&sortBy=created&sortOrder=asc").json();
    var done = 0;
    for (var task : tasks) {
      if (task.get("priority").asInt() < CaseDriver.USUAL_PRIORITY) {
        continue;
      }
      var id = task.get("id").asText();
      var form = forms.computeIfAbsent(task.get("processDefinitionId").asText() + task.get("taskDefinitionKey").asText(), key ->
          FormDefinition.read(person.get("/engine-rest/task/" + id + "/deployed-form").text().getBytes(StandardCharsets.UTF_8)));
      var answer = person.post("/engine-rest/task/" + id + "/submit-form", Rest.variables(sample.fill(form, shown(person, id), wanted(form))));
      assertThat(answer.status()).as("%s: %s", task.get("name"), answer.text()).isEqualTo(204);
      done++;
    }
    return done;
  }

  private Map<String, Object> shown(Rest person, String task) {
    var shown = new HashMap<String, Object>();
    person.get("/engine-rest/task/" + task + "/form-variables?deserializeValues=false").json().fields().forEachRemaining(variable ->
        shown.put(variable.getKey(), value(variable.getValue())));
    return shown;
  }

  private static Object value(JsonNode variable) {
    try {
      var value = variable.get("value");
      return variable.path("type").asText().equals("Json") ? JSON.readValue(value.asText(), Object.class) : JSON.convertValue(value, Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Who sits at the panel is no matter of chance: a chair and four services. */
  private Map<String, Object> wanted(FormDefinition form) {
    return form.id().equals("signIn") ? Map.of("attendance", List.of(
        present("Ann", "early-help", "CHAIR"), present("Bob", "police", "MEMBER"), present("Cem", "health", "MEMBER"),
        present("Dee", "youth-justice", "MEMBER"), present("Eva", "prospects", "MEMBER"))) : Map.of();
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
