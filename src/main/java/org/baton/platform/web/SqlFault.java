package org.baton.platform.web;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a fault of the database means to whoever asked, as its own words carry tables, statements and what was typed. */
enum SqlFault {

  /** Two did the same at once, and this one lost. */
  RACE,
  /** A value has no place where it should go. */
  VALUE,
  /** Nobody who asked can help it. */
  OTHER;

  /** Lock timeouts and lost races of H2, which has no SQL state of its own for them. */
  private static final Set<Integer> H2_RACES = Set.of(50200, 90131, 90083);

  /** The worst fault among the causes; empty if the database had none. */
  static Optional<SqlFault> of(Throwable thrown) {
    return causes(thrown).filter(SQLException.class::isInstance).map(SQLException.class::cast).map(SqlFault::of).findFirst()
        .or(() -> causes(thrown).anyMatch(cause -> cause.getClass().getName().startsWith("org.springframework.dao.")) ? Optional.of(OTHER) : Optional.empty());
  }

  private static SqlFault of(SQLException fault) {
    var state = fault.getSQLState() == null ? "" : fault.getSQLState();
    if (state.startsWith("40") || state.equals("55P03") || state.equals("23505") || H2_RACES.contains(fault.getErrorCode())) {
      return RACE;
    }
    return state.startsWith("22") || state.startsWith("23") ? VALUE : OTHER;
  }

  /** The fault itself first. */
  static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, cause -> cause.getCause() == cause ? null : cause.getCause()).limit(30);
  }

  static boolean among(Throwable thrown, List<Class<? extends Throwable>> types) {
    return causes(thrown).anyMatch(cause -> types.stream().anyMatch(type -> type.isInstance(cause)));
  }
}
