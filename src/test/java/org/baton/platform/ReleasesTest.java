package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.baton.protocol.PackFiles;
import org.baton.support.Rest;
import org.baton.support.Story;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ParseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A release that cannot come into force says so to the people who can do something about it. */
class ReleasesTest extends Story {

  private static final String AUTHORITY = "newshire";

  @Autowired private IdentityService identityService;
  @Autowired private PackDeployments deployments;
  @LocalServerPort private int port;
  private PackFiles shipped;

  @BeforeEach
  void aManager() {
    somebody("mia.manages", AUTHORITY, Rights.MANAGERS);
    shipped = PackFiles.shipped(AUTHORITY, new ArrayList<>());
  }

  @AfterEach
  void theShippedReleaseIsInForceAgain() {
    release(shipped);
    identityService.deleteUser("mia.manages");
  }

  @Test
  void a_file_changed_here_and_in_the_release_is_named_to_managers() {
    var older = new TreeMap<>(shipped.content());
    older.put("role.dmn", titled("Front desk"));
    release(new PackFiles(AUTHORITY, older));
    assertThat(manager().get("/packs").text()).doesNotContain("A release waits");

    assertThat(manager().deploy(AUTHORITY, Map.of("role.dmn", titled("Help line"))).status()).isEqualTo(200);

    assertThat(manager().get("/api/packs").json().get(0).get("conflicts")).extracting(JsonNode::asText).containsExactly("role.dmn");
    assertThat(manager().get("/packs").text()).contains("A release waits and is not in force", "<li>role.dmn</li>", "mia.manages").containsOnlyOnce(" - in force");
  }

  @Test
  void a_manager_takes_the_release_up_by_sending_the_files_in_conflict_as_they_are_to_be() {
    var older = new TreeMap<>(shipped.content());
    older.put("role.dmn", titled("Front desk"));
    older.put("seat.dmn", new String(shipped.content().get("seat.dmn"), StandardCharsets.UTF_8).replace("Seats", "Places").getBytes(StandardCharsets.UTF_8));
    release(new PackFiles(AUTHORITY, older));
    manager().deploy(AUTHORITY, Map.of("role.dmn", titled("Help line")));

    var without = manager().deployAs("A line with the release", AUTHORITY, Map.of("notice.dmn", shipped.content().get("notice.dmn")));
    assertThat(without.status()).isEqualTo(400);
    assertThat(without.text()).contains("role.dmn: a change here and another in the release; expected this file");

    assertThat(manager().deployAs("Our help line with the release", AUTHORITY, Map.of("role.dmn", titled("Help line"))).status()).isEqualTo(200);

    assertThat(packs.current(AUTHORITY).files().content()).containsEntry("role.dmn", titled("Help line")).containsEntry("seat.dmn", shipped.content().get("seat.dmn"));
    assertThat(manager().get("/packs").text()).doesNotContain("A release waits");
    assertThat(packs.versions(AUTHORITY).get(0).releaseHash()).as("the next start finds the release in force").isEqualTo(shipped.hash());
  }

  @Test
  void a_release_that_a_file_of_here_does_not_fit_is_told_of_until_a_manager_has_taken_it_up() {
    var older = new TreeMap<>(shipped.content());
    var profile = new String(shipped.content().get(PackFiles.PROFILE), StandardCharsets.UTF_8);
    older.put(PackFiles.PROFILE, profile.replace("services:\n", "services:\n  - {id: extra-bus, name: Extra Bus, core: false, leads: false, readsRecordSystem: false}\n").getBytes(StandardCharsets.UTF_8));
    release(new PackFiles(AUTHORITY, older));
    var notice = new String(shipped.content().get("notice.dmn"), StandardCharsets.UTF_8);
    assertThat(manager().deploy(AUTHORITY, Map.of("notice.dmn", notice.replace("\"REFERRER\"", "\"extra-bus\"").getBytes(StandardCharsets.UTF_8))).status()).isEqualTo(200);

    assertThat(deployments.bring(AUTHORITY)).isTrue();
    assertThat(manager().get("/packs").text()).contains("A release was refused and is not in force", "extra-bus");

    assertThat(manager().deployAs("Our notices with the release", AUTHORITY, Map.of("notice.dmn", shipped.content().get("notice.dmn"))).status()).isEqualTo(200);
    assertThat(manager().get("/packs").text()).doesNotContain("A release was refused", "A release waits");
  }

  @Test
  void a_release_in_force_keeps_nobody_waiting() {
    release(shipped);
    var pack = manager().get("/api/packs").json().get(0);
    assertThat(pack.get("conflicts")).isEmpty();
    assertThat(pack.get("versions").get(0).get("deploymentId").asText()).isEqualTo(packs.current(AUTHORITY).deploymentId());
  }

  @Test
  void a_refused_release_leaves_the_version_before_it_in_force_and_says_to_managers_what_is_wrong() {
    var before = packs.current(AUTHORITY).deploymentId();
    var broken = new TreeMap<>(shipped.content());
    broken.remove("role.dmn");

    assertThat(deployments.bring(AUTHORITY, () -> new PackFiles(AUTHORITY, broken))).as("the one before serves on").isTrue();

    assertThat(packs.current(AUTHORITY).deploymentId()).isEqualTo(before);
    assertThat(manager().get("/api/packs").json().get(0).get("refused").asText()).contains("role.dmn, role: nothing; expected this table");
    assertThat(manager().get("/packs").text()).contains("A release was refused and is not in force", "role.dmn, role: nothing");

    assertThat(deployments.bring(AUTHORITY)).isTrue();
    assertThat(manager().get("/api/packs").json().get(0).get("refused").asText()).isEmpty();
    assertThat(manager().get("/packs").text()).doesNotContain("A release was refused");
  }

  @Test
  void a_release_that_the_engine_cannot_read_leaves_the_version_in_force_and_stops_no_start() {
    var before = packs.current(AUTHORITY).deploymentId();
    assertThat(deployments.bring(AUTHORITY, () -> {
      throw new ParseException("'flow_gone' is drawn and not there", "hearing.bpmn", List.of(), List.of());
    })).as("the one before serves on").isTrue();

    assertThat(packs.current(AUTHORITY).deploymentId()).isEqualTo(before);
    assertThat(manager().get("/api/packs").json().get(0).get("refused").asText()).contains("flow_gone");
  }

  @Test
  void an_authority_whose_first_pack_is_refused_has_none_and_nothing_else_is_concerned() {
    assertThat(deployments.bring("nowhere", () -> {
      throw new UncheckedIOException(new IOException("authority.yaml cannot be read"));
    })).isFalse();
    assertThat(packs.authorities()).contains(AUTHORITY).doesNotContain("nowhere");
  }

  @Test
  void nobody_but_a_manager_reads_versions() {
    assertThat(Rest.as("supervisor.war", port).get("/packs").status()).isEqualTo(403);
    assertThat(Rest.as("business-support.war", port).get("/api/packs").status()).isEqualTo(403);
    assertThat(Rest.anonymous(port).get("/packs").status()).isEqualTo(401);
  }

  private Rest manager() {
    return Rest.as("mia.manages", port);
  }

  private byte[] titled(String title) {
    var table = new String(shipped.content().get("role.dmn"), StandardCharsets.UTF_8);
    assertThat(table).contains("Business support");
    return table.replace("Business support", title).getBytes(StandardCharsets.UTF_8);
  }

  private void release(PackFiles files) {
    packs.keepRelease(files);
    var deployment = repositoryService.createDeployment().name(AUTHORITY).tenantId(AUTHORITY).source(PackGate.SHIPPED + files.hash());
    files.content().forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
    deployment.deploy();
  }
}
