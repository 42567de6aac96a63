package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.baton.protocol.PackFiles;
import org.baton.support.Rest;
import org.baton.support.Story;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is deployed, by whomever and in whatever order: what the answer says is what is in force. */
class DeploymentOrderTest extends Story {

  private static final String SHARED = "newshire";

  @LocalServerPort private int port;
  @Autowired private IdentityService identityService;

  @BeforeEach
  void threeManagers() {
    for (var manager : List.of("ann.manages", "bob.manages", "cat.manages")) {
      somebody(manager, SHARED, Rights.MANAGERS);
    }
  }

  @AfterEach
  void leave() {
    List.of("ann.manages", "bob.manages", "cat.manages").forEach(identityService::deleteUser);
  }

  @Test
  void a_cell_that_is_changed_there_and_back_ends_as_the_last_answer_said() {
    for (var title : List.of("Business support", "Front desk", "Business support", "Front desk", "Business support")) {
      var answer = deploy("ann.manages", "role.dmn", text("role.dmn").replaceAll("Business support|Front desk", title));
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(text("role.dmn")).contains(title);
      assertThat(answer.json().get("id").asText()).isEqualTo(packs.current(SHARED).deploymentId());
    }
  }

  @Test
  void what_somebody_else_changed_is_not_overwritten_unseen() {
    assertThat(deploy("ann.manages", "role.dmn", text("role.dmn").replace("Business support", "Front desk")).status()).isEqualTo(200);
    var version = packs.versions(SHARED).get(0).version();

    var refused = deploy("bob.manages", "role.dmn", text("role.dmn").replace("Front desk", "Reception"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("rests on version " + version, "ann.manages changed this file", "'on version " + version + "'");
    assertThat(text("role.dmn")).contains("Front desk");

    var taken = Rest.as("bob.manages", port).deployAs("Reception, on version " + version, SHARED,
        Map.of("role.dmn", text("role.dmn").replace("Front desk", "Business support").getBytes(StandardCharsets.UTF_8)));
    assertThat(taken.status()).as(taken.text()).isEqualTo(200);
    assertThat(text("role.dmn")).contains("Business support");
  }

  @Test
  void whoever_says_on_which_version_a_change_rests_is_held_to_it_for_their_own_too() {
    assertThat(deploy("ann.manages", "role.dmn", text("role.dmn").replace("Business support", "Front desk")).status()).isEqualTo(200);
    var version = packs.versions(SHARED).get(0).version();
    var ann = Rest.as("ann.manages", port);
    assertThat(ann.deployAs("Reception, on version " + version, SHARED, Map.of("role.dmn", text("role.dmn").replace("Front desk", "Reception").getBytes(StandardCharsets.UTF_8))).status()).isEqualTo(200);
    var late = ann.deployAs("Business support, on version " + version, SHARED, Map.of("role.dmn", text("role.dmn").replace("Reception", "Business support").getBytes(StandardCharsets.UTF_8)));
    assertThat(late.status()).isEqualTo(400);
    assertThat(late.text()).contains("rests on version " + (version + 1));
    assertThat(text("role.dmn")).contains("Reception");
    assertThat(deploy("ann.manages", "role.dmn", text("role.dmn").replace("Reception", "Business support")).status()).as("without a word about it, one's own").isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2030-01-01T00:00:00", "2030-01-01T00:00:00.000+0000", "2001-01-01T00:00:00", "garbage", "2030-13-01T00:00:00", "${now()}"})
  void a_version_that_would_begin_another_day_is_refused_as_nothing_could_begin_until_then(String day) {
    var before = packs.versions(SHARED).size();
    var answer = Rest.as("ann.manages", port).deployWith(Map.of("deployment-name", "Later", "deployment-activation-time", day), SHARED,
        Map.of("role.dmn", text("role.dmn").getBytes(StandardCharsets.UTF_8)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.text()).contains("expected").doesNotContain("garbage", "monthOfYear", "joda");
    assertThat(packs.versions(SHARED)).hasSize(before);
    assertThat(repositoryService.createProcessDefinitionQuery().suspended().count()).isZero();
  }

  @Test
  void three_files_deployed_at_the_same_instant_are_all_in_force_afterwards() {
    var changes = Map.of("ann.manages", "seat.dmn", "bob.manages", "closure.dmn", "cat.manages", "notice.dmn");
    var before = packs.versions(SHARED).size();
    var pool = Executors.newFixedThreadPool(3);
    var marked = new ArrayList<CompletableFuture<Rest.Answer>>();
    changes.forEach((manager, file) -> marked.add(CompletableFuture.supplyAsync(() ->
        deploy(manager, file, text(file).replaceFirst("</description>", ", of " + manager + "</description>")), pool)));
    marked.forEach(answer -> assertThat(answer.join().status()).as(answer.join().text()).isEqualTo(200));
    pool.shutdown();

    assertThat(packs.versions(SHARED)).hasSize(before + 3);
    changes.forEach((manager, file) -> assertThat(text(file)).as(file).contains("of " + manager));
  }

  @ParameterizedTest
  @ValueSource(strings = {"templates/evil.bpmn20.xml", "templates/xbpmn", "templates/x.dmn11.xml", "templates/x.cmmn", "evil.bpmn20.xml", "X.BPMN", "x.form.bpmn20.xml",
      "templates/../../evil.txt", "templates/Told.txt", "a/b.bpmn", "templates/x.form", "x.cmmn10.xml", "forms.html"})
  void nothing_reaches_the_engine_that_the_check_has_not_read(String name) {
    var before = packs.versions(SHARED);
    var definitions = repositoryService.createProcessDefinitionQuery().count();
    var evil = "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" id=\"d\" targetNamespace=\"x\"><bpmn:process id=\"evil\" isExecutable=\"true\"/></bpmn:definitions>";
    var refused = deploy("ann.manages", name, evil);
    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(packs.versions(SHARED)).isEqualTo(before);
    assertThat(repositoryService.createProcessDefinitionQuery().count()).isEqualTo(definitions);
  }

  @Test
  void a_letter_is_deployed_by_its_bare_name_as_modeler_sends_it() {
    var answer = deploy("ann.manages", "told.txt", "Subject: Told\n\nThe case goes on.\n");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(packs.current(SHARED).template("told.txt")).contains("The case goes on.");
    assertThat(packs.current(SHARED).files().content()).doesNotContainKey("told.txt");
  }

  @Test
  void letters_of_case_numbers_are_each_authority_s_own_and_stay() {
    var profile = text(PackFiles.PROFILE);
    var prefix = packs.current(SHARED).profile().caseNumberPrefix();
    var foreign = deploy("ann.manages", SHARED + ".yaml", profile.replace("caseNumberPrefix: " + prefix, "caseNumberPrefix: NEL"));
    assertThat(foreign.text()).contains("caseNumberPrefix").contains("NEL");
    var renamed = new HashMap<String, byte[]>();
    packs.current(SHARED).files().content().forEach((name, bytes) -> {
      var changed = new String(bytes, StandardCharsets.UTF_8).replace("caseNumberPrefix: " + prefix, "caseNumberPrefix: XYZ").replace(prefix + "-", "XYZ-");
      renamed.put(name, changed.getBytes(StandardCharsets.UTF_8));
    });
    assertThat(Rest.as("ann.manages", port).deploy(SHARED, renamed).text()).contains("have begun under it");
    assertThat(packs.current(SHARED).profile().caseNumberPrefix()).isEqualTo(prefix);
  }

  private Rest.Answer deploy(String manager, String name, String content) {
    return Rest.as(manager, port).deploy(SHARED, Map.of(name, content.getBytes(StandardCharsets.UTF_8)));
  }

  private String text(String file) {
    return new String(packs.current(SHARED).files().content().get(file), StandardCharsets.UTF_8);
  }
}
