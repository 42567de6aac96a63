package org.baton.panel;

/** What a meeting needs of the process that carries it. */
public interface MeetingProcess {

  /** Begins the process of a meeting that was just planned. @return its process instance id */
  String begin(Meeting meeting);
}
