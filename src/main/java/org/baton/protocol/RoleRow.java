package org.baton.protocol;

import org.baton.protocol.PackTable.Asks;

/** A role that people hold. */
@PackTable(value = "role", always = true, about = "The roles that people hold, and what each is held for",
    asks = @Asks(value = "role", cell = @Cell(value = "Role", name = Cell.Name.KEBAB, room = 64)))
public record RoleRow(
    @Cell(value = "Title", room = 200) String title,
    @Cell(value = "One for each", needs = @Cell.Needs(word = "SERVICE", moment = Moment.SERVICE)) Scope scope,
    @Cell("Rights") Rights rights) {

  /** What a role is held for. */
  public enum Scope { FORUM, SERVICE, AUTHORITY }

  /** WORKER works on cases, SUPERVISOR watches deadlines, MANAGER changes models and tables. */
  public enum Rights { WORKER, SUPERVISOR, MANAGER }
}
