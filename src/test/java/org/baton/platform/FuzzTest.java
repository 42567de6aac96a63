package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.baton.platform.demo.DemoUsers;
import org.baton.platform.demo.SampleAnswers;
import org.baton.protocol.FormDefinition;
import org.baton.protocol.FormRules;
import org.baton.protocol.Pack;
import org.baton.protocol.PackCheck;
import org.baton.protocol.PackFiles;
import org.baton.protocol.PackVocabulary;
import org.baton.support.DeclaredVocabulary;
import org.baton.support.Rest;
import org.baton.support.Story;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Sends what nobody should send to every door: forms, referrals, lines of an import, packs, parameters. Whatever comes in, the answer is no
 * fault of the server's, comes soon, says nothing of the inside and repeats nothing that was typed; what is refused has changed nothing,
 * and what is taken leaves every open case with a holder and a process. {@code -Dbaton.fuzz.seed=N} tries other inputs.
 */
@ExtendWith(OutputCaptureExtension.class)
class FuzzTest extends Story {

  private static final Path REPORT = Path.of("target/fuzz/report.txt");
  private static final long SEED = Long.getLong("baton.fuzz.seed", 1);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int TASKS_EACH = 14;
  private static final int STARTS_EACH = 30;
  private static final int RULES_EACH = 40;
  private static final int REFERRALS = 1_000;
  private static final int LINES = 2_000;
  private static final int PARAMETERS_EACH = 90;
  private static final int PACKS = 120;
  private static final int DEPLOYMENTS = 12;
  private static final int ALL = 20_000;
  /** Of what is refused unread, Tomcat takes no more to keep the connection. */
  private static final int UNREAD = 2_000_000;
  private static final int CASES_EACH = 5;
  private static final Duration WORK = Duration.ofSeconds(25);
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 2);
  /** Of every person with all roles of an authority that tests make up. */
  private static final String PERSON = "fuzz.";
  private static final List<String> COUNTED = List.of("family_case", "ACT_RU_EXECUTION", "ACT_RU_TASK", "ACT_RU_VARIABLE", "ACT_RU_JOB", "notice", "chronology", "person", "form_answer", "consent",
      "deadline", "meeting", "agenda_item", "address", "register_entry", "intake_receipt", "ACT_RE_DEPLOYMENT", "holder_history", "vote", "attendance", "panel_decision", "directory_entry");
  private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @LocalServerPort private int port;
  @Autowired @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping ours;
  @Autowired private IdentityService identityService;
  @Autowired private ImportReferrals imports;
  @Autowired private LostCases lost;
  @Autowired private PackVocabulary vocabulary;
  @TempDir private Path folder;

  private final FuzzFindings findings = new FuzzFindings();
  private final Map<String, Integer> tried = new TreeMap<>();
  private final Map<String, Integer> taken = new TreeMap<>();
  private final Map<String, String> reached = new TreeMap<>();
  private final Set<String> alreadyLost = new HashSet<>();
  /** Of the next input; each door counts from a number of its own, as how many tasks there are is a matter of time. */
  private long next;

  private record Answer(int status, String text, Duration took) {}

  @BeforeEach
  void peopleWithEveryRole() {
    for (var authority : packs.authorities()) {
      var pack = packs.current(authority);
      var groups = Stream.concat(Stream.of(Rights.WORKERS, Rights.SUPERVISORS), pack.roles().stream().flatMap(role -> pack.groups(role).stream())).distinct();
      somebody(person(authority), authority, groups.toArray(String[]::new));
    }
  }

  @AfterEach
  void nobodyWithEveryRole() {
    packs.authorities().forEach(authority -> identityService.deleteUser(person(authority)));
  }

  private String person(String authority) {
    return PERSON + packs.current(authority).profile().caseNumberPrefix().toLowerCase();
  }

  @Test
  void whatever_is_sent_to_whatever_door_nothing_breaks_and_nothing_is_half_done(CapturedOutput log) throws IOException {
    var parts = new LinkedHashMap<String, Part>();
    parts.put("rules of forms", this::rules);
    parts.put("tasks", this::tasks);
    parts.put("parameters", this::parameters);
    parts.put("start forms", this::startForms);
    parts.put("referrals", this::referralsByApi);
    parts.put("import", this::importLines);
    parts.put("packs", this::packsAlone);
    parts.put("more rules of forms", this::theRest);
    parts.put("deployments", this::deployments);
    var seconds = new LinkedHashMap<String, Long>();
    for (var part : parts.entrySet()) {
      next = SEED * 1_000_003 + seconds.size() * 100_000L;
      var begun = System.nanoTime();
      part.getValue().run();
      seconds.put(part.getKey(), Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }
    log.getAll().lines().filter(line -> line.contains(FuzzInput.TYPED)).forEach(line ->
        findings.found("log", SEED, "the whole run", line.replaceAll("^[\\d:]+ +(\\w+ +\\S+).*", "$1 repeats what was typed"), line));

    var report = "seed " + SEED + ", " + all() + " inputs " + tried + ", taken " + taken + ", seconds " + seconds + ", forms reached by a task " + reached;
    Files.createDirectories(REPORT.getParent());
    Files.writeString(REPORT, report + findings.worst());
    assertThat(findings.worst()).as(report).isEmpty();
    assertThat(taken).as("a door that takes nothing was not tried: %s", report).containsKeys("tasks", "start forms", "referrals", "import", "parameters");
  }

  private int all() {
    return tried.values().stream().mapToInt(Integer::intValue).sum();
  }

  private interface Part {

    void run() throws IOException;
  }

  private void theRest() {
    while (all() < ALL) {
      rules();
    }
  }

  /** Every form of every pack by its rules alone, those too that no made-up case comes to. */
  private void rules() {
    for (var authority : packs.authorities()) {
      var pack = packs.current(authority);
      for (var id : pack.forms()) {
        var form = pack.form(id);
        for (var i = 0; i < RULES_EACH; i++) {
          var input = input("rules of forms");
          var answers = input.spoilt(filled(form, Map.of(), Map.of(), next), asked(form));
          try {
            var faults = FormRules.check(form, answers, Map.of(), TODAY, DeclaredVocabulary.FORMS).toString();
            findings.refusal("rules of forms", next, authority + " " + id + " " + answers, 422, faults);
          } catch (RuntimeException e) {
            findings.found("rules of forms", next, authority + " " + id + " " + answers, FuzzFindings.thrown(e));
          }
        }
      }
    }
  }

  /** Cases of every authority, each task of which gets bad answers before good ones. */
  private void tasks() {
    var until = System.nanoTime() + WORK.toNanos();
    var done = new TreeMap<String, Integer>();
    for (var authority : packs.authorities()) {
      var people = new SampleAnswers(SEED, TODAY);
      for (var i = 0; i < CASES_EACH; i++) {
        referrals.receive(authority, null, people.referral(packs.current(authority).form("referral"), Map.of()));
      }
    }
    jobs("tasks", "made-up referrals");
    for (var round = 0; round < 300 && System.nanoTime() < until; round++) {
      var worked = 0;
      for (var task : taskService.createTaskQuery().taskMinPriority(50).initializeFormKeys().active().list()) {
        if (System.nanoTime() < until && taskService.createTaskQuery().taskId(task.getId()).count() == 1) {
          worked += work(task, done) ? 1 : 0;
        }
      }
      if (worked == 0) {
        var timer = managementService.createJobQuery().timers().active().withRetriesLeft().orderByJobDuedate().asc().listPage(0, 1);
        if (timer.isEmpty()) {
          break;
        }
        ClockUtil.setCurrentTime(timer.get(0).getDuedate());
        jobs("tasks", "a day on");
      }
    }
    packs.authorities().forEach(authority -> reached.put(authority, done.keySet().stream().filter(key -> key.startsWith(authority + " ")).count()
        + " of " + packs.current(authority).forms().size()));
  }

  /** @return whether the task is done */
  private boolean work(Task task, Map<String, Integer> done) {
    var form = driver.form(task);
    var key = task.getTenantId() + " " + form.id();
    var path = "/engine-rest/task/" + task.getId() + "/submit-form";
    while (done.merge(key, 1, Integer::sum) <= TASKS_EACH) {
      var input = input("tasks");
      var answers = input.spoilt(filled(form, driver.shown(task), Map.of(), next), asked(form));
      if (send("tasks", task.getTenantId(), "POST", path, submitted(input, answers)).status() < 300) {
        jobs("tasks", key + " " + answers);
        return true;
      }
    }
    try {
      driver.complete(task, sample, Map.of());
      jobs("tasks", key + " with good answers");
      return true;
    } catch (ProcessEngineException e) {
      return false;
    }
  }

  private void startForms() {
    for (var definition : repositoryService.createProcessDefinitionQuery().latestVersion().active().list()) {
      if (definition.getTenantId() == null || !packs.current(definition.getTenantId()).startable().contains(definition.getKey())) {
        continue;
      }
      var pack = packs.current(definition.getTenantId());
      var reference = formService.getStartFormData(definition.getId()).getCamundaFormRef();
      if (reference == null) {
        continue;
      }
      var form = pack.form(reference.getKey());
      var path = "/engine-rest/process-definition/" + definition.getId() + "/submit-form";
      for (var i = 0; i < STARTS_EACH; i++) {
        var input = input("start forms");
        var ids = jdbc.sql("select id from family_case where authority = ? order by id").param(pack.authority()).query(String.class).list();
        var wanted = new LinkedHashMap<String, Object>();
        form.fields().stream().filter(field -> field.targets().contains("case.reference") && !ids.isEmpty()).forEach(field -> wanted.put(field.key(), input.pick(ids)));
        var answers = input.spoilt(filled(form, Map.of(), wanted, next), asked(form));
        if (send("start forms", pack.authority(), "POST", path, submitted(input, answers)).status() < 300) {
          jobs("start forms", form.id() + " " + answers);
        }
      }
    }
  }

  private void referralsByApi() {
    var authorities = packs.authorities();
    for (var i = 0; i < REFERRALS; i++) {
      var input = input("referrals");
      var authority = authorities.get(i % authorities.size());
      var form = packs.current(authority).form("referral");
      Object answers = input.oneIn(15) ? input.any() : input.spoilt(filled(form, Map.of(), Map.of(), next), asked(form));
      var body = new LinkedHashMap<String, Object>();
      body.put("authority", input.oneIn(15) ? input.any() : authority);
      body.put("answers", answers);
      var key = input.oneIn(3) ? Map.of("Idempotency-Key", input.oneIn(4) ? "k".repeat(1 + input.below(200)) : printable(input.text())) : Map.<String, String>of();
      if (send("referrals", authority, "POST", "/api/referrals", input.body(input.oneIn(40) ? input.any() : body), key).status() < 300) {
        jobs("referrals", String.valueOf(body));
      }
    }
  }

  private void importLines() throws IOException {
    var authorities = packs.authorities();
    var file = folder.resolve("lines.jsonl");
    for (var i = 0; i < LINES; i++) {
      var input = input("import");
      var authority = authorities.get(i % authorities.size());
      var open = i % 3 == 0 && packs.current(authority).forms().contains("takeOver");
      var form = packs.current(authority).form(open ? "takeOver" : "referral");
      var line = new LinkedHashMap<String, Object>();
      line.put("authority", input.oneIn(15) ? input.any() : authority);
      line.put("key", input.oneIn(6) ? input.any() : "line " + i);
      line.put("open", input.oneIn(20) ? input.any() : open);
      line.put("answers", input.oneIn(20) ? input.any() : input.spoilt(filled(form, Map.of(), Map.of(), next), asked(form)));
      var bytes = input.body(input.oneIn(40) ? input.any() : line);
      Files.write(file, bytes);
      var before = counts();
      var begun = System.nanoTime();
      var opened = 0;
      try {
        opened = imports.load(file);
      } catch (RuntimeException | IOException e) {
        findings.found("import", next, FuzzFindings.shortened(bytes), FuzzFindings.thrown(e));
      }
      checkTime("import", FuzzFindings.shortened(bytes), Duration.ofNanos(System.nanoTime() - begun));
      if (opened == 0) {
        checkUnchanged("import", FuzzFindings.shortened(bytes), before);
      } else {
        taken.merge("import", 1, Integer::sum);
        jobs("import", FuzzFindings.shortened(bytes));
      }
    }
  }

  /** One argument of a resource of ours. @param kind PathVariable, RequestParam, RequestHeader or RequestBody */
  private record Argument(String kind, String name, Type type) {}

  /** Every parameter of every resource that Baton's own packages have, whichever those are. */
  private void parameters() {
    ours.getHandlerMethods().entrySet().stream().filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.baton.")).sorted(Comparator.comparing(entry -> entry.getKey().toString()))
        .forEach(entry -> entry.getKey().getPatternValues().forEach(path -> {
          var method = entry.getKey().getMethodsCondition().getMethods().stream().findFirst().map(Enum::name).orElse("GET");
          var csv = entry.getKey().getConsumesCondition().getConsumableMediaTypes().stream().anyMatch(type -> type.toString().startsWith("text/"));
          var known = known();
          for (var i = 0; i < PARAMETERS_EACH; i++) {
            parameter(method, path, arguments(entry.getValue()), known, csv);
          }
        }));
  }

  private static List<Argument> arguments(HandlerMethod handler) {
    var arguments = new ArrayList<Argument>();
    for (var parameter : handler.getMethod().getParameters()) {
      var type = parameter.getParameterizedType();
      if (parameter.isAnnotationPresent(PathVariable.class)) {
        arguments.add(new Argument("path", parameter.getName(), type));
      } else if (parameter.isAnnotationPresent(RequestParam.class)) {
        var given = parameter.getAnnotation(RequestParam.class);
        arguments.add(new Argument("query", !given.name().isEmpty() ? given.name() : !given.value().isEmpty() ? given.value() : parameter.getName(), type));
      } else if (parameter.isAnnotationPresent(RequestHeader.class)) {
        arguments.add(new Argument("header", parameter.getAnnotation(RequestHeader.class).name(), type));
      } else if (parameter.isAnnotationPresent(RequestBody.class)) {
        arguments.add(new Argument("body", "", type));
      }
    }
    return arguments;
  }

  private Map<String, List<String>> known() {
    var known = new LinkedHashMap<String, List<String>>();
    for (var authority : List.of("warwickshire", "camden")) {
      var ids = new ArrayList<>(jdbc.sql("select id from family_case where authority = ? order by id fetch first 30 rows only").param(authority).query(String.class).list());
      ids.addAll(jdbc.sql("select id from meeting where authority = ? order by starts_at fetch first 10 rows only").param(authority).query(String.class).list());
      ids.addAll(jdbc.sql("select message_id from notice where authority = ? order by written_at fetch first 20 rows only").param(authority).query(String.class).list());
      packs.current(authority).profile().forums().forEach(forum -> ids.add(forum.id()));
      packs.current(authority).profile().services().forEach(service -> ids.add(service.id()));
      ids.add(authority);
      known.put(authority, ids);
    }
    return known;
  }

  private void parameter(String method, String path, List<Argument> arguments, Map<String, List<String>> known, boolean csv) {
    var input = input("parameters");
    var authority = input.pick(List.copyOf(known.keySet()));
    var ids = known.get(authority);
    var filled = path;
    var query = new StringBuilder();
    var headers = new LinkedHashMap<String, String>();
    byte[] body = null;
    for (var argument : arguments) {
      switch (argument.kind()) {
        case "path" -> filled = filled.replace("{" + argument.name() + "}", encoded(input, shortEnough(argument.type() == String.class && !input.oneIn(4) ? fitting(input, path, argument.name(), ids)
            : input.of(argument.type(), ids, 1))));
        case "query" -> {
          for (var times = input.oneIn(10) ? 2 : input.below(4) == 0 ? 0 : 1; times > 0; times--) {
            query.append(query.isEmpty() ? '?' : '&').append(argument.name()).append('=').append(encoded(input, shortEnough(input.of(argument.type(), ids, 1))));
          }
        }
        case "header" -> headers.put(argument.name(), printable(String.valueOf(shortEnough(input.of(argument.type(), ids, 1)))));
        default -> body = csv ? table(input, ids) : input.body(input.of(argument.type(), ids, 0));
      }
    }
    if (input.oneIn(10)) {
      query.append(query.isEmpty() ? '?' : '&').append(encoded(input, shortEnough(input.text()))).append("=1");
    }
    headers.put("Content-Type", csv && !input.oneIn(10) ? "text/csv" : input.oneIn(20) ? input.pick(List.of("text/plain", "application/xml", "application/json;charset=utf-16", "nonsense")) : "application/json");
    send("parameters", authority, method, filled + query, method.equals("GET") ? null : body, headers);
  }

  /** An id of the kind that the path asks for, most of the time. */
  private static String fitting(FuzzInput input, String path, String name, List<String> ids) {
    var kind = path.contains("/cases/{" + name) ? "[A-Z]+-\\d+-\\d+" : path.contains("/notices/") ? ".*@.*" : path.contains("/meetings/{" + name) ? "[0-9a-f-]{30,}" : ".*";
    var fitting = ids.stream().filter(id -> id.matches(kind)).toList();
    return fitting.isEmpty() ? input.text() : input.pick(fitting);
  }

  private static byte[] table(FuzzInput input, List<String> ids) {
    var text = new StringBuilder(input.oneIn(8) ? input.text() : "kind,who,forum,name,address,since,until");
    for (var i = input.oneIn(30) ? 3000 : input.below(6); i > 0; i--) {
      text.append('\n');
      for (var cell = 0; cell < (input.oneIn(6) ? input.below(20) : 7); cell++) {
        text.append(cell == 0 ? "" : ",").append(cell == 0 && !input.oneIn(4) ? input.pick(List.of("PERSON", "SEAT", "SERVICE")) : input.oneIn(3) ? input.pick(ids) : input.text());
      }
    }
    return text.toString().getBytes(input.oneIn(5) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
  }

  private static Object shortEnough(Object value) {
    var text = value instanceof String word ? word : String.valueOf(value);
    return text.substring(0, Math.min(text.length(), 900));
  }

  private static String encoded(FuzzInput input, Object value) {
    var encoded = URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8).replace("+", "%20");
    return input.oneIn(20) ? encoded + input.pick(List.of("%FF%C3%28", "%00", "%ED%A0%80", "%252e", "%C0%AE")) : encoded.isEmpty() ? "%20" : encoded;
  }

  private static String printable(String text) {
    return text.replaceAll("[^\\x20-\\x7e]", "?").strip();
  }

  private void packsAlone() {
    var shipped = packs.authorities().stream().map(authority -> packs.current(authority).files()).toList();
    var first = next + 1;
    next += PACKS;
    tried.merge("packs", PACKS, Integer::sum);
    IntStream.range(0, PACKS).parallel().forEach(i -> {
      var input = new FuzzInput(first + i);
      var files = shipped.get(i % shipped.size());
      var changes = changes(input, files);
      var what = files.authority() + " " + changes.keySet();
      var begun = System.nanoTime();
      try {
        var faults = PackCheck.check(files.with(changes), vocabulary).toString();
        if (faults.length() > FuzzFindings.LONGEST_ANSWER) {
          findings.found("packs", first + i, what, "the faults have more than " + FuzzFindings.LONGEST_ANSWER + " characters");
        }
      } catch (RuntimeException | StackOverflowError e) {
        findings.found("packs", first + i, what, FuzzFindings.thrown(e));
      }
      if (Duration.ofNanos(System.nanoTime() - begun).compareTo(LONGEST) > 0) {
        findings.found("packs", first + i, what, "took more than " + LONGEST);
      }
    });
  }

  private static Map<String, byte[]> changes(FuzzInput input, PackFiles files) {
    var changes = new LinkedHashMap<String, byte[]>();
    for (var i = input.oneIn(5) ? 2 : 1; i > 0; i--) {
      var name = input.pick(List.copyOf(files.content().keySet()));
      changes.put(input.oneIn(20) ? input.pick(List.of("x.bpmn20.xml", "templates/x.bpmn", "a/../b.dmn", "X.CMMN", "new.form", "new.dmn", "templates/" + "n".repeat(300) + ".txt", "")) : name,
          input.spoiltFile(files.content().get(name)));
    }
    return changes;
  }

  private static Optional<String> manager(Pack pack) {
    return pack.roles().stream().filter(role -> pack.table("role").one(Map.of("role", role)).text("rights").equals("MANAGER")).findFirst();
  }

  private void deployments() {
    for (var i = 0; i < DEPLOYMENTS; i++) {
      var input = input("deployments");
      var authority = input.pick(packs.authorities().stream().filter(known -> manager(packs.current(known)).isPresent()).toList());
      var pack = packs.current(authority);
      var manager = manager(pack).orElseThrow();
      var changes = changes(input, pack.files());
      var before = counts();
      var begun = System.nanoTime();
      var answer = Rest.as(DemoUsers.id(pack, manager), port).deploy(input.oneIn(20) ? printable(input.text()) : authority, changes);
      var typed = authority + " " + changes.keySet();
      checkTime("deployments", typed, Duration.ofNanos(System.nanoTime() - begun));
      if (answer.status() >= 500 || answer.status() >= 300 && answer.text().length() > FuzzFindings.LONGEST_ANSWER) {
        findings.found("deployments", next, typed, answer.status() + " " + answer.text());
      }
      if (answer.status() >= 300) {
        checkUnchanged("deployments", typed, before);
      } else {
        taken.merge("deployments", 1, Integer::sum);
      }
    }
  }

  private FuzzInput input(String door) {
    tried.merge(door, 1, Integer::sum);
    return new FuzzInput(++next);
  }

  private Map<String, Object> filled(FormDefinition form, Map<String, Object> shown, Map<String, Object> wanted, long seed) {
    return new SampleAnswers(seed, TODAY).fill(form, shown, wanted);
  }

  private static List<FormDefinition.Field> asked(FormDefinition form) {
    return form.fields().stream().filter(FormDefinition.Field::takesAnswer).toList();
  }

  /** As the engine takes answers: lists as JSON in a text. */
  private static byte[] submitted(FuzzInput input, Map<String, Object> answers) {
    var variables = new LinkedHashMap<String, Object>();
    answers.forEach((key, value) -> {
      var variable = new LinkedHashMap<String, Object>();
      var structured = value instanceof List || value instanceof Map;
      variable.put("value", structured ? input.json(value) : value);
      if (structured || input.oneIn(40)) {
        variable.put("type", input.oneIn(30) ? input.pick(List.of("Xml", "Integer", "Date", "Object", "Bytes", "File", "Null", "json", "Double", "Long", "nonsense", "")) : structured ? "Json" : "String");
      }
      variables.put(key, input.oneIn(60) ? input.any() : variable);
    });
    var body = new LinkedHashMap<String, Object>();
    body.put("variables", input.oneIn(60) ? input.any() : variables);
    if (input.oneIn(30)) {
      body.put(input.pick(List.of("businessKey", "withVariablesInReturn", "caseId", "x")), input.any());
    }
    return input.body(body);
  }

  private Answer send(String door, String authority, String method, String path, byte[] body) {
    return send(door, authority, method, path, body, Map.of("Content-Type", "application/json"));
  }

  private Answer send(String door, String authority, String method, String path, byte[] body, Map<String, String> headers) {
    var typed = method + " " + path + " " + headers + " " + FuzzFindings.shortened(body);
    var before = counts();
    var answer = answer(authority, method, path, body, headers);
    checkTime(door, typed, answer.took());
    if (answer.status() >= 300) {
      findings.refusal(door, next, typed, answer.status(), answer.text());
      checkUnchanged(door, typed, before);
    } else {
      taken.merge(door, 1, Integer::sum);
    }
    return answer;
  }

  private Answer answer(String authority, String method, String path, byte[] body, Map<String, String> headers) {
    var all = new LinkedHashMap<>(headers);
    all.putIfAbsent("Content-Type", "application/json");
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(LONGEST.plusSeconds(20))
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((person(authority) + ":" + DemoUsers.PASSWORD).getBytes(StandardCharsets.UTF_8)))
        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    all.forEach(request::header);
    var begun = System.nanoTime();
    try {
      var response = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), Duration.ofNanos(System.nanoTime() - begun));
    } catch (HttpTimeoutException e) {
      return new Answer(599, "no answer", Duration.ofNanos(System.nanoTime() - begun));
    } catch (IOException e) {
      if (body != null && body.length > UNREAD) {
        return new Answer(413, "", Duration.ofNanos(System.nanoTime() - begun));
      }
      return new Answer(598, "the connection was closed: " + e.getMessage(), Duration.ofNanos(System.nanoTime() - begun));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void checkTime(String door, String input, Duration took) {
    if (took.compareTo(LONGEST) > 0) {
      findings.found(door, next, input, "took more than " + LONGEST);
    }
  }

  private void checkUnchanged(String door, String input, List<Long> before) {
    var after = counts();
    if (!after.equals(before)) {
      findings.found(door, next, input, "was refused, but changed " + IntStream.range(0, COUNTED.size()).filter(i -> !before.get(i).equals(after.get(i))).mapToObj(COUNTED::get).toList());
    }
  }

  private List<Long> counts() {
    return jdbc.sql("select " + COUNTED.stream().map(table -> "(select count(*) from " + table + ")").collect(Collectors.joining(", ")))
        .query((row, number) -> {
          var counts = new ArrayList<Long>();
          for (var i = 1; i <= COUNTED.size(); i++) {
            counts.add(row.getLong(i));
          }
          return counts;
        }).single();
  }

  /** Runs what is due after something was taken, and looks whether every open case goes on. A job that fails is set aside. */
  private void jobs(String door, String input) {
    for (var jobs = due(); !jobs.isEmpty(); jobs = due()) {
      for (var job : jobs) {
        try {
          if (managementService.createJobQuery().jobId(job).count() > 0) {
            managementService.executeJob(job);
          }
        } catch (RuntimeException e) {
          managementService.setJobRetries(job, 0);
          findings.found(door, next, input, "was taken, and then a job failed: " + FuzzFindings.thrown(e));
        }
      }
    }
    packs.authorities().stream().flatMap(authority -> lost.list(authority).stream()).filter(alreadyLost::add).forEach(id -> findings.found(door, next, input, "was taken, and then an open case has no process"));
    jdbc.sql("select c.id from family_case c where c.closed_at is null and (select count(*) from holder_history h where h.open_for = c.id and h.holder_id = c.holder_id) <> 1").query(String.class).list()
        .stream().filter(alreadyLost::add).forEach(id -> findings.found(door, next, input, "was taken, and then an open case has no holder"));
  }

  private List<String> due() {
    return managementService.createJobQuery().executable().listPage(0, 50).stream().map(job -> job.getId()).toList();
  }
}
