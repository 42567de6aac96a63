package org.baton.protocol;

import java.util.Arrays;
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
    var table = pack.findTable("starter");
    if (table.isEmpty()) {
      return new StartRule(workers(pack), May.ANY, May.ANY);
    }
    return table.get().find(Map.of("process", process)).map(row -> new StartRule(Arrays.stream(row.text("roles").split(",")).map(String::strip).toList(),
        May.valueOf(row.text("cases")), May.valueOf(row.text("panels")))).orElse(new StartRule(List.of(), May.NONE, May.NONE));
  }

  private static List<String> workers(Pack pack) {
    return pack.roles().stream().filter(role -> pack.table("role").one(Map.of("role", role)).text("rights").equals("WORKER")).toList();
  }
}
