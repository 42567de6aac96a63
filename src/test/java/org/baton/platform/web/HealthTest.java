package org.baton.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.support.Rest;
import org.baton.support.Story;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a load balancer asks. */
class HealthTest extends Story {

  @LocalServerPort private int port;
  @Autowired private HealthContributorRegistry contributors;
  @Autowired private ApplicationContext context;

  @Test
  void a_balancer_learns_whether_the_node_lives_and_nothing_else() {
    var nobody = Rest.anonymous(port);
    for (var path : List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")) {
      var answer = nobody.get(path);
      assertThat(answer.status()).as("%s: %s", path, answer.text()).isEqualTo(200);
      assertThat(answer.json().path("status").asText()).isEqualTo("UP");
      assertThat(answer.json().has("components")).isFalse();
    }
    for (var path : List.of("/actuator", "/actuator/env", "/actuator/info", "/actuator/beans", "/actuator/metrics", "/actuator/heapdump", "/actuator/health/db")) {
      assertThat(nobody.get(path).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void rights_packs_and_an_administrator_are_there_before_the_port_opens() {
    assertThat(context.getBean("startUp", SmartLifecycle.class).getPhase())
        .isLessThan(context.getBean("webServerStartStop", SmartLifecycle.class).getPhase());
  }

  @Test
  void the_database_and_the_engine_are_asked() {
    assertThat(contributors.getContributor("db")).isNotNull();
    assertThat(contributors.getContributor("processEngine")).isNotNull();
  }
}
