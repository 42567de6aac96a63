package org.baton.notice;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where somebody is written to.
 *
 * @param who id of the role, service, seat or outside body; empty for a person, who is known by name
 * @param forum the panel it is for; empty for the whole authority
 * @param person who it is; empty for a shared mailbox
 * @param until the last day it holds; empty while it holds
 */
public record DirectoryEntry(
    String id, String authority, Kind kind, Optional<String> who, Optional<String> forum, Optional<String> person, String address, LocalDate since,
    Optional<LocalDate> until) {

  public enum Kind { PERSON, SEAT, ROLE, SERVICE, OUTSIDE }
}
