package org.baton.panel.note;

import java.time.Instant;
import java.util.Optional;
import org.baton.casefile.CaseId;

/**
 * Something noted at or around a sitting.
 *
 * @param kind a word of the authority's forms, for example {@code APOLOGY}
 * @param caseId the case it concerns; empty for what concerns the sitting
 * @param who the person or service it is about or came from; empty if nobody is named
 */
public record MeetingNote(String kind, Optional<CaseId> caseId, Optional<String> who, String entry, Instant notedAt) {}
