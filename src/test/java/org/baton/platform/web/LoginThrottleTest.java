package org.baton.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import org.baton.support.Rest;
import org.baton.support.Story;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever guesses waits; whoever they guess about does not. */
@ExtendWith(OutputCaptureExtension.class)
class LoginThrottleTest extends Story {

  @LocalServerPort private int port;
  @Autowired private IdentityService identityService;
  @Autowired private LoginThrottle throttle;

  private final Hand hand = new Hand();
  private String user;

  /** A clock that is set by hand. */
  private static final class Hand implements TimeMeter {

    private long nanos;

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }

  @BeforeEach
  void somebodyWorksHere() {
    user = "guessed." + System.nanoTime();
    somebody(user, "warwickshire");
  }

  @AfterEach
  void nobodyWorksHere() {
    identityService.deleteUser(user);
  }

  private LoginThrottle limits() {
    return new LoginThrottle(new LoginSettings(3, 5, 7, Duration.ofMinutes(15), 4), hand);
  }

  private static void wrong(LoginThrottle throttle, int times, String user, String address) {
    for (var i = 0; i < times; i++) {
      throttle.wrong(user, address, "somebody");
    }
  }

  @Test
  void one_who_guesses_waits_and_other_addresses_and_other_users_do_not() {
    var throttle = limits();
    wrong(throttle, 3, "chair", "10.0.0.1");
    assertThatThrownBy(() -> throttle.admit("chair", "10.0.0.1")).isInstanceOf(TooManyAttempts.class).hasMessageContaining("in 301 seconds");
    assertThatCode(() -> throttle.admit("chair", "10.0.0.2")).doesNotThrowAnyException();
    assertThatCode(() -> throttle.admit("manager", "10.0.0.1")).doesNotThrowAnyException();
    hand.nanos += Duration.ofMinutes(5).toNanos();
    assertThatCode(() -> throttle.admit("chair", "10.0.0.1")).doesNotThrowAnyException();
  }

  @Test
  void one_password_tried_on_many_accounts_stops_the_address_but_for_those_who_log_in_from_there() {
    var throttle = limits();
    throttle.right("colleague", "10.0.0.1");
    for (var i = 0; i < 5; i++) {
      throttle.wrong("user" + i, "10.0.0.1", "somebody");
    }
    assertThatThrownBy(() -> throttle.admit("user9", "10.0.0.1")).isInstanceOf(TooManyAttempts.class);
    assertThatCode(() -> throttle.admit("colleague", "10.0.0.1")).doesNotThrowAnyException();
  }

  @Test
  void guesses_from_everywhere_do_not_shut_out_one_who_comes_from_a_known_address() {
    var throttle = limits();
    throttle.right("admin", "10.0.0.1");
    for (var i = 0; i < 7; i++) {
      throttle.wrong("admin", "192.0.2." + i, "somebody");
    }
    assertThatThrownBy(() -> throttle.admit("admin", "192.0.2.99")).isInstanceOf(TooManyAttempts.class);
    assertThatCode(() -> throttle.admit("admin", "10.0.0.1")).doesNotThrowAnyException();
  }

  @Test
  void many_guesses_at_once_are_waited_for_afterwards() {
    var throttle = limits();
    wrong(throttle, 6, "chair", "10.0.0.1");
    hand.nanos += Duration.ofMinutes(10).toNanos();
    assertThatThrownBy(() -> throttle.admit("chair", "10.0.0.1")).isInstanceOf(TooManyAttempts.class);
  }

  @Test
  void every_door_refuses_for_a_while_and_says_for_how_long(CapturedOutput log) {
    assertThat(Rest.as(user, "wrong-secret", port).get("/api/cases").status()).isEqualTo(401);
    wrong(throttle, 200, user, "127.0.0.1");
    var api = Rest.as(user, "wrong-secret", port).raw("GET", "/api/cases", null);
    assertThat(api.statusCode()).as(api.body()).isEqualTo(429);
    assertThat(Long.parseLong(api.headers().firstValue("Retry-After").orElseThrow())).isPositive();

    var first = Rest.anonymous(port).raw("GET", "/camunda/app/tasklist/default/", null);
    var token = first.headers().firstValue("X-XSRF-TOKEN").orElseThrow();
    var web = Rest.anonymous(port).raw("POST", "/camunda/api/admin/auth/user/default/login/tasklist", "username=" + user + "&password=wrong-secret",
        "Content-Type", "application/x-www-form-urlencoded", "Cookie", Rest.cookies(first), "X-XSRF-TOKEN", token);
    assertThat(web.statusCode()).as(web.body()).isEqualTo(429);
    assertThat(web.headers().firstValue("Retry-After")).isPresent();
    assertThat(Rest.as("chair.war", port).get("/api/cases").status()).isEqualTo(200);
    assertThat(log).contains("Wrong login as '" + user + "' from 127.0.0.1").contains("Too many wrong logins as somebody from 127.0.0.1")
        .doesNotContain("wrong-secret");
  }

  @Test
  void no_wrong_password_locks_an_account_for_good_and_one_that_was_locked_before_is_open(CapturedOutput log) {
    jdbc.sql("update act_id_user set attempts_ = 10, lock_exp_time_ = ? where id_ = ?").params(java.sql.Timestamp.valueOf("2099-01-01 00:00:00"), user).update();
    for (var i = 0; i < 12; i++) {
      assertThat(Rest.as(user, "wrong", port).get("/engine-rest/task/count").status()).isEqualTo(401);
    }
    assertThat(Rest.as(user, port).get("/engine-rest/task/count").status()).isEqualTo(200);
    assertThat(Rest.as("a secret in the wrong field", "x", port).get("/api/cases").status()).isEqualTo(401);
    assertThat(log).doesNotContain("a secret in the wrong field").contains("somebody unknown of 27 characters");
  }

  @Test
  void the_address_that_verifies_a_password_is_throttled_too() {
    wrong(throttle, 200, "admin", "127.0.0.1");
    var verified = Rest.as("admin", port).post("/engine-rest/identity/verify", Map.of("username", "admin", "password", "wrong"));
    throttle.right("admin", "127.0.0.1");
    assertThat(verified.status()).isEqualTo(429);
  }
}
