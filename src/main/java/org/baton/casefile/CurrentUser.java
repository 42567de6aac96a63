package org.baton.casefile;

import java.util.List;

/** Who is acting. */
public interface CurrentUser {

  /** User id, or {@code system} when a job or the start-up acts. */
  String id();

  /** The authorities whose cases the user may see; empty for {@code system}, which is bound to none. */
  List<String> authorities();
}
