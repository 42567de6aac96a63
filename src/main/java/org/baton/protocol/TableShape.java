package org.baton.protocol;

import static org.baton.protocol.CellKind.listOf;
import static org.baton.protocol.CellKind.name;
import static org.baton.protocol.CellKind.oneOf;
import static org.baton.protocol.CellKind.text;
import static org.baton.protocol.CellKind.time;
import static org.baton.protocol.CellKind.truth;
import static org.baton.protocol.CellKind.whole;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.baton.calendar.OnClosedDay;
import org.baton.calendar.Unit;

/**
 * A table that Java reads: its columns, and what may stand in each. Lengths are those of the database columns that the texts end in.
 *
 * @param needed whether every pack has it
 * @param unique whether it answers with one row
 * @param inputs exactly these
 * @param outputs at least these
 * @param optional outputs that are read where the table has them
 */
record TableShape(String key, boolean needed, boolean unique, Map<String, CellKind> inputs, Map<String, CellKind> outputs, Map<String, CellKind> optional) {

  private static final String CODE = "[A-Z][A-Z0-9]*(_[A-Z0-9]+)*";
  private static final String LOWER_CAMEL = "[a-z][a-zA-Z0-9]*";
  private static final CellKind ROUTE = name(40, CODE, "STEP_DOWN");
  private static final CellKind ROW_NAME = name(60, LOWER_CAMEL, "panelDecision");
  private static final CellKind LETTER = (cell, words) -> oneOf(PackWords::letters, "a file templates/" + Cells.text(cell).orElse("<name>.txt") + ", or one of").refuses(cell, words);
  private static final CellKind CONSENT = oneOf("REFUSED", "WITHDRAWN", "EXPIRED", "MISSING", "GIVEN", "NOT_NEEDED");
  private static final Map<String, CellKind> ANSWERS = Map.of("field", oneOf(PackWords::answers, "the key of an answer of a form, one of"), "what", text(500));
  private static final List<String> HOLDERS = List.of("REFERRING_SERVICE", "ALLOCATED_SERVICE");
  private static final List<String> RECIPIENTS = List.of("REFERRER", "ALLOCATED_SERVICE", "NOTE", "NEW_MEMBER", "members");

  private static final List<TableShape> ALL = List.of(
      needed("role", Map.of("role", name(64, "[a-z0-9]+(-[a-z0-9]+)*", "business-support")),
          Map.of("title", text(200), "scope", oneOf("FORUM", "SERVICE", "AUTHORITY"), "rights", oneOf("WORKER", "SUPERVISOR", "MANAGER"))),
      needed("access", Map.of("role", oneOf(PackWords::roles, "a role of the table 'role', one of")),
          Map.of("cases", oneOf("ALL", "PANEL", "MEMBER", "SERVICE", "TASKS", "NONE"), "caseFile", truth(), "register", oneOf("CHANGE", "READ", "NONE"),
              "records", truth(), "passwords", truth(), "corrects", truth(), "splits", truth(), "directory", truth())),
      needed("starter", Map.of("process", oneOf(PackWords::processes, "a process of the pack, one of")),
          Map.of("roles", listOf(500, PackWords::roles, "a role of the table 'role', one of"), "cases", oneOf(StartRule.May.class), "panels", oneOf(StartRule.May.class))),
      needed("holder", Map.of("stage", name(40, CODE, "RECEIVED"), "route", ROUTE),
          Map.of("holder", oneOf(words -> with(words.services(), HOLDERS), "a service of the profile, or who it is told by the case, one of"))),
      needed("deadline", Map.of("name", ROW_NAME),
          Map.of("what", text(300), "amount", whole(0, 10_000), "unit", oneOf(Unit.class), "direction", oneOf("BEFORE", "AFTER"), "countedFrom", anchor(),
              "at", time().orNothing(), "onClosedDay", oneOf(OnClosedDay.class), "hard", truth(), "tells", listOf(60, PackWords::roles, "a role of the table 'role', one of"))),
      needed("notice", Map.of("name", ROW_NAME),
          Map.of("recipient", text(60), "template", LETTER, "encrypted", truth())),
      needed("recordDuty", Map.of("name", ROW_NAME), Map.of("system", text(40), "kind", text(60), "template", LETTER)),
      needed("consentWeight", Map.of("state", CONSENT), Map.of("rank", whole(0, 100), "standsAs", CONSENT)),
      needed("closure", Map.of("outcome", name(60, CODE, "NEEDS_MET")), Map.of("meaning", text(300))),
      new TableShape("seat", false, true, Map.of("seat", name(40, CODE, "CHAIR")), Map.of("chairs", truth(), "countsForQuorum", truth(), "votes", truth()),
          Map.of("title", text(200), "votesFor", oneOf("SERVICE", "PERSON").orNothing(), "speaks", truth())),
      new TableShape("quorum", false, true, Map.of("servicesPresent", whole(0, 1_000), "chairPresent", truth()), Map.of("quorum", oneOf("QUORATE", "INQUORATE")), Map.of()),
      new TableShape("objective", false, true, Map.of("route", ROUTE), Map.of("objective", text(1_000)), Map.of()),
      new TableShape("completeness", false, false, Map.of("route", ROUTE), ANSWERS, Map.of()),
      new TableShape("paper", false, false, Map.of("route", ROUTE), ANSWERS, Map.of()),
      new TableShape("weighed", false, false, Map.of("route", ROUTE), ANSWERS, Map.of()),
      new TableShape("sector", false, true, Map.of("sector", oneOf(PackWords::sectors, "a sector that a service of the profile sits for, one of")),
          Map.of("warning", text(300).orNothing()), Map.of()),
      new TableShape("serviceDescription", false, true, Map.of("service", oneOf(PackWords::services, "a service of the profile, one of")),
          Map.of("description", text(2_000).orNothing()), Map.of("asOf", text(40).orNothing())));

  /** Every table that Java reads, by its key. */
  static Map<String, TableShape> all() {
    var shapes = new LinkedHashMap<String, TableShape>();
    ALL.forEach(shape -> shapes.put(shape.key(), shape));
    return shapes;
  }

  /**
   * Who notices can go to.
   *
   * @param own recipients that the column lists itself, beside those that Baton and the pack know
   */
  static CellKind recipient(Collection<String> own) {
    return oneOf(words -> with(with(with(words.roles(), words.services()), RECIPIENTS), own),
        "a role, a service, who Baton finds out, or who the column lists as its own, one of");
  }

  private static CellKind anchor() {
    return (cell, words) -> words.anchors().isEmpty() ? text(60).refuses(cell, words)
        : oneOf(known -> with(known.days(), known.anchors().get()), "an instant that Baton knows or the key of a day that a form asks for, one of").refuses(cell, words);
  }

  private static TableShape needed(String key, Map<String, CellKind> inputs, Map<String, CellKind> outputs) {
    return new TableShape(key, true, true, inputs, outputs, Map.of());
  }

  private static Collection<String> with(Collection<String> some, Collection<String> more) {
    var all = new TreeSet<>(some);
    all.addAll(more);
    return all;
  }
}
