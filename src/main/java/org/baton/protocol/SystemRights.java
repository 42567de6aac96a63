package org.baton.protocol;

import java.util.function.Supplier;

/** Lets Baton do what the person who asked has no right to do with the engine directly, for example begin a meeting's process. */
public interface SystemRights {

  /** Runs the work without a logged-in user, and brings the user back afterwards. */
  <T> T asSystem(Supplier<T> work);
}
