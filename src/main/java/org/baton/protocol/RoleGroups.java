package org.baton.protocol;

/** The names of groups: {@code <authority>.<forum or service>.<role>}, or {@code <authority>.<role>} where a role is one for the whole authority. */
public final class RoleGroups {

  private RoleGroups() {}

  /** @param team id of a forum or service; null for a role of the whole authority */
  public static String group(String authority, String team, String role) {
    return team == null ? authority + "." + role : authority + "." + team + "." + role;
  }
}
