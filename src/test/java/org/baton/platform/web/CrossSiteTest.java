package org.baton.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import jakarta.servlet.ServletException;
import org.baton.support.Rest;
import org.baton.support.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A page of somebody else's, opened in the browser of a colleague who is logged in. */
class CrossSiteTest extends Story {

  private static final String FORM = "--b\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nfrom a foreign page\r\n"
      + "--b\r\nContent-Disposition: form-data; name=\"tenant-id\"\r\n\r\nwarwickshire\r\n"
      + "--b\r\nContent-Disposition: form-data; name=\"x\"; filename=\"templates/csrf-proof.txt\"\r\n\r\nDear reader\r\n--b--\r\n";

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({"Origin,http://evil.example", "Origin,null", "Referer,http://evil.example/page", "Sec-Fetch-Site,cross-site", "Sec-Fetch-Site,same-site"})
  void a_plain_form_of_a_foreign_page_deploys_nothing(String header, String value) {
    var before = packs.versions("warwickshire").size();
    var answer = Rest.as("manager.war", port).raw("POST", "/engine-rest/deployment/create", FORM, "Content-Type", "multipart/form-data; boundary=b", header, value);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("A page of another address asked for this");
    assertThat(packs.versions("warwickshire")).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest/history/cleanup", "/engine-rest/user/chair.war/unlock", "/api/referrals", "/register", "/records", "/camunda/api/admin/auth/user/default/logout"})
  void no_change_passes_wherever_a_foreign_page_sends_it(String path) {
    assertThat(Rest.as("admin", port).raw("POST", path, null, "Origin", "http://evil.example").statusCode()).isEqualTo(403);
    assertThat(Rest.as("admin", port).raw("DELETE", path, null, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
  }

  @Test
  void machines_and_our_own_pages_pass_and_a_foreign_page_may_link_to_ours() {
    var business = Rest.as("business-support.war", port);
    for (var headers : List.of(new String[] {"Origin", "http://localhost:" + port}, new String[] {"Referer", "http://localhost:" + port + "/register"},
        new String[] {"Sec-Fetch-Site", "same-origin"}, new String[] {"Accept", "application/json"})) {
      assertThat(business.raw("POST", "/engine-rest/task/count", "{}", "Content-Type", "application/json", headers[0], headers[1]).statusCode()).isEqualTo(200);
    }
    assertThat(business.raw("GET", "/engine-rest/task/count", null, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(200);
  }

  @Test
  void the_page_s_address_behind_a_proxy_is_named_in_the_settings() throws ServletException, IOException {
    var filter = new CrossSite(new WebSettings(true, List.of("https://baton.example.gov.uk"), Duration.ofHours(1)));
    assertThat(passes(filter, "https://baton.example.gov.uk")).isTrue();
    assertThat(passes(filter, "https://baton.example.gov.uk.evil.example")).isFalse();
    assertThatThrownBy(() -> new WebSettings(true, List.of("https://baton.example.gov.uk/"), Duration.ofHours(1)))
        .hasMessageContaining("expected scheme and host");
  }

  private static boolean passes(CrossSite filter, String origin) throws ServletException, IOException {
    var request = new MockHttpServletRequest("POST", "/api/referrals");
    request.addHeader("Origin", origin);
    var chain = new MockFilterChain();
    filter.doFilter(request, new MockHttpServletResponse(), chain);
    return chain.getRequest() != null;
  }
}
