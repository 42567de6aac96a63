package org.baton.panel.sitting;

import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "panel.notRead", about = "Those in the room who have not read the referrals")
class NotReadShown implements FormShow<String> {

  private final Attendance attendance;

  NotReadShown(Attendance attendance) {
    this.attendance = attendance;
  }

  @Override
  public Optional<String> show(Submission submission, String word) {
    return submission.fact(Fact.MEETING_ID).map(id -> attendance.present(id).stream().filter(one -> !one.hasRead()).map(Attendee::name).collect(Collectors.joining(", ")));
  }
}
