package org.baton.panel.sitting;

import java.util.Map;
import org.baton.casefile.CaseId;

/** What a meeting needs of the process that carries it. */
public interface MeetingProcess {

  /** Begins the process of a meeting that was just planned. @return its process instance id */
  String begin(Meeting meeting);

  /**
   * Begins a process of the meeting's pack about one of its cases, for example to clear something up before the sitting.
   *
   * @param further facts of the process beside the meeting, its panel and the case
   */
  void beginFor(Meeting meeting, CaseId id, String processKey, Map<String, Object> further);

  /** The times of the meeting have changed: timers of its processes that wait for them follow. */
  void moved(Meeting meeting);

  /** The meeting is not held: its process ends. */
  void cancelled(Meeting meeting);
}
