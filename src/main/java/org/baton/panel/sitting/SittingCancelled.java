package org.baton.panel.sitting;

/** A sitting is not held. Its process ends after this; the meeting is as it stood before. */
public record SittingCancelled(Meeting meeting) {}
