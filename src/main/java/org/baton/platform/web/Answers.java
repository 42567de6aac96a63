package org.baton.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;

/** Answers that are given before any resource is reached, in the form of the engine's own. */
final class Answers {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Answers() {}

  static void error(HttpServletResponse response, int status, String type, String message) throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    var body = new LinkedHashMap<String, Object>();
    body.put("type", type);
    body.put("message", message);
    body.put("code", null);
    response.getOutputStream().write(JSON.writeValueAsBytes(body));
  }
}
