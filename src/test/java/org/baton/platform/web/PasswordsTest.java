package org.baton.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.baton.platform.demo.DemoUsers;
import org.baton.support.Rest;
import org.baton.support.Story;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Passwords, as whoever steals the table or guesses meets them. */
class PasswordsTest extends Story {

  @LocalServerPort private int port;
  @Autowired private IdentityService identityService;

  private String user;

  @BeforeEach
  void somebodyWorksHere() {
    user = "somebody." + System.nanoTime();
    somebody(user, "warwickshire");
  }

  @AfterEach
  void nobodyWorksHere() {
    identityService.deleteUser(user);
  }

  private String stored() {
    return jdbc.sql("select pwd_ from act_id_user where id_ = ?").param(user).query(String.class).single();
  }

  private int login(String password) {
    return Rest.as(user, password, port).get("/engine-rest/task/count").status();
  }

  @Test
  void passwords_are_hashed_slowly() {
    assertThat(stored()).startsWith("{bcrypt}$2a$");
    assertThat(new PasswordHash(new LoginSettings(1, 1, 1, java.time.Duration.ofMinutes(1), 11)).encrypt("x")).startsWith("$2a$11$");
  }

  @Test
  void a_hash_of_before_goes_on_and_is_renewed_at_the_first_login() {
    var salt = jdbc.sql("select salt_ from act_id_user where id_ = ?").param(user).query(String.class).single();
    jdbc.sql("update act_id_user set pwd_ = ? where id_ = ?").params("{SHA-512}" + new Sha512HashDigest().encrypt(DemoUsers.PASSWORD + salt), user).update();
    assertThat(login("wrong")).isEqualTo(401);
    assertThat(stored()).startsWith("{SHA-512}");
    assertThat(login(DemoUsers.PASSWORD)).isEqualTo(200);
    assertThat(stored()).startsWith("{bcrypt}");
    assertThat(login(DemoUsers.PASSWORD)).isEqualTo(200);
    assertThat(login("wrong")).isEqualTo(401);
  }

  @Test
  void a_changed_password_ends_the_old_one_at_once() {
    assertThat(login(DemoUsers.PASSWORD)).isEqualTo(200);
    var changed = identityService.createUserQuery().userId(user).singleResult();
    changed.setPassword("Entirely-Other-Words-7");
    identityService.saveUser(changed);
    assertThat(login(DemoUsers.PASSWORD)).isEqualTo(401);
    assertThat(login("Entirely-Other-Words-7")).isEqualTo(200);
    assertThat(login("Entirely-Other-Words-7" + "x".repeat(100))).isEqualTo(401);
  }

  @Test
  void the_end_of_a_long_password_counts() {
    var hash = new PasswordHash(new LoginSettings(1, 1, 1, java.time.Duration.ofMinutes(1), 4));
    assertThat(hash.check("a".repeat(100) + "b", hash.encrypt("a".repeat(100) + "c"))).isFalse();
    assertThat(hash.check("a".repeat(100) + "b", hash.encrypt("a".repeat(100) + "b"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Password123!", "Welcome2026!", "Qwertyuiop1!", "Short-1-Pw!", "no-upper-case-at-all-1"})
  void a_password_that_many_people_use_is_refused_in_words(String weak) {
    var answer = Rest.as("admin", port).post("/engine-rest/user/create", Map.of("profile", Map.of("id", "weak.one"), "credentials", Map.of("password", weak)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.text()).contains("Password does not match policy").doesNotContain(weak);
    assertThat(identityService.createUserQuery().userId("weak.one").count()).isZero();
  }

  @Test
  void a_thousand_requests_of_a_machine_look_at_its_password_once() {
    assertThat(identityService.checkPassword(user, DemoUsers.PASSWORD)).isTrue();
    var began = System.nanoTime();
    for (var i = 0; i < 1000; i++) {
      assertThat(identityService.checkPassword(user, DemoUsers.PASSWORD)).isTrue();
    }
    assertThat(java.time.Duration.ofNanos(System.nanoTime() - began)).isLessThan(java.time.Duration.ofSeconds(20));
  }
}
