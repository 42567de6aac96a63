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
      Map.entry("holder", new Columns(List.of("stage", "route"), List.of("holder"))),
      Map.entry("deadline", new Columns(List.of("name"),
          List.of("what", "amount", "unit", "direction", "countedFrom", "at", "onClosedDay", "hard", "tells"))),
      Map.entry("notice", new Columns(List.of("name"), List.of("recipient", "template", "encrypted"))),
      Map.entry("recordDuty", new Columns(List.of("name"), List.of("system", "kind", "template"))),
      Map.entry("consentWeight", new Columns(List.of("state"), List.of("rank", "standsAs"))),
      Map.entry("closure", new Columns(List.of("outcome"), List.of("meaning"))));

  /** Tables that only packs need whose models call these beans. */
  Map<String, String> TABLES_OF_BEANS = Map.of("panel", "seat", "intake", "completeness");

  /** The messages that Baton itself sends, with the call that makes it do so; empty where something else than a model does. */
  Map<String, String> MESSAGES = Map.of(
      "baton.safeguardingConcernRaised", "safeguarding.raise",
      "baton.panelDecided", "panel.wakePathway",
      "baton.sittingCancelled", "");

  /** Which methods the bean offers to models; empty if there is no such bean. */
  Optional<Set<String>> methods(String bean);

  /**
   * The literals that a call of the method takes after {@code execution}: for each of its forms the kinds {@code text}, {@code number} and
   * {@code truth} in their order. Empty where that is not known, so that it is not checked.
   */
  default List<List<String>> parameters(String bean, String method) {
    return List.of();
  }

  /** The first words of form targets, beside {@code fact}. */
  Set<String> homes();

  record Columns(List<String> inputs, List<String> outputs) {}
}
