package org.baton.deadline;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.baton.protocol.Moment;

/** Instants that deadlines are counted from, known to another module, for example the end of a meeting. */
public interface Anchors {

  /** Every name that {@link #instant} knows, with what people call that instant, for example "the end of the sitting". */
  Map<String, String> names();

  /** Names that are only known from a moment on. */
  default Map<String, Moment> since() {
    return Map.of();
  }

  /**
   * @param name as the {@code countedFrom} column says, for example {@code MEETING_END}
   * @param facts the engine facts of the process that asks
   * @return empty if this module does not know the name
   */
  Optional<Instant> instant(String name, Map<String, Object> facts);

  /** The meeting whose time that instant is, so that it is counted anew when that meeting moves and with no other; empty if it is no meeting's. */
  default Optional<String> meeting(String name, Map<String, Object> facts) {
    return Optional.empty();
  }
}
