package org.baton.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.w3c.dom.Element;

/**
 * Reads a whole pack as the engine and the cases will and says everything that is wrong with it. A pack with a fault is never
 * deployed, whoever sends it and by whichever door.
 */
public final class PackCheck {

  /** In characters, as the engine's column is. */
  private static final int LONGEST_GROUP = 64;
  private static final Set<String> FORM_TYPES = Set.of("text", "textfield", "textarea", "number", "select", "radio", "checkbox",
      "checklist", "taglist", "datetime", "group", "dynamiclist", "table", "separator", "spacer");
  private static final Set<String> FACT_TYPES = Set.of("number", "select", "radio", "checkbox");

  private final PackFiles files;
  private final PackVocabulary vocabulary;
  private final List<PackFault> faults = new ArrayList<>();
  private final Map<String, BpmnFile> models = new TreeMap<>();
  private final Map<String, TableModel> tables = new HashMap<>();
  private final Map<String, String> tableFiles = new HashMap<>();
  private final Map<String, FormDefinition> forms = new HashMap<>();
  private Catalogue catalogue;
  private Profile profile;

  private PackCheck(PackFiles files, PackVocabulary vocabulary) {
    this.files = files;
    this.vocabulary = vocabulary;
  }

  /** Every fault of the pack; empty if it can be taken. */
  public static List<PackFault> check(PackFiles files, PackVocabulary vocabulary) {
    var check = new PackCheck(files, vocabulary);
    check.readAll();
    if (check.faults.isEmpty()) {
      check.checkAll();
    }
    return check.faults;
  }

  private void readAll() {
    profile = parse(PackFiles.PROFILE, Pack::readProfile);
    catalogue = files.content().containsKey(PackFiles.CATALOGUE) ? parse(PackFiles.CATALOGUE, Pack::readCatalogue) : Pack.readCatalogue(null);
    files.content().keySet().forEach(name -> {
      if (name.endsWith(".bpmn")) {
        var model = parse(name, BpmnFile::read);
        if (model != null) {
          models.put(name, model);
        }
      } else if (name.endsWith(".dmn")) {
        var read = parse(name, DmnTables::read);
        if (read != null) {
          checkLanguages(name);
          read.forEach(table -> tables.put(table.key(), table));
          read.forEach(table -> tableFiles.put(table.key(), name));
        }
      } else if (name.endsWith(".form")) {
        var form = parse(name, FormDefinition::read);
        if (form != null) {
          forms.put(form.id(), form);
        }
      } else if (!name.equals(PackFiles.PROFILE) && !name.equals(PackFiles.CATALOGUE) && !name.startsWith("templates/")) {
        fault(name, name, "a file of no known kind", "a .bpmn, .dmn or .form file, " + PackFiles.PROFILE + ", " + PackFiles.CATALOGUE + " or templates/...");
      }
    });
  }

  /** A table speaks FEEL alone; other languages, and decisions that are no tables, could run code. */
  private void checkLanguages(String name) {
    var dmn = BpmnFile.read(files.content().get(name));
    dmn.eachLanguage(element -> {
      if (!element.getAttribute("expressionLanguage").endsWith("/FEEL/")) {
        fault(name, BpmnFile.nearestId(element), "the expression language " + element.getAttribute("expressionLanguage"), "FEEL, which needs no such attribute");
      }
    });
    for (var kind : List.of("literalExpression", "invocation", "context", "informationRequirement", "businessKnowledgeModel")) {
      dmn.everything(kind).forEach(element -> fault(name, BpmnFile.nearestId(element), kind, "a decision table"));
    }
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
      fault(name, name, "it cannot be read (" + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ")", "a well-formed file");
      return null;
    }
  }

  private void checkAll() {
    if (!profile.authority().equals(files.authority())) {
      fault(PackFiles.PROFILE, "authority", profile.authority(), files.authority());
    }
    if (profile.caseNumberPrefix() == null || !profile.caseNumberPrefix().matches("[A-Z]{3}")) {
      fault(PackFiles.PROFILE, "caseNumberPrefix", String.valueOf(profile.caseNumberPrefix()), "three capital letters, as case numbers begin with them");
    }
    profile.services().stream().filter(service -> service.clause() != null)
        .forEach(service -> checkClauses(PackFiles.PROFILE, service.id(), List.of(service.clause())));
    profile.carriedOut().forEach((where, clauses) -> checkCarriedOut(where));
    PackVocabulary.TABLES.forEach((key, columns) -> {
      if (!tables.containsKey(key)) {
        fault(kebab(key) + ".dmn", key, "nothing", "this table, as every pack has one");
      } else {
        checkColumns(tables.get(key), columns);
      }
    });
    tables.values().forEach(this::checkTable);
    forms.values().forEach(this::checkForm);
    faults.addAll(ModelCheck.check(new ModelSources(models, tables, forms, catalogue, vocabulary)));
    if (faults.isEmpty()) {
      checkGroups();
      checkTemplates("notice");
      checkTemplates("recordDuty");
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

  private void checkColumns(TableModel table, PackVocabulary.Columns columns) {
    var file = tableFiles.get(table.key());
    columns.inputs().stream().filter(name -> table.inputs().stream().noneMatch(column -> column.expression().equals(name)))
        .forEach(name -> fault(file, table.key(), "no input column '" + name + "'", "that column"));
    columns.outputs().stream().filter(name -> table.outputs().stream().noneMatch(column -> name.equals(column.expression())))
        .forEach(name -> fault(file, table.key(), "no output column '" + name + "'", "that column"));
  }

  private void checkTable(TableModel table) {
    var file = tableFiles.get(table.key());
    if (table.historyTimeToLive() == null) {
      fault(file, table.key(), "no history time to live", "camunda:historyTimeToLive, for example P180D");
    }
    if (!table.hitPolicy().equals("UNIQUE") && !table.hitPolicy().equals("COLLECT")) {
      fault(file, table.key(), "hit policy " + table.hitPolicy(), "UNIQUE or COLLECT");
    }
    table.rules().forEach(rule -> {
      if (!rule.description().matches("(?s)^([A-Z]{3}-[^:]+|none):\\s*\\S.*")) {
        fault(file, rule.id(), "the description '" + rule.description() + "'", "clauses or 'none', a colon and the reason, for example 'WAR-4.3a: services count, not heads'");
      }
      checkClauses(file, rule.id(), rule.clauses());
    });
    if (table.hitPolicy().equals("UNIQUE")) {
      TableGaps.find(table).forEach(gap -> fault(file, table.key(), gap, "exactly one rule for every listed value and range"));
    }
  }

  private void checkForm(FormDefinition form) {
    var file = kebab(form.id()) + ".form";
    if (!files.content().containsKey(file)) {
      fault(file, form.id(), "a form of this id in another file", "the file " + file);
    }
    var ids = new HashSet<String>();
    form.each(field -> {
      if (!field.id().isEmpty() && !ids.add(field.id())) {
        fault(file, field.id(), "the id a second time", "each id once, those inside groups included: Tasklist shows no form otherwise");
      }
      if (field.id().isEmpty()) {
        fault(file, field.key(), "a component without id", "an id such as field_" + field.key());
      }
      if (!FORM_TYPES.contains(field.type())) {
        fault(file, field.id(), "the type '" + field.type() + "'", "one of " + FORM_TYPES + ", which Tasklist shows");
      }
      field.targets().stream().filter(target -> !target.equals("fact") && !vocabulary.homes().contains(target.split("\\.")[0]))
          .forEach(target -> fault(file, field.id(), "the target '" + target + "'", "fact or a path that begins with one of " + vocabulary.homes()));
      if (!field.shows().isEmpty() && !vocabulary.homes().contains(field.shows().split("\\.")[0])) {
        fault(file, field.id(), "it shows '" + field.shows() + "'", "a path that begins with one of " + vocabulary.homes());
      }
      if (field.properties().containsKey("options") && field.options().isEmpty()) {
        fault(file, field.id(), "the options '" + field.properties().get("options") + "', of which the authority has none",
            "services, leadServices, coreServices, invitedServices, forums or seats");
      }
      field.after().filter(other -> form.field(other).isEmpty())
          .ifPresent(other -> fault(file, field.id(), "a day after '" + other + "'", "the key of a date of this form"));
      if (field.isFact() && !FACT_TYPES.contains(field.type())) {
        fault(file, field.id(), "free text as an engine fact", "a target in the family file: the engine knows cases by reference");
      }
      if (!field.key().isEmpty() && field.targets().isEmpty() && field.shows().isEmpty() && !field.type().equals("table")) {
        fault(file, field.id(), "no target for the answer '" + field.key() + "'", "properties.target");
      }
      checkClauses(file, field.id(), field.clauses());
    });
  }

  private void checkTemplates(String table) {
    var index = tables.get(table).outputs().stream().map(TableModel.Column::expression).toList().indexOf("template");
    tables.get(table).rules().forEach(rule -> {
      var template = rule.outputs().get(index).replace("\"", "");
      if (!template.isEmpty() && !files.content().containsKey("templates/" + template)) {
        fault(tableFiles.get(table), rule.id(), "the template '" + template + "'", "a file templates/" + template);
      }
    });
  }

  private void checkClauses(String file, String element, List<String> clauses) {
    clauses.stream().filter(clause -> catalogue.find(clause).isEmpty())
        .forEach(clause -> fault(file, element, "the clause " + clause, "a clause of the catalogue"));
  }

  private static String id(Element element) {
    return element.getAttribute("id");
  }

  private void fault(String file, String element, String found, String expected) {
    faults.add(new PackFault(file, element, found, expected));
  }

  /** {@code referralRoute} is filed as {@code referral-route}. */
  static String kebab(String id) {
    return id.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase();
  }
}
