package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.baton.casefile.CaseId;
import org.baton.notice.Notice;
import org.baton.panel.sitting.Meeting;
import org.baton.platform.demo.DemoUsers;
import org.baton.support.Rest;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whom a message goes to: the rows of the directory, and a person's word where there is none. */
class DirectoryTest extends WarwickshireStory {

  private static final String BY_OTHER_MEANS = "Tell by other means";

  @LocalServerPort private int port;

  @AfterEach
  void theDirectoryIsAsItWas() {
    jdbc.sql("delete from directory_entry where kept_by <> 'system'").update();
    jdbc.sql("update directory_entry set until = null").update();
  }

  @Test
  void five_chairs_have_five_addresses() {
    var rugby = proposed("RUGBY");
    var warwick = proposed("WARWICK");
    preMeetMissed(sittingOf(rugby));
    preMeetMissed(sittingOf(warwick));
    var told = jdbc.sql("select distinct m.forum, n.recipient from notice n join meeting m on m.id = n.meeting_id where n.recipient like 'chair.%'")
        .query((row, number) -> row.getString(1) + " " + row.getString(2)).list();
    assertThat(told).contains("rugby chair.rugby.war@example.org", "warwick chair.warwick.war@example.org")
        .allMatch(line -> line.split(" ")[1].equals("chair." + line.split(" ")[0] + ".war@example.org"));
    assertThat(cases.get(rugby).forum()).contains("rugby");
  }

  @Test
  void members_are_the_members_as_they_are_and_one_without_an_address_is_told_by_a_person() {
    takeAway("police");
    var id = proposed("RUGBY");
    var sitting = sittingOf(id);
    untilSignIn(sitting);
    assertThat(sent(sitting, "agenda")).hasSize(2).anySatisfy(notice -> {
      assertThat(notice.recipient()).contains("service.health.rugby.war@example.org").doesNotContain("police", "schools");
      assertThat(notice.addressee()).contains("the members of Rugby", "Health (GP, CAMHS etc), ");
    }).anySatisfy(notice -> {
      assertThat(notice.state()).isEqualTo(Notice.State.UNDELIVERED);
      assertThat(notice.recipient()).isEmpty();
      assertThat(notice.addressee()).contains("without an address: Warwickshire Police");
    });
    assertThat(tasksOf(sitting)).extracting("name").contains(BY_OTHER_MEANS);
  }

  @Test
  void an_entry_for_the_panel_goes_before_one_for_the_authority_and_one_that_has_ended_counts_no_more() {
    var clerk = Rest.as("business-support.war", port);
    takeAwayFor("chair", "rugby");
    assertThat(clerk.put("/api/directory", List.of(Map.of("kind", "ROLE", "who", "chair", "name", "Any Chair", "address", "any.chair@example.org", "since", "2026-01-01"))).status())
        .isEqualTo(204);
    preMeetMissed(sittingOf(proposed("RUGBY")));
    assertThat(sent("deadlinePassed")).extracting(Notice::recipient).contains("any.chair@example.org").doesNotContain("chair.rugby.war@example.org");
    assertThat(sent("deadlinePassed")).extracting(Notice::addressee).contains("Chair, Any Chair");
  }

  @Test
  void the_duty_to_tell_a_referrer_without_an_address_is_met_by_a_persons_word_only() {
    var id = signpostedWithoutAddress();
    var sitting = decidedAt(id);
    assertThat(deliveries.of(id)).filteredOn(notice -> notice.name().equals("panelDecision")).singleElement().satisfies(notice -> {
      assertThat(notice.state()).isEqualTo(Notice.State.UNDELIVERED);
      assertThat(notice.sentAt()).isEmpty();
    });
    assertThat(state(sitting.id(), "referrerTold")).isEqualTo("OPEN");
    assertThat(chronology.of(id)).noneMatch(entry -> entry.kind().equals("NOTICE") && entry.clauses().contains("WAR-11.4d"));
    var task = tasksOf(id).stream().filter(open -> open.getName().equals(BY_OTHER_MEANS) && driver.shown(open).get("noticeToTell").toString().contains("Tier 2 is enough"))
        .findFirst().orElseThrow();
    assertThat(taskService.getIdentityLinksForTask(task.getId())).extracting(IdentityLink::getGroupId).containsExactly("warwickshire.rugby.business-support");
    assertThat(driver.shown(task).get("noticeToTell").toString()).contains("To the referrer");
    refused("toldOn: got 2026-03-09, expected today or an earlier day", () -> driver.complete(task, sample, with("toldOn", "2026-03-09")));
    tellAll(id);
    assertThat(state(sitting.id(), "referrerTold")).isEqualTo("MET");
    assertThat(deliveries.of(id)).filteredOn(notice -> notice.name().equals("panelDecision")).extracting(Notice::state).containsExactly(Notice.State.TOLD);
    assertThat(chronology.of(id)).anyMatch(entry -> entry.kind().equals("NOTICE") && entry.entry().contains("told to Nia Reed (By telephone, 4 March 2026) for the referrer")
        && entry.entry().endsWith(": The outcome"));
  }

  @Test
  void a_case_that_no_panel_has_yet_is_offered_to_business_support_of_every_panel() {
    var id = withoutAddress(referral("route", "ROUTE_3", "district", "RUGBY"));
    jdbc.sql("update family_case set forum = null where id = ?").param(id.value()).update();
    raiseConcern(id);
    done(id, "Refer to the safeguarding hub", with());
    var groups = taskService.getIdentityLinksForTask(task(tasksOf(id), BY_OTHER_MEANS).getId()).stream().map(IdentityLink::getGroupId).toList();
    assertThat(groups).contains("warwickshire.rugby.business-support").hasSize(5);
  }

  @Test
  void what_an_old_pack_has_no_task_for_stands_among_the_undelivered_until_somebody_tells_it() {
    var id = signpostedWithoutAddress();
    var open = runtimeService.createProcessInstanceQuery().processDefinitionKey("tellByOtherMeans").list();
    open.forEach(instance -> runtimeService.deleteProcessInstance(instance.getId(), "as in a pack without it"));
    var clerk = Rest.as("business-support.war", port);
    var listed = clerk.get("/api/notices/undelivered").json();
    assertThat(listed).anyMatch(notice -> notice.get("name").asText().equals("panelDecision") && notice.get("caseId").asText().equals(id.value()));
    assertThat(Rest.as("business-support.cam", port).get("/api/notices/undelivered").json()).isEmpty();
    for (var notice : listed) {
      var path = "/api/notices/" + notice.get("messageId").asText() + "/told";
      var answers = with("toldHow", "POST", "toldWhom", "Nia Reed", "toldOn", "2026-03-04", "toldWhat", "All");
      assertThat(clerk.post(path, plus(answers, "toldOn", "soon")).text()).contains("toldOn: got");
      assertThat(clerk.post(path, plus(answers, "toldOn", "1900-01-01")).text()).contains("toldOn is 1900-01-01; expected a day from 2026-", ", when it was written, to today, 2026-03-04");
      assertThat(clerk.post(path, plus(answers, "toldHow", "CARRIER_PIGEON")).text()).contains("toldHow: got").contains("TELEPHONE");
      assertThat(clerk.post(path, plus(answers, "toldTo", "Somebody")).text()).contains("toldTo").contains("no such field");
      assertThat(clerk.post(path, Map.of()).status()).isEqualTo(400);
      assertThat(Rest.as("business-support.cam", port).post(path, answers).status()).isEqualTo(404);
      assertThat(clerk.post(path, answers).status()).isEqualTo(204);
      assertThat(clerk.post(path, answers)).matches(answer -> answer.status() == 409 && answer.text().contains("is TOLD; expected"));
    }
    assertThat(clerk.get("/api/notices/undelivered").json()).isEmpty();
  }

  @Test
  void a_file_is_taken_line_by_line_and_what_is_wrong_is_reported_by_number() throws Exception {
    var file = "\uFEFFkind;who;forum;name;address;since;until\r\n"
        + "ROLE;chair;rugby;Ruby Chair;ruby.chair@example.org;2026-01-01;\r\n"
        + "ROLE;chair;stratfrod;X;x@example.org;;\r\n"
        + "ROLE;caretaker;;X;x@example.org;;\r\n"
        + "PERSON;;;\"Head, Hal\";hal.head@example.org;;\r\n"
        + "SERVICE;police;;X;no address;;\r\n"
        + "SERVICE;police;;X;x@example.org;tomorrow;\r\n"
        + "OUTSIDE;senior-officer;;Sam Senior;sam@example.org;2026-02-01;2026-01-01\r\n"
        + "PERSON;;;Turned\u202eround;turned@example.org;;\r\n"
        + "PERSON;;;\"Never closed;open@example.org;;\r\n";
    var answer = post(file.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.json().get("taken").asInt()).isEqualTo(2);
    var refused = answer.json().get("refused");
    assertThat(refused.size()).isEqualTo(7);
    assertThat(refused.get("3").asText()).contains("forum is 9 characters; expected nothing or one of [north-warwickshire");
    assertThat(refused.get("4").asText()).contains("who is 9 characters; expected one of [business-support");
    assertThat(refused.get("6").asText()).contains("address is 10 characters; expected an e-mail address");
    assertThat(refused.get("7").asText()).contains("since is 8 characters; expected a day");
    assertThat(refused.get("8").asText()).contains("until is 2026-01-01; expected 2026-02-01 or later");
    assertThat(refused.get("9").asText()).contains("name is 12 characters; expected a text without characters that turn");
    assertThat(refused.get("10").asText()).contains("it cannot be read; expected cells parted by ';', quotes closed on the same line");
    assertThat(post("kind,\"address\n".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(400);
    assertThat(post(file.getBytes(StandardCharsets.UTF_8)).json().get("taken").asInt()).as("the file once more").isEqualTo(2);
    assertThat(jdbc.sql("select count(*) from directory_entry where address = 'hal.head@example.org'").query(Integer.class).single()).isOne();
    var latin = "kind,who,address\nROLE,chair,a@example.org\nPERSON,\u00e9,b@example.org\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(post(latin).json().get("refused").get("3").asText()).contains("no UTF-8");
    assertThat(post("kind,colour\n".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(400);
  }

  @Test
  void a_person_named_in_a_note_is_found_by_name_and_the_page_shows_the_directory_of_its_own_authority() {
    var clerk = Rest.as("business-support.war", port);
    clerk.put("/api/directory", List.of(Map.of("kind", "PERSON", "name", "Hal Head", "address", "hal@example.org", "since", "2026-01-01")));
    assertThat(clerk.put("/api/directory", List.of(Map.of("kind", "PERSON", "name", "Hal Head", "address", "Hal@example.org", "since", "2026-01-01"))).text())
        .contains("Row 1: address is in the directory for that already");
    assertThat(clerk.put("/api/directory", List.of(Map.of("kind", "PERSON", "nmae", "Hal Head", "address", "h@example.org"))).text()).contains("nmae: no such field here");
    var page = clerk.get("/directory").text();
    assertThat(page).contains("hal@example.org", "chair.rugby.war@example.org").doesNotContain(".cam@example.org");
    assertThat(Rest.anonymous(port).get("/directory").status()).isEqualTo(401);
    var row = clerk.get("/api/directory").json().findParents("address").stream().filter(entry -> entry.get("address").asText().equals("hal@example.org")).findFirst().orElseThrow();
    var id = row.get("id").asText();
    assertThat(Rest.as("business-support.cam", port).put("/api/directory", List.of(Map.of("id", id, "until", "2026-02-01"))).status()).isEqualTo(400);
    assertThat(clerk.put("/api/directory", List.of(Map.of("id", id, "until", "2025-12-31"))).text()).contains("Row 1: until is 2025-12-31; expected 2026-01-01 or later");
    assertThat(clerk.put("/api/directory", List.of(Map.of("kind", "ROLE", "who", "chair", "address", "new@example.org"), Map.of("kind", "ROLE"))).status()).isEqualTo(400);
    assertThat(clerk.get("/directory").text()).as("all or none").doesNotContain("new@example.org");
    for (var changed : List.of("name", "address", "since", "forum", "who", "kind")) {
      assertThat(clerk.put("/api/directory", List.of(Map.of("id", id, "until", "2026-02-01", changed, "hal2"))).text()).contains("Row 1: " + changed + " is 4 characters and not what the row has");
    }
    assertThat(clerk.put("/api/directory", List.of(Map.of("id", id, "until", "2026-02-01", "name", "Hal Head"))).status()).isEqualTo(204);
    assertThat(clerk.get("/directory").text()).doesNotContain("hal@example.org");
    assertThat(clerk.get("/directory?ended=true").text()).contains("hal@example.org");
    assertThat(clerk.put("/api/directory?authority=camden", List.of()).status()).isEqualTo(400);
  }

  /** Decided on Thursday 26 February, signed off and told on Wednesday 4 March. */
  private CaseId signpostedWithoutAddress() {
    var id = withoutAddress(referral("route", "ROUTE_3", "district", "RUGBY"));
    signposted(id);
    return id;
  }

  /** As a case that was taken over from an old register. */
  private CaseId withoutAddress(CaseId id) {
    jdbc.sql("update family_case set referrer_email = null where id = ?").param(id.value()).update();
    return id;
  }

  /** Nobody screens the referrals on the day of the pre-meet, of which the chair is told. */
  private void preMeetMissed(Meeting sitting) {
    done(sitting, "Arrange the sitting", with());
    it_is(sitting.preMeetAt());
    it_is(sitting.preMeetAt().plus(Duration.ofDays(1)));
  }

  private void tellAll(CaseId id) {
    tasksOf(id).stream().filter(task -> task.getName().equals(BY_OTHER_MEANS)).forEach(task ->
        driver.complete(task, sample, with("toldHow", "TELEPHONE", "toldWhom", "Nia Reed", "toldOn", "2026-03-04", "toldWhat", "The outcome")));
    driver.runDueJobs();
  }

  private String state(String meetingId, String deadline) {
    return deadlineLists.ofMeeting(meetingId).stream().filter(duty -> duty.name().equals(deadline)).findFirst().orElseThrow().state().name();
  }

  private void takeAway(String who) {
    jdbc.sql("update directory_entry set until = since where authority = 'warwickshire' and who = ?").param(who).update();
  }

  private void takeAwayFor(String who, String forum) {
    jdbc.sql("update directory_entry set until = since where authority = 'warwickshire' and who = ? and forum = ?").params(who, forum).update();
  }

  private Rest.Answer post(byte[] file) throws Exception {
    var login = Base64.getEncoder().encodeToString(("business-support.war:" + DemoUsers.PASSWORD).getBytes(StandardCharsets.UTF_8));
    var response = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/directory/import"))
        .header("Authorization", "Basic " + login).header("Content-Type", "text/csv").POST(HttpRequest.BodyPublishers.ofByteArray(file)).build(), HttpResponse.BodyHandlers.ofString());
    return new Rest.Answer(response.statusCode(), response.body());
  }
}
