package org.baton.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.baton.mutation.Weak;
import org.baton.protocol.BpmnFile;
import org.baton.protocol.Catalogue;
import org.baton.protocol.Clause;
import org.baton.protocol.Pack;
import org.baton.protocol.PackFault;
import org.baton.protocol.PackFiles;

/** Where each clause of an authority's protocol lives in models, tables, forms and code, and which tests that passed prove it. */
public final class Traceability {

  private final Catalogue catalogue;
  private final Map<String, Set<String>> homes = new TreeMap<>();
  private final Map<String, Set<String>> proofs = new TreeMap<>();
  private final Map<String, List<String>> weak;

  private Traceability(Catalogue catalogue, Map<String, List<String>> weak) {
    this.catalogue = catalogue;
    this.weak = weak;
  }

  /** Authorities that are shipped, the fixture left out, each with what is known of its clauses. */
  static Map<String, Traceability> ofAll() throws IOException {
    var all = new LinkedHashMap<String, Traceability>();
    for (var authority : authorities()) {
      var pack = new Pack("shipped", PackFiles.shipped(authority, new ArrayList<PackFault>()));
      var traceability = new Traceability(pack.catalogue(), Weak.clauses(authority));
      traceability.readModels(pack);
      traceability.readProofs();
      all.put(authority, traceability);
    }
    return all;
  }

  public static List<String> authorities() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("authorities"))) {
      return files.map(file -> file.getFileName().toString().replace(".yaml", "")).sorted().toList();
    }
  }

  Catalogue catalogue() {
    return catalogue;
  }

  List<Clause> executable() {
    return catalogue.clauses().stream().filter(Clause::executable).toList();
  }

  boolean realised(Clause clause) {
    return homes.containsKey(clause.id());
  }

  /** A test that passed says that it proves it. */
  boolean tested(Clause clause) {
    return realised(clause) && proofs.containsKey(clause.id());
  }

  /** Tested, and whatever is taken away of what carries it out, one of its tests fails. */
  boolean proved(Clause clause) {
    return tested(clause) && weaknesses(clause).isEmpty();
  }

  /** What can be taken away of what carries it out, and no test of its own fails. */
  List<String> weaknesses(Clause clause) {
    return weak.getOrDefault(clause.id(), List.of());
  }

  List<String> outstanding() {
    return executable().stream().filter(clause -> !tested(clause)).map(Clause::id).toList();
  }

  Set<String> homes(Clause clause) {
    return homes.getOrDefault(clause.id(), Set.of());
  }

  Set<String> proofs(Clause clause) {
    return proofs.getOrDefault(clause.id(), Set.of());
  }

  /** Clause ids that marks name and the catalogue does not have, of this authority's prefix. */
  Set<String> unknown() {
    var prefix = catalogue.clauses().get(0).id().substring(0, 4);
    var named = new TreeSet<>(homes.keySet());
    named.addAll(proofs.keySet());
    named.removeIf(id -> !id.startsWith(prefix) || catalogue.find(id).isPresent());
    return named;
  }

  private void readModels(Pack pack) {
    pack.files().content().forEach((name, bytes) -> {
      if (name.endsWith(".bpmn")) {
        BpmnFile.read(bytes).elements("*").forEach(element -> BpmnFile.clauses(element)
            .forEach(clause -> live(clause, name + " · " + element.getAttribute("name"))));
      }
    });
    pack.tables().forEach(key -> pack.table(key).model().rules()
        .forEach(rule -> rule.clauses().forEach(clause -> live(clause, key + ".dmn · " + rule.id()))));
    pack.profile().carriedOut().keySet().forEach(where -> pack.profile().carriedOut(where.split(" ")[0], where.split(" ")[1])
        .forEach(clause -> live(clause, where.split(" ")[0] + " · " + where.split(" ")[1])));
    pack.profile().services().stream().filter(service -> service.clause() != null)
        .forEach(service -> live(service.clause(), "authorities · " + service.name()));
    pack.forms().forEach(id -> pack.form(id).each(field ->
        field.clauses().forEach(clause -> live(clause, id + ".form · " + field.label()))));
  }

  private void readProofs() throws IOException {
    for (var file : proofFiles()) {
      Files.readAllLines(file).forEach(line -> {
        var parts = line.split(" ", 2);
        proofs.computeIfAbsent(parts[0], clause -> new TreeSet<>()).add(parts[1].replace('_', ' '));
      });
    }
  }

  /** What each test process wrote down. */
  static List<Path> proofFiles() throws IOException {
    try (Stream<Path> files = Files.list(ProofRecorder.FOLDER)) {
      return files.filter(file -> file.getFileName().toString().startsWith("proved-")).sorted().toList();
    }
  }

  private void live(String clause, String where) {
    homes.computeIfAbsent(clause, id -> new TreeSet<>()).add(where);
  }
}
