package org.baton.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.casefile.CaseId;
import org.baton.platform.demo.DemoUsers;
import org.baton.support.Story;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every parameter of every path of Baton's own, as the mappings declare them, with values that cannot be: each is a 400 that names the
 * field and what was expected, nobody gets a 500 and nothing is done. A parameter that is added is among them by itself.
 */
class RequestParametersTest extends Story {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final List<String> PEOPLE = List.of("business-support.war", "supervisor.war", "chair.war");
  private static final String LONG = "x".repeat(5000);
  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

  @LocalServerPort private int port;
  @Autowired @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping ours;

  private CaseId id;
  private CaseId listed;

  /**
   * @param names what the answer must name; empty where the way to the field is shut before Baton sees it
   * @param value shown in the test's name
   */
  private record Try(String method, String path, String value, Optional<String> names, String body, String header) {}

  @TestFactory
  Stream<DynamicTest> a_value_that_cannot_be_is_refused_by_its_name() {
    id = referral("warwickshire", with("route", "ROUTE_3", "district", "RUGBY", "immediateConcern", "NO", "consents", notAskedYet("Jo Penn")));
    done(id, "Check consent", with("consents", List.of(with("giver", "Jo Penn", "capacity", "PARENT", "informed", "YES", "support", "MISSING", "sharing", "GIVEN",
        "discussion", "GIVEN"))));
    listed = referral("warwickshire", with("route", "ROUTE_3", "district", "RUGBY", "immediateConcern", "NO", "consents", notAskedYet("Jo Penn")));
    done(listed, "Check consent", with("consents", List.of(with("giver", "Jo Penn", "capacity", "PARENT", "informed", "YES", "support", "GIVEN", "sharing", "GIVEN",
        "discussion", "GIVEN")), "recordProfile", true));
    var tries = tries();
    assertThat(tries).as("guards no empty set").hasSizeGreaterThan(150);
    var before = state();
    return Stream.concat(tries.stream().map(one -> DynamicTest.dynamicTest(one.method() + " " + one.path().replaceAll("x{50,}", "xxx") + " " + one.value(), () -> refused(one))),
        Stream.of(DynamicTest.dynamicTest("nothing of it was done", () -> assertThat(state()).isEqualTo(before))));
  }

  private void refused(Try one) throws IOException, InterruptedException {
    var named = false;
    for (var person : PEOPLE) {
      var answer = send(one, person);
      var text = answer.getValue();
      assertThat(answer.getKey()).as("%s: %s", person, text).isBetween(400, 499);
      assertThat(text).doesNotContain("org.baton", "java.", "Exception", "select ", "insert ");
      named |= one.names().isEmpty() || answer.getKey() == 400 && text.contains(one.names().get()) && text.contains("expected ");
    }
    assertThat(named).as("one of %s reads a 400 that names %s and what was expected; the last: %s", PEOPLE, one.names(), send(one, PEOPLE.get(0))).isTrue();
  }

  private List<Try> tries() {
    var tries = new ArrayList<Try>();
    var names = new DefaultParameterNameDiscoverer();
    ours.getHandlerMethods().forEach((mapping, handler) -> {
      if (!handler.getBeanType().getPackageName().startsWith("org.baton.")) {
        return;
      }
      mapping.getPatternValues().forEach(path -> {
        var method = mapping.getMethodsCondition().getMethods().stream().findFirst().map(Enum::name).orElse("GET");
        for (var parameter : handler.getMethodParameters()) {
          parameter.initParameterNameDiscovery(names);
          add(tries, method, path, parameter);
        }
      });
    });
    return tries;
  }

  private void add(List<Try> tries, String method, String path, MethodParameter parameter) {
    var name = parameter.getParameterName();
    var type = parameter.getParameterType();
    if (parameter.hasParameterAnnotation(RequestParam.class)) {
      for (var bad : parameterValues(name, type)) {
        tries.add(new Try(method, filled(path) + "?" + name + "=" + encoded(bad), shown(bad), Optional.of(name), valid(path), null));
      }
    } else if (parameter.hasParameterAnnotation(PathVariable.class)) {
      for (var bad : type == String.class ? List.of(LONG, "a\u0007b") : List.of("x", "99999999999999999999")) {
        tries.add(new Try(method, filled(path.replace("{" + name + "}", encoded(bad))), shown(bad), type == String.class && !bad.equals(LONG) ? Optional.empty() : Optional.of(name),
            valid(path), null));
      }
    } else if (parameter.hasParameterAnnotation(RequestHeader.class)) {
      var header = parameter.getParameterAnnotation(RequestHeader.class).name();
      tries.add(new Try(method, filled(path), header, Optional.of(header), valid(path), header));
    } else if (parameter.hasParameterAnnotation(RequestBody.class)) {
      bodies(parameter.getGenericParameterType()).forEach((body, field) -> tries.add(new Try(method, filled(path), body, field, body, null)));
    } else {
      fail("%s %s takes '%s' in a way that this test does not know; teach it".formatted(method, path, name));
    }
  }

  private static List<String> parameterValues(String name, Class<?> type) {
    if (type == int.class || type == long.class) {
      return List.of("x", "1.5", "99999999999999999999", "-1");
    }
    if (type == boolean.class) {
      return List.of("perhaps");
    }
    if (type.isEnum()) {
      return List.of("NONSENSE", "1");
    }
    if (type == Instant.class) {
      return List.of("yesterday", "2026-02-30T00:00:00Z", "2026-02-02", "+999999999-12-31T00:00:00Z", "-100000-01-01T00:00:00Z");
    }
    if (type == String.class) {
      var known = List.of("forum", "authority").contains(name) ? List.of("nowhere") : List.<String>of();
      return Stream.concat(Stream.of(LONG, "a\u0000b"), known.stream()).toList();
    }
    return fail("'" + name + "' is of " + type + ", for which this test has no bad values; teach it");
  }

  /** Bodies that cannot be, each with the field that the answer must name; empty where it is the body itself. */
  private static Map<String, Optional<String>> bodies(Type type) {
    var bodies = new LinkedHashMap<String, Optional<String>>();
    if (type == byte[].class) {
      return Map.of("", Optional.empty(), "nonsense", Optional.empty());
    }
    for (var bad : List.of("null", "\"x\"", "{\"a\":", "")) {
      bodies.put(bad, Optional.of("expected"));
    }
    if (type instanceof ParameterizedType list && Collection.class.isAssignableFrom((Class<?>) list.getRawType())) {
      bodies.put("{\"a\": 1}", Optional.of("expected"));
      bodies.put("[null]", Optional.of("ow"));
      fields((Class<?>) list.getActualTypeArguments()[0]).forEach((body, field) -> bodies.put("[" + body + "]", field));
    } else {
      bodies.put("[]", Optional.of("expected"));
      if (type instanceof Class<?> row) {
        bodies.putAll(fields(row));
      }
    }
    return bodies;
  }

  private static Map<String, Optional<String>> fields(Class<?> row) {
    var bodies = new LinkedHashMap<String, Optional<String>>();
    for (RecordComponent component : row.getRecordComponents()) {
      var type = component.getType();
      var bad = type == String.class ? List.of("{\"a\": 1}", "[1]") : Collection.class.isAssignableFrom(type) ? List.of("\"x\"", "{}", "[null]", "null")
          : type == LocalDate.class ? List.of("\"yesterday\"", "\"+999999999-12-31\"", "{}", "\"2026-02-30\"") : List.of("\"x\"", "7");
      var others = Stream.of(row.getRecordComponents()).filter(other -> !other.getName().equals(component.getName()))
          .map(other -> "\"" + other.getName() + "\": " + (other.getName().equals("caseId") ? "\"WAR-2026-000001\"" : "null") + ", ").collect(Collectors.joining());
      bad.forEach(value -> bodies.put("{" + others + "\"" + component.getName() + "\": " + value + "}", Optional.of(component.getName())));
    }
    return bodies;
  }

  /** A body that is taken as one, so that the parameter beside it is what is wrong. */
  private static String valid(String path) {
    return path.equals("/api/directory") || path.equals("/api/register") ? "[]" : path.endsWith("/correction") ? "{\"entry\": \"x\", \"reason\": \"x\"}"
        : path.endsWith("/referrals") ? "{\"answers\": {}}" : "{}";
  }

  private Map.Entry<Integer, String> send(Try one, String person) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + one.path())).timeout(Duration.ofSeconds(10))
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((person + ":" + DemoUsers.PASSWORD).getBytes(StandardCharsets.UTF_8)));
    if (one.header() != null) {
      request.header(one.header(), "x".repeat(300));
    }
    if (one.method().equals("GET")) {
      request.GET();
    } else {
      request.header("Content-Type", one.path().contains("/import") ? "text/csv" : "application/json").method(one.method(), BodyPublishers.ofString(one.body()));
    }
    var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
    return Map.entry(answer.statusCode(), answer.body());
  }

  private String filled(String path) {
    var filled = path.replace("/api/cases/{id}", "/api/cases/" + id).replace("{caseId}", listed.value())
        .replace("{entryId}", String.valueOf(chronology.of(id).get(0).id()))
        .replace("/api/meetings/{id}", "/api/meetings/" + sittingOf(listed).id())
        .replace("/api/deadlines/{id}", "/api/deadlines/" + deadlineLists.ofCase(id).get(0).id());
    return VARIABLE.matcher(filled).replaceAll("unknown");
  }

  private List<Object> state() {
    return List.of(cases.get(id), chronology.of(id), deadlineLists.ofCase(id), sittings.of("warwickshire"),
        jdbc.sql("select count(*) from register_entry").query(Long.class).single(), cases.list(List.of("warwickshire"), "", 10).size());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String shown(String value) {
    return value.length() > 50 ? value.length() + " characters" : value.replaceAll("\\p{Cntrl}", "<control>");
  }
}
