package org.baton.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Java offers to packs: the beans that models may call and the homes that form fields may name, and the columns that Java
 * reads from the tables it knows.
 */
public interface PackVocabulary {

  /** Columns of the tables that Java reads; a pack may have further tables of its own, which only its models read. */
  Map<String, Columns> TABLES = Map.ofEntries(
      Map.entry("role", new Columns(List.of("role"), List.of("title", "scope", "rights"))),
      Map.entry("access", new Columns(List.of("role"),
          List.of("cases", "caseFile", "register", "records", "passwords", "corrects", "splits", "directory"))),
      Map.entry("starter", new Columns(List.of("process"), List.of("roles", "cases", "panels"))),
      Map.entry("holder", new Columns(List.of("stage", "route"), List.of("holder"))),
      Map.entry("deadline", new Columns(List.of("name"),
          List.of("what", "amount", "unit", "direction", "countedFrom", "at", "onClosedDay", "hard", "tells"))),
      Map.entry("notice", new Columns(List.of("name"), List.of("recipient", "template", "encrypted"))),
      Map.entry("recordDuty", new Columns(List.of("name"), List.of("system", "kind", "template"))),
      Map.entry("consentWeight", new Columns(List.of("state"), List.of("rank", "standsAs"))),
      Map.entry("closure", new Columns(List.of("outcome"), List.of("meaning"))));

  /** Tables that only packs need whose models call these beans. */
  Map<String, String> TABLES_OF_BEANS = Map.of("panel", "seat", "intake", "completeness");

  /** Which methods the bean offers to models; empty if there is no such bean. */
  Optional<Set<String>> methods(String bean);

  /** The first words of form targets, beside {@code fact}. */
  Set<String> homes();

  record Columns(List<String> inputs, List<String> outputs) {}
}
