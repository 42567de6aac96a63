package org.baton.notice;

import java.util.Optional;
import org.baton.protocol.Pack;

/** Has a person tell what mail cannot. */
public interface OtherMeans {

  /**
   * Asks business support to tell it; where the pack is too old to have a task for that, the notice stands among the undelivered.
   *
   * @param forum empty while the case belongs to no panel
   */
  void begin(Pack pack, Notice notice, Optional<String> forum);

  /** Asks no longer, as it was told elsewhere or is sent again; nothing if nobody is asked. */
  void end(String messageId);
}
