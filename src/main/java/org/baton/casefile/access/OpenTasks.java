package org.baton.casefile.access;

import java.util.List;
import java.util.Set;
import org.baton.casefile.CaseId;

/** Which cases a person is asked about at this moment. */
public interface OpenTasks {

  /** The cases of the authority with an open task that the person has claimed, or that is offered to one of the groups. */
  Set<CaseId> casesOf(String authority, String user, List<String> groups);
}
