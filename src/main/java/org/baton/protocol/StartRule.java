package org.baton.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who may start a process by its form: a row of the table {@code starter}.
 *
 * @param roles rows of the table {@code role}
 * @param cases which cases the form may name
 * @param panels which panels it may name; its own are those that the role is held for
 * @param onlyOpen whether the case must be open
 * @param oneAtATime whether another one about the case must be over first, as both would keep their answers in the same place
 * @param consents purposes for which consent must stand, as the forms name them
 */
@PackTable(value = "starter", always = true, about = "Who may start each process by its form, and about which cases and panels",
    asks = @PackTable.Asks(value = "process", cell = @Cell(value = "What is started", of = Known.PROCESS)))
public record StartRule(
    @Cell(value = "Who may start it", of = Known.ROLE, room = 500) List<String> roles,
    @Cell("Which cases it may name") May cases,
    @Cell("Which panels it may name") May panels,
    @Cell(value = "Only about an open case?", optional = true) boolean onlyOpen,
    @Cell(value = "One at a time about a case?", optional = true) boolean oneAtATime,
    @Cell(value = "Only while consent stands to", room = 200, optional = true) Optional<List<String>> consents) {

  private StartRule(List<String> roles, May cases, May panels) {
    this(roles, cases, panels, false, false, Optional.empty());
  }

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
