package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import org.baton.platform.web.EngineErrors;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of two who complete one task at once. */
class OwnCaseTest {

  @Test
  void a_task_whose_process_has_gone_on_meanwhile_was_somebody_else_s() {
    assertThatThrownBy(() -> new OwnCase(mock(JdbcClient.class)).require(new TaskEntity())).matches(EngineErrors::lostRace);
  }
}
