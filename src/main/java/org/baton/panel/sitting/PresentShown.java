package org.baton.panel.sitting;

import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.Packs;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "panel.present", about = "Who is in the room now, with the names of their services, in one text")
class PresentShown implements FormShow<String> {

  private final Attendance attendance;
  private final Packs packs;

  PresentShown(Attendance attendance, Packs packs) {
    this.attendance = attendance;
    this.packs = packs;
  }

  @Override
  public Optional<String> show(Submission submission, String word) {
    return submission.fact(Fact.MEETING_ID).map(id -> attendance.present(id).stream()
        .map(one -> one.name() + ", " + packs.of(submission.deploymentId()).profile().serviceName(one.service())).collect(Collectors.joining("; ")));
  }
}
