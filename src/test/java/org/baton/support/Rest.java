package org.baton.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.baton.platform.demo.DemoUsers;

/** One person's calls to the REST APIs, logged in by name and password as from another machine. */
public final class Rest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private final int port;
  /** Names and values in turn. */
  private final List<String> identity;

  private Rest(int port, List<String> identity) {
    this.port = port;
    this.identity = identity;
  }

  /** A demo user. */
  public static Rest as(String user, int port) {
    return as(user, DemoUsers.PASSWORD, port);
  }

  public static Rest as(String user, String password, int port) {
    return new Rest(port, List.of("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8))));
  }

  /** A demo user whom Tasklist has logged in: known by cookie and token, as the paths under {@code /camunda/api} ask for. */
  public static Rest inBrowser(String user, int port) {
    var first = anonymous(port).raw("GET", "/camunda/app/tasklist/default/", null);
    var token = first.headers().firstValue("X-XSRF-TOKEN").orElseThrow();
    var login = anonymous(port).raw("POST", "/camunda/api/admin/auth/user/default/login/tasklist", "username=" + user + "&password=" + DemoUsers.PASSWORD,
        "Content-Type", "application/x-www-form-urlencoded", "Cookie", cookies(first), "X-XSRF-TOKEN", token);
    var page = anonymous(port).raw("GET", "/camunda/app/tasklist/default/", null, "Cookie", cookies(login));
    var own = page.headers().firstValue("X-XSRF-TOKEN").orElse(token);
    return new Rest(port, List.of("Cookie", "XSRF-TOKEN=" + own + "; " + cookies(login), "X-XSRF-TOKEN", own));
  }

  /** What a browser sends back of what it was told to keep. */
  public static String cookies(HttpResponse<?> answer) {
    return answer.headers().allValues("Set-Cookie").stream().map(cookie -> cookie.split(";")[0]).collect(Collectors.joining("; "));
  }

  public static Rest anonymous(int port) {
    return new Rest(port, List.of());
  }

  /** @param body JSON, or null if there is none */
  public record Answer(int status, String text) {

    public JsonNode json() {
      try {
        return JSON.readTree(text);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("No JSON: " + text, e);
      }
    }
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** What the form of a task shows, by the key of a field or of a place in a text; lists as lists. */
  public Map<String, Object> shown(String taskId) {
    var shown = new HashMap<String, Object>();
    get("/engine-rest/task/" + taskId + "/form-variables?deserializeValues=false").json().fields().forEachRemaining(variable ->
        shown.put(variable.getKey(), value(variable.getValue())));
    return shown;
  }

  public byte[] bytes(String path) {
    return send(request(path).GET(), BodyHandlers.ofByteArray()).body();
  }

  public Answer post(String path, Object body, String... headers) {
    return send(headers(request(path).header("Content-Type", "application/json"), headers).POST(BodyPublishers.ofString(write(body))));
  }

  public Answer put(String path, Object body) {
    return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(write(body))));
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** Deploys as Camunda Modeler's button does. @param tenant null for none */
  public Answer deploy(String tenant, Map<String, byte[]> files) {
    return deployAs("From Modeler", tenant, files);
  }

  /** As {@link #deploy}, under a name of its own. */
  public Answer deployAs(String name, String tenant, Map<String, byte[]> files) {
    return deployWith(Map.of("deployment-name", name), tenant, files);
  }

  /** @param more further fields of the deployment */
  public Answer deployWith(Map<String, String> more, String tenant, Map<String, byte[]> files) {
    var boundary = "baton-boundary";
    var body = new StringBuilder();
    var fields = new HashMap<>(Map.of("deployment-source", "Camunda Modeler", "enable-duplicate-filtering", "true"));
    fields.putAll(more);
    if (tenant != null) {
      fields.put("tenant-id", tenant);
    }
    fields.forEach((field, value) -> body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"").append(field)
        .append("\"\r\n\r\n").append(value).append("\r\n"));
    files.forEach((file, bytes) -> body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"").append(file)
        .append("\"; filename=\"").append(file).append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
        .append(new String(bytes, StandardCharsets.UTF_8)).append("\r\n"));
    body.append("--").append(boundary).append("--\r\n");
    return send(request("/engine-rest/deployment/create").header("Content-Type", "multipart/form-data; boundary=" + boundary)
        .POST(BodyPublishers.ofString(body.toString())));
  }

  /** Answers as the engine's submit-form takes them: lists as JSON. */
  public static Map<String, Object> variables(Map<String, ?> answers) {
    var variables = new HashMap<String, Object>();
    answers.forEach((key, value) -> variables.put(key,
        value instanceof List ? Map.of("value", write(value), "type", "Json") : value == null ? Map.of() : Map.of("value", value)));
    return Map.of("variables", variables);
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(Duration.ofSeconds(60));
    return headers(request, identity.toArray(String[]::new));
  }

  private static HttpRequest.Builder headers(HttpRequest.Builder request, String... headers) {
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static Answer send(HttpRequest.Builder request) {
    var response = send(request, BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.body());
  }

  private static <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
    try {
      return CLIENT.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Object value(JsonNode variable) {
    try {
      var value = variable.get("value");
      return variable.path("type").asText().equals("Json") ? JSON.readValue(value.asText(), Object.class) : JSON.convertValue(value, Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String write(Object body) {
    try {
      return body == null ? "{}" : JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** An answer with its headers, as a browser sees it. @param body null for none */
  public HttpResponse<String> raw(String method, String path, String body, String... headers) {
    var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    return send(headers(request(path), headers).method(method, publisher), BodyHandlers.ofString());
  }
}
