package org.baton.panel.sitting;

/**
 * Somebody who signed in to a sitting.
 *
 * @param service id of the profile's service that the person speaks for
 * @param role row of the authority's {@code seat} table, for example {@code CHAIR} or {@code MEMBER}
 * @param hasRead whether the person has read every referral before the sitting
 */
public record Attendee(String name, String service, String role, boolean remote, boolean hasRead) {}
