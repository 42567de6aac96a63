package org.baton.calendar;

import java.time.LocalDate;

/** A day that was not counted, and why: "Saturday", "Christmas Day", "council closed". */
public record SkippedDay(LocalDate date, String reason) {}
