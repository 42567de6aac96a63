package org.baton.panel.sitting;

/** A sitting stands at another time. */
public record SittingMoved(Meeting meeting) {}
