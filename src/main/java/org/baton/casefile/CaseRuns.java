package org.baton.casefile;

/** The processes that carry cases. */
public interface CaseRuns {

  /** Begins the main run of a case that just parted from another at the points where the other's main run stands. */
  void beginLike(CaseRecord from, String processInstanceId, CaseRecord parted);
}
