package org.baton.panel.sitting;

/** A sitting is over. */
public record SittingEnded(Meeting meeting) {}
