package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.baton.protocol.PackFiles;
import org.baton.support.Rest;
import org.baton.support.Story;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the answer to a deployment says is what is in force afterwards, and nobody's change is lost. */
class DeploymentOrderTest extends Story {

  private static final String OTHER = "second.manager.war";
  private static final String PASSWORD = "Another-long-one-7";

  @LocalServerPort private int port;
  @Autowired private IdentityService identityService;

  @AfterEach
  void bringTheShippedPackBack() {
    var shipped = PackFiles.shipped("warwickshire", new ArrayList<>()).content();
    List.of("deadline.dmn", "quorum.dmn", "role.dmn", "authority.yaml").forEach(name -> fetched("manager.war", name));
    Rest.as("manager.war", port).deploy("warwickshire", Map.of("deadline.dmn", shipped.get("deadline.dmn"), "quorum.dmn", shipped.get("quorum.dmn"),
        "role.dmn", shipped.get("role.dmn"), "authority.yaml", shipped.get("authority.yaml")));
  }

  @Test
  void five_seven_five_ends_with_five_although_modeler_filters_duplicates() {
    var five = inForce("deadline.dmn");
    var seven = sevenDays();
    for (var table : List.of(seven, five, seven, five)) {
      assertThat(deploy("manager.war", "deadline.dmn", table).status()).isEqualTo(200);
      assertThat(inForce("deadline.dmn")).isEqualTo(table);
    }
  }

  @Test
  void a_file_that_a_colleague_has_changed_since_is_not_overwritten_unseen() {
    secondManager();
    var old = inForce("deadline.dmn");
    deploy("manager.war", "deadline.dmn", sevenDays());

    var refused = deploy(OTHER, "deadline.dmn", old);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("'deadline.dmn' was changed by 'manager.war'", "you have not fetched it since");
    assertThat(inForce("deadline.dmn")).contains("<text>7</text>");
    fetched(OTHER, "deadline.dmn");
    assertThat(deploy(OTHER, "deadline.dmn", inForce("deadline.dmn").replace("<text>7</text>", "<text>8</text>")).status()).as("once it was fetched").isEqualTo(200);
    assertThat(deploy("manager.war", "deadline.dmn", old).status()).as("and the other way round").isEqualTo(400);
  }

  @Test
  void of_three_deployments_at_the_same_instant_none_is_lost() throws Exception {
    var roles = inForce("role.dmn");
    var letters = Map.of("one-more.txt", "Subject one\n", "two-more.txt", "Subject two\n");
    try (var threads = new Threads()) {
      var answers = new ArrayList<Future<Rest.Answer>>();
      letters.forEach((name, text) -> answers.add(threads.pool.submit(() -> deploy("manager.war", name, text))));
      answers.add(threads.pool.submit(() -> deploy("manager.war", "deadline.dmn", sevenDays())));
      for (var answer : answers) {
        assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(200);
      }
    }
    assertThat(packs.current("warwickshire").files().content()).containsKeys("templates/one-more.txt", "templates/two-more.txt");
    assertThat(inForce("deadline.dmn")).contains("<text>7</text>");
    assertThat(inForce("role.dmn")).isEqualTo(roles);
  }

  @ParameterizedTest
  @ValueSource(strings = {"templates/evil.bpmn20.xml", "evil.bpmn20.xml", "templates/xbpmn", "templates/x.dmn11.xml", "x.cmmn", "templates/x.cmmn11.xml",
      "X.BPMN", "Templates/x.txt", "templates/../../evil.txt", "templates/x.form", "a/b.bpmn", "x.TXT", "warwickshire.yml", "camden.yaml", "x.js"})
  void what_is_no_name_of_a_pack_is_refused_before_anything_is_read(String name) {
    var before = packs.versions("warwickshire");

    var refused = deploy("manager.war", name, "<definitions/>");

    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.text()).contains("templates/<name>.txt");
    assertThat(packs.versions("warwickshire")).isEqualTo(before);
    assertThat(repositoryService.createProcessDefinitionQuery().processDefinitionResourceName(name).count()).isZero();
  }

  @Test
  void the_profile_goes_in_under_the_name_of_the_authority_and_keeps_its_prefix() {
    var profile = inForce("authority.yaml");

    assertThat(deploy("manager.war", "warwickshire.yaml", profile + "\n# a remark\n").status()).isEqualTo(200);
    assertThat(inForce("authority.yaml")).endsWith("# a remark\n");
    for (var prefix : List.of("NEL", "XYZ")) {
      var refused = deploy("manager.war", "warwickshire.yaml", profile.replaceAll("(?m)^caseNumberPrefix:.*$", "caseNumberPrefix: " + prefix));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.text()).contains("caseNumberPrefix is '" + prefix + "'; expected 'WAR'");
    }
  }

  @Test
  void every_role_has_its_groups() {
    assertThat(identityService.createGroupQuery().groupId("warwickshire.rugby.chair").count()).isOne();
    identityService.deleteGroup("warwickshire.rugby.chair");

    deploy("manager.war", "quorum.dmn", inForce("quorum.dmn"));

    assertThat(identityService.createGroupQuery().groupId("warwickshire.rugby.chair").count()).isOne();
    identityService.createMembership("chair.war", "warwickshire.rugby.chair");
  }

  private static final class Threads implements AutoCloseable {

    private final ExecutorService pool = Executors.newFixedThreadPool(3);

    @Override
    public void close() {
      pool.shutdownNow();
    }
  }

  private void secondManager() {
    if (identityService.createUserQuery().userId(OTHER).count() == 0) {
      var user = identityService.newUser(OTHER);
      user.setPassword(PASSWORD);
      identityService.saveUser(user);
      identityService.createTenantUserMembership("warwickshire", OTHER);
      identityService.createMembership(OTHER, Rights.MANAGERS);
    }
  }

  private Rest as(String user) {
    return user.equals(OTHER) ? Rest.as(user, PASSWORD, port) : Rest.as(user, port);
  }

  private Rest.Answer deploy(String user, String name, String content) {
    return as(user).deploy("warwickshire", Map.of(name, content.getBytes(StandardCharsets.UTF_8)));
  }

  /** As Cockpit downloads it. */
  private void fetched(String user, String file) {
    var deployment = packs.current("warwickshire").deploymentId();
    var resource = repositoryService.getDeploymentResources(deployment).stream().filter(one -> one.getName().equals(file)).findFirst().orElseThrow();
    assertThat(as(user).get("/engine-rest/deployment/" + deployment + "/resources/" + resource.getId() + "/data").status()).isEqualTo(200);
  }

  private String inForce(String file) {
    return new String(packs.current("warwickshire").files().content().get(file), StandardCharsets.UTF_8);
  }

  private String sevenDays() {
    return inForce("deadline.dmn").replace("<outputEntry id=\"completionReminder_amount\"><text>5</text>",
        "<outputEntry id=\"completionReminder_amount\"><text>7</text>");
  }
}
