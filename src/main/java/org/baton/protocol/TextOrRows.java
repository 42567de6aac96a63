package org.baton.protocol;

import java.util.List;
import java.util.Optional;

/**
 * What a form says in one text, or in rows.
 *
 * @param text empty where it asks for rows
 * @param rows empty where it asks for one text
 */
public record TextOrRows<R extends Record>(Optional<String> text, List<R> rows) {}
