package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineClockTest {

  @AfterEach
  void letTheClockGo() {
    ClockUtil.reset();
  }

  @Test
  void the_clock_seen_from_another_zone_goes_on_with_the_engines() {
    var london = new EngineClock().withZone(ZoneId.of("Europe/London"));
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-07-01T09:00:00Z")));
    assertThat(london.instant()).isEqualTo("2026-07-01T09:00:00Z");
    assertThat(london.getZone()).isEqualTo(ZoneId.of("Europe/London"));
  }
}
