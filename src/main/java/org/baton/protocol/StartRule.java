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
@PackTable(value = "starter", always = true, about = "Who may start each process by its form, and about which cases and panels",
    asks = @PackTable.Asks(value = "process", cell = @Cell(value = "What is started", of = Known.PROCESS)))
public record StartRule(
    @Cell(value = "Who may start it", of = Known.ROLE, room = 500) List<String> roles,
    @Cell("Which cases it may name") May cases,
    @Cell("Which panels it may name") May panels) {

  /** OWN: those open to whoever sends the form. */
  public enum May { OWN, ANY, NONE }

  /**
   * The row of a process; nobody where the table has none. A pack that was put in force before there was such a table lets everybody who
   * works on cases start what has a form, as it was then.
   */
  public static StartRule of(Pack pack, String process) {
    return pack.findRows(StartRule.class).map(table -> table.find(Map.of("process", process)).map(Row::cells).orElse(new StartRule(List.of(), May.NONE, May.NONE)))
        .orElseGet(() -> new StartRule(workers(pack), May.ANY, May.ANY));
  }

  private static List<String> workers(Pack pack) {
    return pack.roles().stream().filter(role -> pack.role(role).rights() == RoleRow.Rights.WORKER).toList();
  }
}
