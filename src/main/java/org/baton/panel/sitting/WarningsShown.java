package org.baton.panel.sitting;

import java.util.Optional;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "panel.warnings", about = "What the tables seat and sector say against the sitting as it is: seats that nobody has, and sectors that nobody in the room speaks for")
class WarningsShown implements FormShow<String> {

  private final Attendance attendance;

  WarningsShown(Attendance attendance) {
    this.attendance = attendance;
  }

  @Override
  public Optional<String> show(Submission submission, String word) {
    return submission.fact(Fact.MEETING_ID).map(id -> String.join("\n\n", attendance.warnings(id)));
  }
}
