package org.baton.panel.action;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.baton.panel.action.ActionLog.FollowUp;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.FormTarget;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** What is said about the action that the process follows up. */
@Component
@Shows(value = "panel.action", about = "The action that is followed up: what, who, by when, and what was reported")
class ActionAtHand implements FormTarget<ActionAtHand.Said>, FormShow<String> {

  /** NOT_DONE: the service cannot. PUT_OFF: it stays to be done, by another day. */
  enum State { DONE, NOT_DONE, PUT_OFF, GIVEN_UP }

  record Said(
      @TargetPath(value = "panel.actionState", about = "What becomes of the action at hand") State state,
      @TargetPath(value = "panel.actionReport", about = "What is reported about the action at hand") Optional<String> report,
      @TargetPath(value = "panel.actionFollowUp", about = "What whoever follows the action at hand up agreed with its member") Optional<String> followUp,
      @TargetPath(value = "panel.actionDue", about = "The day on which the action at hand is looked at again") Optional<LocalDate> due) {}

  private final ActionLog log;

  ActionAtHand(ActionLog log) {
    this.log = log;
  }

  @Override
  public Map<String, Object> keep(Submission submission, Said said) {
    var action = submission.need(Fact.ACTION_ID);
    said.report().ifPresent(report -> log.report(submission.authority(), action, said.state() == State.DONE, report));
    said.followUp().ifPresent(word -> log.followUp(submission.authority(), action, switch (said.state()) {
      case DONE -> FollowUp.DONE;
      case GIVEN_UP -> FollowUp.GIVEN_UP;
      default -> FollowUp.LEFT;
    }, word));
    said.due().ifPresent(day -> log.putOff(submission.authority(), action, day));
    return Map.of();
  }

  @Override
  public Turn turn() {
    return Turn.SITTING;
  }

  @Override
  public Optional<String> show(Submission submission, String word) {
    return submission.fact(Fact.ACTION_ID).map(id -> log.get(submission.authority(), id)).map(log::inWords);
  }
}
