package org.baton.casefile.run;

import java.util.Map;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseRecord;

/** The processes that carry cases. */
public interface CaseRuns {

  /** Begins the main run of a case that just parted from another at the points where the other's main run stands. */
  void beginLike(CaseRecord from, String processInstanceId, CaseRecord parted);

  /** Sends a message to a run, with engine facts. @return whether it was waiting for it; if not, nothing was sent */
  boolean tell(String processInstanceId, String message, Map<String, Object> facts);

  /** Whether a process of that key, begun by itself or called, goes on about the case. */
  boolean goesOn(CaseId id, String process);
}
