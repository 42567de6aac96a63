package org.baton.deadline;

/** A deadline's instant came while its duty was still open; told once for each deadline. */
public record DeadlinePassed(Deadline deadline) {}
