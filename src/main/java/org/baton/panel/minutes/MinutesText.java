package org.baton.panel.minutes;

import java.util.Map;
import java.util.Optional;
import org.baton.panel.sitting.Sittings;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.FormTarget;
import org.baton.protocol.Moment;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** The minutes of the sitting, to be read and put right. */
@Component
@Shows(value = "panel.minutes", about = "The minutes as they were typed, else the draft that follows from what was recorded")
class MinutesText implements FormTarget<MinutesText.Typed>, FormShow<String> {

  record Typed(@TargetPath(value = "panel.minutes", about = "The minutes of the sitting, in place of what they said before", room = 800_000, gives = Moment.MINUTES) String minutes) {}

  private final Minutes minutes;
  private final Sittings sittings;

  MinutesText(Minutes minutes, Sittings sittings) {
    this.minutes = minutes;
    this.sittings = sittings;
  }

  @Override
  public Map<String, Object> keep(Submission submission, Typed said) {
    minutes.write(submission.need(Fact.MEETING_ID), said.minutes());
    return Map.of();
  }

  @Override
  public Turn turn() {
    return Turn.MINUTES;
  }

  @Override
  public Optional<String> show(Submission submission, String word) {
    return submission.fact(Fact.MEETING_ID).map(id -> sittings.get(id).minutes().orElseGet(() -> minutes.draft(id)));
  }
}
