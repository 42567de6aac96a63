package org.baton.records;

import java.util.Optional;

/** A system of record, for example Mosaic or Liquidlogic. An adapter must carry the entry's key so that an entry can be read back. */
public interface RecordSystem {

  /**
   * What is to be entered.
   *
   * @param key the same for every try at the same entry
   * @param system as the {@code recordDuty} table names it
   * @param subject number of the case
   */
  record Entry(String key, String authority, String system, String subject, String kind, String content) {}

  /** The system's own reference of the entry with this key; empty if it has none. */
  Optional<String> find(String key);

  /** Enters it. @return the system's own reference */
  String enter(Entry entry);
}
