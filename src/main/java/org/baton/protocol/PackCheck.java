package org.baton.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * Reads a whole pack as the engine and the cases will and says everything that is wrong with it. A pack with a fault is never
 * deployed, whoever sends it and by whichever door.
 */
public final class PackCheck {

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
    FormFileCheck.tree(bytes);
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
    var words = PackWords.of(files, profile, tables, forms, processes(), vocabulary);
    new ProfileCheck(profile, catalogue, collected).check(files.authority());
    new CatalogueCheck(catalogue, collected).check(files.content().getOrDefault(PackFiles.CATALOGUE, new byte[0]), ProfileCheck.prefix(profile));
    profile.carriedOut().forEach((where, clauses) -> checkCarriedOut(where));
    var letters = new LetterCheck(vocabulary, words.answers(), collected);
    letters.check(files.content());
    letters.checkSentences(files.content());
    var sources = new ModelSources(models, tables, forms, catalogue, vocabulary, letterTexts());
    new TableCheck(tables, tableFiles, words, vocabulary.tables(), vocabulary.tableRules(), catalogue, collected).check();
    new FormCheck(files, forms, new FieldCheck(vocabulary.forms(), catalogue, collected),
        new TargetCheck(vocabulary.forms(), words.answers(), AnswerReaders.of(files, forms, tables), (file, element) -> !profile.carriedOut(file, element).isEmpty(), collected),
        new FormTextCheck(conditionFacts(sources), collected), collected).check();
    new ConditionCheck(sources, collected).check();
    faults.addAll(ModelCheck.check(sources));
    if (faults.isEmpty()) {
      new UnusedCheck(sources, collected).check();
      new WordsCheck(sources, new CodeWords(new TreeMap<>(forms).values(), new Sentences(files.content().get(Sentences.FILE))), collected).check();
    }
    if (faults.stream().noneMatch(fault -> fault.file().equals(PackFiles.PROFILE) || fault.file().equals("role.dmn"))) {
      checkGroups();
    }
    if (faults.isEmpty()) {
      var pack = new Pack("checked", files);
      vocabulary.packRules().forEach(rule -> rule.check(pack, collected));
      var timers = new ModelTimers(sources);
      models.forEach((file, model) -> ModelDrawing.check(file, model, faults::add));
      vocabulary.timerRules().forEach(rule -> rule.check(new CheckedTables(tables, tableFiles, words), timers, collected));
      vocabulary.tables().shapes().forEach((key, shape) -> Optional.ofNullable(tables.get(key)).ifPresent(table -> letters.checkCells(tableFiles.get(key), table, shape)));
    }
  }

  /** Those that can be read; what is wrong with others is said by {@link LetterCheck}. */
  private Map<String, String> letterTexts() {
    var letters = files.letters();
    faults.forEach(fault -> letters.remove(fault.file().replaceFirst("^" + PackFiles.LETTERS, "")));
    return letters;
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
    var known = parts.length == 2 && (parts[0].equals("page") && PackVocabulary.PAGES.contains(parts[1]) || models.containsKey(parts[0]) && models.get(parts[0]).elements("*").stream().anyMatch(element -> id(element).equals(parts[1]))
        || forms.values().stream().anyMatch(form -> parts[0].equals(kebab(form.id()) + ".form") && form.has(parts[1])));
    if (!known) {
      fault(PackFiles.PROFILE, "carriedOut." + where, "no such file or element", "a model or form of the pack and the id of an element in it, parted by a space, or page and one of " + new TreeSet<>(PackVocabulary.PAGES));
    }
    checkClauses(PackFiles.PROFILE, "carriedOut." + where, parts.length == 2 ? profile.carriedOut(parts[0], parts[1]) : List.of());
  }

  /** What conditions of forms can ask beside the answers of their own form. */
  private static Set<String> conditionFacts(ModelSources sources) {
    var names = new FactValues(sources).names();
    sources.tables().values().forEach(table -> table.inputs().forEach(column -> names.add(column.expression())));
    return names;
  }

  private Set<String> processes() {
    return models.values().stream().flatMap(model -> model.elements("process").stream()).map(PackCheck::id).collect(Collectors.toSet());
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
