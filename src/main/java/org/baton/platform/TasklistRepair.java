package org.baton.platform;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/**
 * Lets forms with repeated groups be sent from Tasklist. In 7.24.0 its form library leaves an empty list behind for every corrected
 * field of a repeated group, and Tasklist takes any such list for a fault, so that its button stays grey for good.
 */
@Configuration
class TasklistRepair {

  static final String PATH = "/camunda/app/tasklist/camunda-tasklist-bootstrap.js";
  private static final String COUNTS_LISTS = "!!Object.keys(e.errors).length";
  private static final String COUNTS_FAULTS = "Object.values(e.errors).flat(9).filter(Boolean).length>0";

  @Bean
  ServletRegistrationBean<RepairedScript> repairedTasklist() throws IOException {
    var script = new ClassPathResource("META-INF/resources/webjars/camunda/app/tasklist/camunda-tasklist-bootstrap.js").getContentAsString(StandardCharsets.UTF_8);
    if (!script.contains(COUNTS_LISTS)) {
      throw new IllegalStateException("Tasklist's script has changed: it no longer contains '" + COUNTS_LISTS + "'; look whether it still needs repair");
    }
    return new ServletRegistrationBean<>(new RepairedScript(script.replace(COUNTS_LISTS, COUNTS_FAULTS).getBytes(StandardCharsets.UTF_8)), PATH);
  }

  /** Serves the script as repaired. */
  static class RepairedScript extends HttpServlet {

    private final transient byte[] script;

    RepairedScript(byte[] script) {
      this.script = script;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
      response.setContentType("text/javascript");
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      response.setHeader("Cache-Control", "no-cache");
      response.setContentLength(script.length);
      response.getOutputStream().write(script);
    }
  }
}
