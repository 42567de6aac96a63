package org.baton.panel.note;

/** Something was noted at a meeting. */
public record Noted(String meetingId, MeetingNote note) {}
