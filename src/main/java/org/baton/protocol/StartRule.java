package org.baton.protocol;

import java.util.List;
import java.util.Map;

/**
 * Who may start a process by its form: a row of the table {@code starter}.
 *
 * @param roles rows of the table {@code role}
 * @param cases which cases the form may name
 * @param panels which panels it may name; its own are those that the role is held for
 */
public record StartRule(List<String> roles, May cases, May panels) {

  /** OWN: those open to whoever sends the form. */
  public enum May { OWN, ANY, NONE }

  /**
   * The row of a process; nobody where the table has none. A pack that was put in force before there was such a table lets everybody who
   * works on cases start what has a form, as it was then.
   */
  public static StartRule of(Pack pack, String process) {
    var table = pack.findRows(StarterRow.class);
    if (table.isEmpty()) {
      return new StartRule(workers(pack), May.ANY, May.ANY);
    }
    return table.get().find(Map.of("process", process)).map(Row::cells).map(row -> new StartRule(row.roles(), row.cases(), row.panels())).orElse(new StartRule(List.of(), May.NONE, May.NONE));
  }

  private static List<String> workers(Pack pack) {
    return pack.roles().stream().filter(role -> pack.role(role).rights() == RoleRow.Rights.WORKER).toList();
  }
}
