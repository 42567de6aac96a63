package org.baton.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.baton.support.Rest;
import org.baton.support.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** What a browser is told with each answer. */
class HeadersTest extends Story {

  @LocalServerPort private int port;

  private static String header(HttpResponse<String> answer, String name) {
    return String.join(" | ", answer.headers().allValues(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/register", "/records", "/api/cases", "/engine-rest/task", "/engine-rest/engine", "/api/cases/none", "/swagger-ui/index.html", "/no-such-page"})
  void nothing_of_ours_is_framed_sniffed_or_scripted_from_elsewhere(String path) {
    for (var who : List.of(Rest.as("chair.war", port), Rest.anonymous(port))) {
      var answer = who.raw("GET", path, null);
      assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
      assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("script-src 'self' 'unsafe-inline'").doesNotContain("unsafe-eval");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/register", "/records", "/letters", "/api/cases", "/api/register/spreadsheet", "/engine-rest/task?maxResults=5", "/camunda/api/engine/engine/default/task/count"})
  void no_browser_keeps_an_answer_about_a_case(String path) {
    assertThat(header(Rest.as("chair.war", port).raw("GET", path, null), "Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void a_script_runs_as_it_stands_in_its_template_and_not_otherwise() throws IOException {
    var filter = new SecurityHeaders(new WebSettings(true, List.of(), Duration.ofHours(1)), Instant::now);
    assertThat(policy(filter)).containsPattern("script-src 'self'( 'sha256-[A-Za-z0-9+/=]{44}')+;");
    var page = Rest.as("chair.war", port).get("/register").text();
    assertThat(page).doesNotContainPattern("\\son[a-z]+=");
    assertThat(page).contains("<script>");
  }

  private static String policy(SecurityHeaders filter) throws IOException {
    var answer = new MockHttpServletResponse();
    try {
      filter.doFilter(new MockHttpServletRequest("GET", "/register"), answer, new MockFilterChain());
    } catch (ServletException e) {
      throw new IllegalStateException(e);
    }
    assertThat(answer.getHeader("Strict-Transport-Security")).contains("max-age=31536000");
    return answer.getHeader("Content-Security-Policy");
  }

  @Test
  void outside_the_demo_cookies_and_pages_come_by_https_alone_and_the_api_has_no_page() throws IOException {
    var settings = new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml")).get(0);
    assertThat(settings.getProperty("camunda.bpm.webapp.header-security.hsts-disabled")).isEqualTo(false);
    for (var secure : List.of("camunda.bpm.webapp.session-cookie.enable-secure-cookie", "camunda.bpm.webapp.csrf.enable-secure-cookie",
        "server.servlet.session.cookie.secure")) {
      assertThat(settings.getProperty(secure)).as(secure).isEqualTo(true);
    }
    assertThat(settings.getProperty("springdoc.api-docs.enabled")).isEqualTo(false);
    assertThat(settings.getProperty("springdoc.swagger-ui.enabled")).isEqualTo(false);
    assertThat(settings.getProperty("server.servlet.session.timeout")).isEqualTo("30m");
    assertThat(settings.getProperty("baton.web.https")).isNull();
  }

  @Test
  void cookies_stay_on_our_own_pages_and_a_log_out_leaves_nothing_in_the_browser() {
    var cookies = header(Rest.anonymous(port).raw("GET", "/camunda/app/tasklist/default/", null), "Set-Cookie");
    assertThat(cookies).contains("JSESSIONID", "HttpOnly").containsOnlyOnce("HttpOnly");
    assertThat(cookies.split(" \\| ")).allMatch(cookie -> cookie.split("(?i)SameSite=", -1).length == 2, "one SameSite");
    assertThat(header(Rest.anonymous(port).raw("POST", "/camunda/api/admin/auth/user/default/logout", null), "Clear-Site-Data")).isEqualTo("\"storage\"");
  }

  @Test
  void a_login_ends_after_its_longest_time_however_busy() throws IOException, ServletException {
    var filter = new SecurityHeaders(new WebSettings(true, List.of(), Duration.ofHours(10)), () -> Instant.now().plus(Duration.ofHours(11)));
    var request = new MockHttpServletRequest("GET", "/camunda/app/tasklist/");
    var session = new MockHttpSession();
    request.setSession(session);
    filter.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void programs_of_others_need_a_login_too_and_nobody_asks_for_the_error_page() {
    assertThat(Rest.anonymous(port).get("/webjars/swagger-ui/index.html").status()).isEqualTo(401);
    assertThat(Rest.as("chair.war", port).get("/error").status()).isEqualTo(404);
  }
}
