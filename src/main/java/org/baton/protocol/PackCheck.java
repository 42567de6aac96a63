package org.baton.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * Reads a whole pack as the engine and the cases will and says everything that is wrong with it. A pack with a fault is never
 * deployed, whoever sends it and by whichever door.
 */
public final class PackCheck {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\s*([a-zA-Z]\\w*)\\s*}");
  private static final Pattern COMPARISON = Pattern.compile("\\$\\{\\s*[a-zA-Z]\\w*\\s*==\\s*('[^'\\\\]*'|\\d+|true|false)\\s*}");
  private static final Pattern CALL = Pattern.compile(
      "\\$\\{\\s*([a-zA-Z]\\w*)\\.([a-zA-Z]\\w*)\\(\\s*(?:execution|task)\\s*((?:,\\s*(?:'[^'\\\\]*'|\\d+|true|false)\\s*)*)\\)\\s*}");
  /** Candidate groups are a list of expressions. */
  private static final Pattern BETWEEN_EXPRESSIONS = Pattern.compile("(?<=})\\s*,\\s*(?=\\$\\{)");
  private static final Pattern LITERAL = Pattern.compile("'([^'\\\\]*)'");
  /** In characters, as the engine's column is. */
  private static final int LONGEST_GROUP = 64;

  private final PackFiles files;
  private final PackVocabulary vocabulary;
  private final List<PackFault> faults = new ArrayList<>();
  private final Faults collected = new Faults(faults);
  private final Map<String, BpmnFile> models = new TreeMap<>();
  private final Map<String, TableModel> tables = new HashMap<>();
  private final Map<String, String> tableFiles = new HashMap<>();
  private final Map<String, FormDefinition> forms = new HashMap<>();
  private final Set<String> processes = new HashSet<>();
  /** Ids of the elements of each process. */
  private final Map<String, Set<String>> elements = new HashMap<>();
  private Catalogue catalogue;
  private Profile profile;

  private PackCheck(PackFiles files, PackVocabulary vocabulary) {
    this.files = files;
    this.vocabulary = vocabulary;
  }

  /** Every fault of the pack; empty if it can be taken. */
  public static List<PackFault> check(PackFiles files, PackVocabulary vocabulary) {
    var check = new PackCheck(files, vocabulary);
    PackLimits.checkSizes(files.content(), check.collected);
    if (check.faults.isEmpty()) {
      check.readAll();
    }
    if (check.faults.isEmpty()) {
      check.checkAll();
    }
    return Faults.bounded(check.faults);
  }

  private void readAll() {
    profile = parse(PackFiles.PROFILE, PackCheck::readProfile);
    catalogue = files.content().containsKey(PackFiles.CATALOGUE) ? parse(PackFiles.CATALOGUE, PackCheck::readCatalogue) : Pack.readCatalogue(null);
    files.content().keySet().forEach(name -> {
      if (!FileNames.allowed(name)) {
        fault(name, name, "the file name '" + name + "'", FileNames.EXPECTED);
      }
      if (FileNames.isModel(name)) {
        var model = parse(name, PackCheck::readXml);
        if (model != null) {
          models.put(name, model);
          model.elements("process").forEach(process -> {
            processes.add(process.getAttribute("id"));
            elements.put(process.getAttribute("id"), model.elements("*").stream().map(element -> element.getAttribute("id")).filter(id -> !id.isEmpty()).collect(Collectors.toSet()));
          });
        }
      } else if (FileNames.isTable(name)) {
        readTables(name);
      } else if (FileNames.isForm(name)) {
        var form = parse(name, PackCheck::readForm);
        if (form != null && forms.put(form.id(), form) != null) {
          fault(name, form.id(), "a second form of this id", "one file for each form");
        }
      } else if (FileNames.engineReads(name)) {
        fault(name, name, "a file that the engine would run and nobody has read", FileNames.EXPECTED);
      }
    });
  }

  /** The tables of a file, which first is XML that is safe to read, and nothing but tables. */
  private void readTables(String name) {
    var dmn = parse(name, PackCheck::readXml);
    if (dmn == null) {
      return;
    }
    var before = faults.size();
    DmnCheck.check(name, dmn, collected);
    var read = faults.size() > before ? null : parse(name, DmnTables::read);
    if (read != null) {
      read.forEach(table -> {
        if (tables.put(table.key(), table) != null) {
          fault(name, table.key(), "a second table of this id", "one file for each table");
        }
        tableFiles.put(table.key(), name);
      });
    }
  }

  private static BpmnFile readXml(byte[] bytes) {
    PackLimits.checkXml(bytes);
    return BpmnFile.read(bytes);
  }

  private static Profile readProfile(byte[] bytes) {
    StrictYaml.check(bytes);
    return Objects.requireNonNull(Pack.readProfile(bytes), "it is empty");
  }

  private static Catalogue readCatalogue(byte[] bytes) {
    StrictYaml.check(bytes);
    var read = Objects.requireNonNull(Pack.readCatalogue(bytes), "it is empty");
    Objects.requireNonNull(read.clauses(), "it has no clauses");
    return read;
  }

  private static FormDefinition readForm(byte[] bytes) {
    FormCheck.requireStrict(bytes);
    return FormDefinition.read(bytes);
  }

  private <T> T parse(String name, Function<byte[], T> reader) {
    var bytes = files.content().get(name);
    if (bytes == null) {
      fault(name, name, "nothing", "this file, as every pack has one");
      return null;
    }
    try {
      return reader.apply(bytes);
    } catch (RuntimeException e) {
      ReadFaults.add(name, e, collected);
      return null;
    }
  }

  private void checkAll() {
    var words = PackWords.of(files, profile, tables, forms, processes, vocabulary);
    new ProfileCheck(profile, catalogue, collected).check(files.authority());
    profile.carriedOut().forEach((where, clauses) -> checkCarriedOut(where));
    new TableCheck(tables, tableFiles, words, catalogue, collected).check();
    new FormCheck(files, forms, conditionFacts(), words.answers(), vocabulary, catalogue, collected).check();
    var letters = new LetterCheck(vocabulary, collected);
    letters.check(files.content());
    models.forEach(this::checkModel);
    if (faults.isEmpty()) {
      checkGroups();
      letters.checkKinds(tableFiles.get("recordDuty"), tables.get("recordDuty"));
    }
  }

  /** Groups are named by authority, panel or service, and role; the engine keeps no longer name. */
  private void checkGroups() {
    var roles = tables.get("role");
    var scope = roles.outputs().stream().map(TableModel.Column::expression).toList().indexOf("scope");
    roles.rules().forEach(rule -> {
      var role = rule.inputs().get(0).replace("\"", "");
      var of = switch (rule.outputs().get(scope).replace("\"", "")) {
        case "FORUM" -> profile.forums().stream().map(Profile.Forum::id).toList();
        case "SERVICE" -> profile.services().stream().map(Profile.Service::id).toList();
        default -> Collections.<String>singletonList(null);
      };
      of.stream().map(part -> RoleGroups.group(profile.authority(), part, role)).filter(group -> group.length() > LONGEST_GROUP)
          .forEach(group -> fault(tableFiles.get("role"), rule.id(), "the group " + group + " of " + group.length() + " characters", LONGEST_GROUP + " at most: a shorter id of the panel, service or role"));
    });
  }

  private void checkCarriedOut(String where) {
    var parts = where.split(" ", 2);
    var known = parts.length == 2 && (models.containsKey(parts[0]) && models.get(parts[0]).elements("*").stream().anyMatch(element -> id(element).equals(parts[1]))
        || forms.values().stream().anyMatch(form -> parts[0].equals(kebab(form.id()) + ".form") && form.has(parts[1])));
    if (!known) {
      fault(PackFiles.PROFILE, "carriedOut." + where, "no such file or element", "a model or form of the pack and the id of an element in it, parted by a space");
    }
    checkClauses(PackFiles.PROFILE, "carriedOut." + where, parts.length == 2 ? profile.carriedOut(parts[0], parts[1]) : List.of());
  }

  /** What conditions of forms can ask beside the answers of their own form. */
  private Set<String> conditionFacts() {
    var names = new HashSet<>(Fact.all());
    names.addAll(facts());
    models.values().forEach(model -> names.addAll(model.resultVariables()));
    tables.values().forEach(table -> table.inputs().forEach(column -> names.add(column.expression())));
    forms.values().forEach(form -> form.each(field -> field.targets().stream().filter(target -> target.startsWith("consent."))
        .map(target -> target.substring("consent.".length())).filter(purpose -> !purpose.isEmpty())
        .forEach(purpose -> names.add("consent" + purpose.substring(0, 1).toUpperCase() + purpose.substring(1)))));
    return names;
  }

  private void checkModel(String file, BpmnFile model) {
    for (var process : model.elements("process")) {
      if (BpmnFile.camunda(process, "historyTimeToLive").isEmpty()) {
        fault(file, id(process), "no history time to live", "camunda:historyTimeToLive, for example P180D");
      }
      if (!file.equals(kebab(id(process)) + ".bpmn")) {
        fault(file, id(process), "a process of this id", "the file " + kebab(id(process)) + ".bpmn");
      }
    }
    model.eachText((element, text) -> BETWEEN_EXPRESSIONS.splitAsStream(text).forEach(one -> checkExpression(file, element, one)));
    model.elements("scriptTask").forEach(task -> fault(file, id(task), "a script task", "a decision table, a form or a bean of the documented list"));
    for (var name : List.of("script", "connector")) {
      model.camunda(name).forEach(element -> fault(file, nearestId(element), "camunda:" + name, "a decision table, a form or a bean of the documented list"));
    }
    model.elements("conditionExpression").stream().filter(condition -> condition.hasAttribute("language"))
        .forEach(condition -> fault(file, nearestId(condition), "a condition in " + condition.getAttribute("language"), "${variable == constant}"));
    for (var name : List.of("timeDuration", "timeCycle")) {
      model.elements(name).forEach(timer -> fault(file, nearestId(timer), name, "timeDate with ${deadlines.due(execution, 'name')}, as working days are not durations"));
    }
    model.elements("timeDate").forEach(timer -> {
      if (!timer.getTextContent().contains("${")) {
        fault(file, nearestId(timer), "the fixed date " + timer.getTextContent(), "${deadlines.due(execution, 'name')}");
      }
    });
    model.elements("exclusiveGateway").stream().filter(gateway -> outgoing(model, gateway) > 1 && gateway.getAttribute("default").isEmpty())
        .forEach(gateway -> fault(file, id(gateway), "no default flow", "one, so that no case is lost when no condition holds"));
    checkReferences(file, model);
    for (var element : allElements(model)) {
      checkClauses(file, id(element), BpmnFile.clauses(element));
    }
  }

  private void checkReferences(String file, BpmnFile model) {
    for (var call : model.elements("callActivity")) {
      exists(file, call, call.getAttribute("calledElement"), processes, "a process of the pack");
      bound(file, call, "calledElementBinding");
    }
    for (var task : model.elements("businessRuleTask")) {
      exists(file, task, BpmnFile.camunda(task, "decisionRef"), tables.keySet(), "a table of the pack");
      bound(file, task, "decisionRefBinding");
      if (!BpmnFile.camunda(task, "mapDecisionResult").equals("singleEntry")) {
        fault(file, id(task), "the result mapping '" + BpmnFile.camunda(task, "mapDecisionResult") + "'", "singleEntry");
      }
    }
    for (var kind : List.of("userTask", "startEvent")) {
      for (var element : model.elements(kind)) {
        if (!BpmnFile.camunda(element, "formKey").isEmpty()) {
          fault(file, id(element), "camunda:formKey", "camunda:formRef to a form of the pack");
        }
        var form = BpmnFile.camunda(element, "formRef");
        if (!form.isEmpty()) {
          exists(file, element, form, forms.keySet(), "a form of the pack");
          bound(file, element, "formRefBinding");
        } else if (kind.equals("userTask")) {
          fault(file, id(element), "no form", "camunda:formRef to a form of the pack");
        }
      }
    }
    model.eachForeign((element, name) -> fault(file, nearestId(element), name, "the namespaces of BPMN, of its drawing and of Camunda alone"));
    for (var attribute : List.of("class", "topic", "type", "resource", "delegateExpression", "variableMappingClass", "variableMappingDelegateExpression")) {
      allElements(model).stream().filter(element -> !BpmnFile.camunda(element, attribute).isEmpty())
          .forEach(element -> fault(file, id(element), "camunda:" + attribute, "a bean of the documented list"));
    }
    for (var attribute : List.of("class", "type", "resource")) {
      model.camunda("*").stream().filter(element -> element.hasAttribute(attribute))
          .forEach(element -> fault(file, nearestId(element), "camunda:" + element.getLocalName() + " with " + attribute, "a bean of the documented list"));
    }
    model.eachLanguage(element -> fault(file, nearestId(element), "an expression or script language of its own", "FEEL in tables, ${...} in models"));
  }

  private void checkExpression(String file, Element element, String text) {
    if (!text.contains("${") && !text.contains("#{")) {
      return;
    }
    var stripped = text.strip();
    if (COMPARISON.matcher(stripped).matches() || VARIABLE.matcher(stripped).matches()) {
      return;
    }
    var call = CALL.matcher(stripped);
    if (!call.matches()) {
      fault(file, id(element), "the expression " + stripped, "${variable}, ${variable == constant} or ${bean.method(execution, 'literal')}");
      return;
    }
    var methods = vocabulary.methods(call.group(1));
    if (methods.isEmpty() || !methods.get().contains(call.group(2))) {
      fault(file, id(element), "a call of " + call.group(1) + "." + call.group(2), "a bean and method of the documented list");
      return;
    }
    Optional.ofNullable(PackVocabulary.TABLES_OF_BEANS.get(call.group(1))).filter(table -> !tables.containsKey(table))
        .ifPresent(table -> fault(file, id(element), "a call of " + call.group(1) + " without the table '" + table + "'", "that table in the pack"));
    var literal = LITERAL.matcher(call.group(3));
    if (literal.find()) {
      checkLiteral(file, element, call.group(1) + "." + call.group(2), literal.group(1));
      if (call.group(2).equals("beginAt") && elements.containsKey(literal.group(1))) {
        var process = elements.get(literal.group(1));
        exists(file, element, literal.find() ? literal.group(1) : "", process, "an element of that process");
      }
    }
  }

  /** The first literal of these calls is a row of a table; a name that no row has would only be found when a case gets there. */
  private void checkLiteral(String file, Element element, String call, String literal) {
    switch (call) {
      case "deadlines.due", "deadlines.instant" -> listed(file, element, "deadline", "name", literal);
      case "roles.group" -> listed(file, element, "role", "role", literal);
      case "notices.send", "notices.sendForEachItem", "notices.sendForEachWaiting", "notices.sendForNotes" -> listed(file, element, "notice", "name", literal);
      case "records.enter" -> listed(file, element, "recordDuty", "name", literal);
      case "cases.stage" -> listed(file, element, "holder", "stage", literal);
      case "cases.close" -> listed(file, element, "closure", "outcome", literal);
      case "cases.recall" -> exists(file, element, literal, facts(), "a fact of a form of the pack");
      case "cases.stageSince" -> listed(file, element, "holder", "stage", literal);
      case "cases.begin", "cases.beginAt", "panel.beginForNotes" -> exists(file, element, literal, processes, "a process of the pack");
      default -> { }
    }
  }

  private Set<String> facts() {
    var facts = new HashSet<String>();
    forms.values().forEach(form -> form.each(field -> {
      if (field.isFact()) {
        facts.add(field.key());
      }
    }));
    return facts;
  }

  private void listed(String file, Element element, String table, String column, String literal) {
    if (!tables.containsKey(table)) {
      return;
    }
    var rules = tables.get(table);
    var index = rules.inputs().stream().map(TableModel.Column::expression).toList().indexOf(column);
    if (index >= 0 && rules.rules().stream().noneMatch(rule -> rule.inputs().get(index).contains("\"" + literal + "\""))) {
      fault(file, id(element), "the name '" + literal + "'", "a row of the table '" + table + "'");
    }
  }

  private void exists(String file, Element element, String name, Set<String> known, String expected) {
    if (!known.contains(name)) {
      fault(file, id(element), "'" + name + "'", expected + ", one of " + known.stream().sorted().toList());
    }
  }

  private void bound(String file, Element element, String attribute) {
    if (!BpmnFile.camunda(element, attribute).equals("deployment")) {
      fault(file, id(element), attribute + " '" + BpmnFile.camunda(element, attribute) + "'", "deployment: a case ends under the protocol it began under");
    }
  }

  private void checkClauses(String file, String element, List<String> clauses) {
    clauses.stream().filter(clause -> catalogue.find(clause).isEmpty())
        .forEach(clause -> fault(file, element, "the clause " + clause, "a clause of the catalogue"));
  }

  private static List<Element> allElements(BpmnFile model) {
    return model.elements("*");
  }

  private static long outgoing(BpmnFile model, Element gateway) {
    return model.elements("sequenceFlow").stream().filter(flow -> flow.getAttribute("sourceRef").equals(id(gateway))).count();
  }

  private static String id(Element element) {
    return element.getAttribute("id");
  }

  private static String nearestId(Element element) {
    for (var at = element; at != null; at = at.getParentNode() instanceof Element parent ? parent : null) {
      if (at.hasAttribute("id")) {
        return id(at);
      }
    }
    return element.getLocalName();
  }

  private void fault(String file, String element, String found, String expected) {
    faults.add(new PackFault(file, element, found, expected));
  }

  /** {@code referralRoute} is filed as {@code referral-route}. */
  static String kebab(String id) {
    return id.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase();
  }
}
