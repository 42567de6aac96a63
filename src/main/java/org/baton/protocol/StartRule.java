package org.baton.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Who may start a process by its form: a row of the table {@code starter}.
 *
 * @param roles rows of the table {@code role}
 * @param ownCases whether the form may name only a case that is open to whoever sends it
 * @param ownPanels whether it may name only a panel that the role is held for
 */
public record StartRule(List<String> roles, boolean ownCases, boolean ownPanels) {

  /**
   * The row of a process; nobody where the table has none. A pack that was put in force before there was such a table lets everybody who
   * works on cases start what has a form, as it was then.
   */
  public static StartRule of(Pack pack, String process) {
    var table = pack.findTable("starter");
    if (table.isEmpty()) {
      return new StartRule(workers(pack), false, false);
    }
    return table.get().find(Map.of("process", process)).map(row -> new StartRule(Arrays.stream(row.text("roles").split(",")).map(String::strip).toList(),
        row.text("cases").equals("OWN"), row.text("panels").equals("OWN"))).orElse(new StartRule(List.of(), true, true));
  }

  private static List<String> workers(Pack pack) {
    var roles = pack.table("role");
    return roles.model().rules().stream().map(rule -> rule.inputs().get(0).replace("\"", ""))
        .filter(role -> roles.one(Map.of("role", role)).text("rights").equals("WORKER")).toList();
  }
}
