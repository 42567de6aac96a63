package org.baton.casefile.access;

import java.util.List;
import org.baton.casefile.CaseClosedException;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseRecord;
import org.baton.casefile.consent.ConsentState;
import org.baton.casefile.consent.Consents;
import org.baton.casefile.run.CaseRuns;
import org.baton.protocol.StartRule;
import org.springframework.stereotype.Component;

/** What a case must be like for a process to be started about it, by the table {@code starter}. */
@Component
class StartedCase {

  private final CaseFile cases;
  private final Consents consents;
  private final CaseRuns runs;

  StartedCase(CaseFile cases, Consents consents, CaseRuns runs) {
    this.cases = cases;
    this.consents = consents;
    this.runs = runs;
  }

  /**
   * Refuses a process that the case cannot have now. Where it may have one at a time, the case is held until the transaction ends, so
   * that of two who start it at once the second is refused.
   *
   * @throws CaseClosedException if the row asks for an open case
   * @throws NotNowException if consent does not stand, or another such process goes on
   */
  void require(StartRule rule, String process, CaseRecord record) {
    if (rule.onlyOpen()) {
      cases.hold(record.id());
    }
    rule.consents().ifPresent(purposes -> requireConsents(purposes, process, record));
    if (rule.oneAtATime()) {
      cases.holdOpenOrClosed(record.id());
      if (runs.goesOn(record.id(), process)) {
        throw new NotNowException("Process '" + process + "' goes on about " + record.id() + " already, and the table 'starter' lets it have one at a time; expected its end first");
      }
    }
  }

  private void requireConsents(List<String> purposes, String process, CaseRecord record) {
    var standing = consents.standing(record.id());
    purposes.stream().filter(purpose -> standing.get(purpose) != ConsentState.GIVEN).findFirst().ifPresent(purpose -> {
      throw new NotNowException("Process '" + process + "' is started about a case only while consent to '" + purpose + "' stands, as the table 'starter' says; that of "
          + record.id() + " is " + standing.getOrDefault(purpose, ConsentState.MISSING));
    });
  }
}
