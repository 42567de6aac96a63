package org.baton.panel.sitting;

import java.util.Optional;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "panel.comingSitting", about = "The next sitting of the panel that the case belongs to")
class ComingSittingShown implements FormShow<String> {

  private final Schedule schedule;
  private final CaseFile cases;
  private final SittingWords words;

  ComingSittingShown(Schedule schedule, CaseFile cases, SittingWords words) {
    this.schedule = schedule;
    this.cases = cases;
    this.words = words;
  }

  @Override
  public Optional<String> show(Submission submission, String word) {
    return submission.fact(Fact.CASE_ID).map(CaseId::new).map(cases::get).flatMap(record -> record.forum()
        .map(forum -> schedule.next(record.authority(), forum).map(words::heading)
            .orElse("None is planned yet; the series of the forum gives its day when the case is put on an agenda")));
  }
}
