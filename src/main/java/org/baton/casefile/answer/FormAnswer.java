package org.baton.casefile.answer;

import java.time.Instant;

/**
 * One answer that a form took about a case, as it was kept.
 *
 * @param deploymentId of the pack whose form asked
 * @param key of the field
 * @param value a text, or JSON of a list, a number or a truth
 */
record FormAnswer(String form, String deploymentId, String key, String value, Instant at, String by) {}
