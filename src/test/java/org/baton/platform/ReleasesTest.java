package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.baton.protocol.PackFiles;
import org.baton.support.Rest;
import org.baton.support.Story;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A release that cannot come into force says so to the people who can do something about it. */
class ReleasesTest extends Story {

  private static final String AUTHORITY = "dunmere";

  @Autowired private IdentityService identityService;
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
  void a_release_in_force_keeps_nobody_waiting() {
    release(shipped);
    var pack = manager().get("/api/packs").json().get(0);
    assertThat(pack.get("conflicts")).isEmpty();
    assertThat(pack.get("versions").get(0).get("deploymentId").asText()).isEqualTo(packs.current(AUTHORITY).deploymentId());
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
    assertThat(table).contains("Help desk");
    return table.replace("Help desk", title).getBytes(StandardCharsets.UTF_8);
  }

  private void release(PackFiles files) {
    packs.keepRelease(files);
    var deployment = repositoryService.createDeployment().name(AUTHORITY).tenantId(AUTHORITY).source(PackGate.SHIPPED + files.hash());
    files.content().forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
    deployment.deploy();
  }
}
