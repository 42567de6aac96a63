package org.baton.casefile.holder;

import java.time.Instant;
import java.util.Optional;

/** @param until empty for the holder of now */
public record HolderPeriod(String holder, Instant from, Optional<Instant> until, String reason, String clauses) {}
