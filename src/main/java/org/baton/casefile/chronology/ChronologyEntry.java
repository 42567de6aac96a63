package org.baton.casefile.chronology;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of a case's past. Entries are never changed; a correction is a later entry that names the first.
 *
 * @param kind for example {@code RECEIVED}, {@code CONSENT}, {@code DECISION}, {@code CORRECTION}
 * @param clauses the clauses that ask for it, separated by commas; empty for our own
 */
public record ChronologyEntry(long id, Instant at, String kind, String entry, String clauses, String recordedBy, Optional<Long> corrects) {}
