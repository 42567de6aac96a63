package org.baton.casefile.access;

import java.util.List;

/** Who is acting. */
public interface CurrentUser {

  /** Stands for Baton itself where nobody is logged in. */
  String SYSTEM = "system";

  /** User id, or {@link #SYSTEM} when a job or the start-up acts. */
  String id();

  /** The authorities whose cases the user may see; empty for {@code system}, which is bound to none. */
  List<String> authorities();

  /** The groups that the user is in, as {@link org.baton.protocol.RoleGroups} names those of roles; empty for {@code system}. */
  List<String> groups();
}
