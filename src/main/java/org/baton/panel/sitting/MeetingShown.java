package org.baton.panel.sitting;

import java.util.Optional;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "panel.meeting", about = "The name of the panel with the day and hour of its sitting")
class MeetingShown implements FormShow<String> {

  private final Sittings sittings;
  private final SittingWords words;

  MeetingShown(Sittings sittings, SittingWords words) {
    this.sittings = sittings;
    this.words = words;
  }

  @Override
  public Optional<String> show(Submission submission, String word) {
    return submission.fact(Fact.MEETING_ID).map(sittings::get).map(words::heading);
  }
}
