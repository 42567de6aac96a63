package org.baton.casefile.access;

import java.util.Map;
import java.util.Set;

/**
 * The cases of one authority that a person's roles open, for a query.
 *
 * @param all every case of the authority
 * @param forums cases of these panels
 * @param unplaced cases that belong to no panel yet, or to one that the pack does not have
 * @param known every panel of the pack
 * @param services cases that these services hold or were given
 * @param cases further ones, by number
 */
public record Reach(String authority, boolean all, Set<String> forums, boolean unplaced, Set<String> known, Set<String> services, Set<String> cases) {

  /** A condition over the table {@code family_case}, with the parameters of {@link #parameters}. @param alias of that table, with a dot, or empty */
  public static String condition(String alias) {
    return ("{c}authority = :authority and (:all = true or {c}forum in (:forums) or (:unplaced = true and ({c}forum is null or {c}forum not in (:known)))"
        + " or {c}holder_id in (:services) or {c}allocated_service in (:services) or {c}id in (:cases))").replace("{c}", alias);
  }

  /** An empty list would be no SQL; no panel, service or case has an empty id. */
  public Map<String, Object> parameters() {
    return Map.of("authority", authority, "all", all, "forums", some(forums), "unplaced", unplaced, "known", some(known), "services", some(services), "cases", some(cases));
  }

  /** Whether nothing at all is open. */
  public boolean none() {
    return !all && !unplaced && forums.isEmpty() && services.isEmpty() && cases.isEmpty();
  }

  private static Set<String> some(Set<String> ids) {
    return ids.isEmpty() ? Set.of("") : ids;
  }
}
