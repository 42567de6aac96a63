package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.baton.casefile.CaseId;
import org.baton.platform.demo.DemoUsers;
import org.baton.support.Story;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every path and method of Baton's own API and pages and of the engine's REST API, as nobody and as each role, with a case, a task
 * and a sitting of Warwickshire, and compares what answers with the table of {@code docs/access-by-path.md}. A new path without a row, or
 * a role that reaches more or less than the row says, fails.
 */
class AccessWalkTest extends Story {

  private static final Path TABLE = Path.of("docs/access-by-path.md");
  private static final List<String> ROLES = List.of("business-support.war", "chair.war", "allocated-service.war", "safeguarding-lead.war", "service-manager.war",
      "supervisor.war", "manager.war", "without.role", "business-support.cam");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String FAULTY_TABLE = "--x\r\nContent-Disposition: form-data; name=\"tenant-id\"\r\n\r\nwarwickshire\r\n--x\r\nContent-Disposition: form-data;"
      + " name=\"quorum.dmn\"; filename=\"quorum.dmn\"\r\n\r\n<definitions/>\r\n--x--\r\n";

  @LocalServerPort private int port;
  @Autowired private IdentityService identityService;
  @Autowired @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping ours;

  private CaseId id;
  private String task;

  @BeforeEach
  void aCaseOfWarwickshireWaitsForItsConsentCheck() {
    id = referral("warwickshire", with("route", "ROUTE_3", "district", "RUGBY", "immediateConcern", "NO"));
    task = task(tasksOf(id), "Check consent").getId();
    comingSitting("warwickshire", "rugby");
    somebody("without.role", "warwickshire", Rights.WORKERS);
  }

  @AfterEach
  void nobodySpecialGoes() {
    identityService.deleteUser("without.role");
  }

  /** @param summary what it is for, in words */
  private record Door(String method, String path, String summary) {}

  @Test
  void every_door_opens_to_those_whom_the_table_names_and_to_nobody_without_a_login() throws IOException, InterruptedException {
    var own = walk(ownDoors());
    var engine = walk(engineDoors("/engine-rest"));
    for (var door : engineDoors("/engine-rest/engine/default")) {
      assertThat(status(door, null)).as("nobody: %s", door).isEqualTo(401);
    }
    for (var door : engineDoors("/camunda/api/engine/engine/default").stream().filter(door -> !door.path().contains("/identity/password-policy")).toList()) {
      assertThat(status(door, null)).as("nobody: %s", door).isIn(401, 403, 404, 405);
    }

    var table = table(own, engine);
    var written = Path.of("target/access/access-by-path.md");
    Files.createDirectories(written.getParent());
    Files.writeString(written, table);
    assertThat(table).as("docs/access-by-path.md; what was seen now is in %s: look at each difference before you take it over", written).isEqualTo(Files.readString(TABLE));
  }

  private Map<Door, List<String>> walk(List<Door> doors) throws IOException, InterruptedException {
    var seen = new LinkedHashMap<Door, List<String>>();
    for (var door : doors) {
      if (!isPublic(door)) {
        assertThat(status(door, null)).as("nobody: %s", door).isEqualTo(401);
      }
      var cells = new ArrayList<String>();
      for (var role : ROLES) {
        var status = status(door, role);
        assertThat(status).as("%s as %s: nothing that is sent is a fault of the server's", door, role).isLessThan(500);
        cells.add(status < 300 ? "yes" : status == 409 ? "task" : List.of(401, 403, 404, 405).contains(status) ? "" : "form");
      }
      seen.put(door, cells);
    }
    return seen;
  }

  private static boolean isPublic(Door door) {
    return door.path().startsWith("/actuator/health") || door.path().startsWith("/error");
  }

  private List<Door> ownDoors() {
    var doors = new TreeMap<String, Door>();
    ours.getHandlerMethods().forEach((mapping, handler) -> mapping.getPatternValues().forEach(path -> {
      var methods = mapping.getMethodsCondition().getMethods();
      var summary = handler.getMethodAnnotation(Operation.class);
      (methods.isEmpty() ? List.of("GET") : methods.stream().map(Enum::name).toList()).forEach(method ->
          doors.put(path + " " + method, new Door(method, path, summary == null ? "" : summary.summary())));
    }));
    return List.copyOf(doors.values());
  }

  private static List<Door> engineDoors(String prefix) throws IOException {
    try (var openApi = AccessWalkTest.class.getResourceAsStream("/openapi.json")) {
      var doors = new ArrayList<Door>();
      new ObjectMapper().readTree(openApi).get("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
        if (List.of("get", "post", "put", "delete", "options").contains(method.getKey())) {
          doors.add(new Door(method.getKey().toUpperCase(), prefix + path.getKey(), method.getValue().path("summary").asText()));
        }
      }));
      return doors;
    }
  }

  private int status(Door door, String user) throws IOException, InterruptedException {
    var path = filled(door.path());
    var query = door.path().startsWith("/api/") ? "" : "?maxResults=5";
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path + query)).timeout(Duration.ofSeconds(30));
    if (user != null) {
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + DemoUsers.PASSWORD).getBytes(StandardCharsets.UTF_8)));
    }
    if (door.path().endsWith("/deployment/create")) {
      request.header("Content-Type", "multipart/form-data; boundary=x").POST(BodyPublishers.ofString(FAULTY_TABLE));
    } else if (door.method().equals("GET")) {
      request.GET();
    } else {
      request.header("Content-Type", door.path().endsWith("/import") ? "text/csv" : "application/json").method(door.method(), BodyPublishers.ofString(body(door)));
    }
    return CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  /** As much of a body as it takes to come past the reading of it; answers of forms are left out, so that nothing is done. */
  private String body(Door door) {
    if (door.path().equals("/api/register")) {
      return "[{\"caseId\": \"" + id + "\", \"remark\": null, \"followUpOn\": null, \"was\": {\"remark\": null, \"followUpOn\": null}}]";
    }
    if (door.path().equals("/api/directory")) {
      return "[{\"id\": \"none\"}]";
    }
    if (door.path().endsWith("/correction")) {
      return "{\"entry\": \"As it was said\", \"reason\": \"A slip of the pen\"}";
    }
    if (door.path().endsWith("/split")) {
      return "{\"children\": [], \"reason\": \"\"}";
    }
    if (door.path().endsWith("/claim") || door.path().endsWith("/assignee") || door.path().endsWith("/delegate")) {
      return "{\"userId\": \"allocated-service.war\"}";
    }
    return door.path().equals("/api/referrals") ? "{\"authority\": \"warwickshire\", \"answers\": {}}" : door.path().endsWith("/cases/{caseId}/decision") ? "{\"answers\": {}}" : "{}";
  }

  private String filled(String path) {
    var values = new LinkedHashMap<String, String>();
    values.put("/api/cases/{id}", "/api/cases/" + id);
    values.put("{caseId}", id.value());
    values.put("{entryId}", String.valueOf(chronology.of(id).get(0).id()));
    values.put("/api/meetings/{id}", "/api/meetings/" + comingSitting("warwickshire", "rugby").id());
    values.put("/task/{id}", "/task/" + task);
    values.put("/process-instance/{id}", "/process-instance/" + runs.main(id).orElseThrow());
    values.put("/history/process-instance/{id}", "/history/process-instance/" + runs.main(id).orElseThrow());
    values.put("/deployment/{id}", "/deployment/" + packs.current("warwickshire").deploymentId());
    values.put("/process-definition/{id}", "/process-definition/" + runs.main(id).map(run -> runtimeService.createProcessInstanceQuery().processInstanceId(run).singleResult()
        .getProcessDefinitionId()).orElseThrow());
    values.put("{key}", path.contains("decision") ? "quorum" : "referral");
    values.put("{tenant-id}", "warwickshire");
    values.put("/user/{id}", "/user/chair.war");
    values.put("/group/{id}", "/group/baton-workers");
    values.put("/tenant/{id}", "/tenant/warwickshire");
    var filled = path;
    for (var value : values.entrySet()) {
      filled = filled.replace(value.getKey(), value.getValue());
    }
    return Pattern.compile("\\{[^}]*}").matcher(filled).replaceAll("unknown").replace("**", "index.html").replace("*", "x");
  }

  private static String table(Map<Door, List<String>> own, Map<Door, List<String>> engine) {
    var heads = ROLES.stream().map(role -> role.equals("without.role") ? "account without a role" : role.endsWith(".cam") ? "another authority" : role.replace(".war", "").replace('-', ' ')).toList();
    var text = new StringBuilder("""
        # Who reaches what

        Written by `AccessWalkTest`, which tries every path of Baton as each of these people, with a case, a task and a sitting of Warwickshire. A person
        without a login reaches nothing but the health address. Administrators run the server and belong to no authority; they are left out.
        The last column is business support of Camden: what is answered there is about Camden alone.

        - **yes**: answered. What a list shows is cut to the cases that the role opens, as the table `access` of the authority says: it can be empty.
        - **form**: the door is open, but nothing was sent, and the server asks for what belongs there.
        - **task**: only as the answer to an open task of the person's own, of which there is none now.
        - empty: refused, or the same as if it did not exist.

        ## Baton's own pages and API

        """);
    rows(text, heads, own);
    text.append("\n## The engine's REST API\n\nThe web applications reach the engine by the same commands, with the same refusals.\n");
    var groups = engine.keySet().stream().collect(Collectors.groupingBy(door -> door.path().split("/")[2], TreeMap::new, Collectors.toList()));
    groups.forEach((group, doors) -> {
      var open = new LinkedHashMap<Door, List<String>>();
      doors.stream().filter(door -> engine.get(door).stream().anyMatch(cell -> !cell.isEmpty())).forEach(door -> open.put(door, engine.get(door)));
      text.append("\n### ").append(group).append("\n\n");
      if (!open.isEmpty()) {
        rows(text, heads, open);
        text.append("\n");
      }
      var shut = doors.stream().filter(door -> !open.containsKey(door)).map(door -> "`" + door.method() + " " + door.path() + "`").toList();
      if (!shut.isEmpty()) {
        text.append("Refused to all of them: ").append(String.join(", ", shut)).append("\n");
      }
    });
    return text.toString();
  }

  private static void rows(StringBuilder text, List<String> heads, Map<Door, List<String>> doors) {
    text.append("| | | ").append(String.join(" | ", heads)).append(" |\n|---|---|").append("---|".repeat(heads.size())).append("\n");
    doors.forEach((door, cells) -> text.append("| `").append(door.method()).append(' ').append(door.path()).append("` | ").append(door.summary()).append(" | ")
        .append(String.join(" | ", cells)).append(" |\n"));
  }
}
