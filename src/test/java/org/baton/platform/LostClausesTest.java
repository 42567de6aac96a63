package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import org.baton.protocol.PackFiles;
import org.baton.support.Rest;
import org.baton.support.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager takes a step's clause away in Camunda Modeler. */
class LostClausesTest extends Story {

  @LocalServerPort private int port;

  @AfterEach
  void bringTheShippedModelBack() {
    assertThat(manager().deploy("warwickshire", Map.of("intake.bpmn", shipped())).status()).isEqualTo(200);
  }

  @Test
  void a_protocol_is_not_thinned_unseen() {
    var without = Map.of("intake.bpmn", new String(shipped(), StandardCharsets.UTF_8).replace("value=\"WAR-11.2c\"", "value=\"none: by hand\"").getBytes(StandardCharsets.UTF_8));
    var before = packs.versions("warwickshire");

    var refused = manager().deploy("warwickshire", without);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("intake.bpmn: nothing that carries out WAR-11.2c", "'without WAR-11.2c' in the name of the deployment");
    assertThat(packs.versions("warwickshire")).isEqualTo(before);

    assertThat(manager().deployAs("Consent is asked for by hand, without WAR-11.2c", "warwickshire", without).status()).isEqualTo(200);
    assertThat(packs.versions("warwickshire")).hasSize(before.size() + 1);
  }

  private Rest manager() {
    return Rest.as("manager.war", port);
  }

  private static byte[] shipped() {
    return PackFiles.shipped("warwickshire", new ArrayList<>()).content().get("intake.bpmn");
  }
}
