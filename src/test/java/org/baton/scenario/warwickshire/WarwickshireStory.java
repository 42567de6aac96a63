package org.baton.scenario.warwickshire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.baton.casefile.CaseId;
import org.baton.panel.sitting.Meeting;
import org.baton.support.Story;

/** What stories of Warwickshire's panels are told with. */
abstract class WarwickshireStory extends Story {

  protected static final Map<String, Object> ALL_CONSENTS = consents("GIVEN", "GIVEN", "GIVEN");

  protected static final List<String> AGREE = List.of("Agree the agenda as chair", "Agree the agenda as vice-chair", "Agree the agenda as business support");

  protected static final String TERMS = "State the terms of the allocation";

  protected static final String FILL_BOXES = "Fill the decision boxes";
  protected static final String SIGN_OFF = "Sign off the decisions";

  /** One parent's answers; the child has a profile on Mosaic. */
  protected static Map<String, Object> consents(String support, String sharing, String discussion) {
    return with("consents", List.of(consent("Jo Penn", "PARENT", support, sharing, discussion)), "recordProfile", true);
  }

  protected static Map<String, Object> consent(String giver, String capacity, String support, String sharing, String discussion) {
    return with("giver", giver, "capacity", capacity, "informed", "YES", "support", support, "sharing", sharing, "discussion", discussion);
  }

  protected CaseId referral(Object... wanted) {
    var answers = with("immediateConcern", "NO", "consents", List.of(consent("Jo Penn", "PARENT", "MISSING", "MISSING", "MISSING")));
    answers.putAll(with(wanted));
    return referral("warwickshire", answers);
  }

  /** A referral of before its form asked for consent: nothing is known of it, but that the form that was open shows Aunt Mo. */
  protected CaseId unasked(Object... wanted) {
    var answers = with(wanted);
    answers.put("consents", List.of(consent("Aunt Mo", "CARER", "MISSING", "MISSING", "MISSING")));
    var id = referral(answers.entrySet().stream().flatMap(one -> Stream.of(one.getKey(), one.getValue())).toArray());
    jdbc.sql("delete from consent where case_id = ?").param(id.value()).update();
    return id;
  }

  @Override
  protected void done(Meeting meeting, String label, Map<String, ?> answers) {
    super.done(meeting, label, usual(answers));
  }

  @Override
  protected void done(CaseId id, String label, Map<String, ?> answers) {
    super.done(id, label, usual(answers));
  }

  /** The resource that a decision needs is there, a vote is held, and the threshold is that of early help, unless a story says otherwise. */
  private static Map<String, Object> usual(Map<String, ?> answers) {
    var said = new HashMap<String, Object>(Map.of("resourceThere", "YES", "voteHeld", "HELD", "thresholdFound", "LEVEL_3"));
    said.putAll(answers);
    return said;
  }

  /** Brings the meeting of the case to the point where the case is called. */
  protected Meeting heldUntilSitting(CaseId id) {
    var sitting = sittingOf(id);
    untilSignIn(sitting);
    done(sitting, "Sign in", with());
    return sitting;
  }

  /** The referrals are screened, and the three agree the agenda. */
  protected void screened(Meeting sitting, Map<String, Object> answers) {
    done(sitting, "Screen the referrals at the pre-meet", answers);
    AGREE.forEach(label -> done(sitting, label, with()));
  }

  protected void untilSignIn(Meeting sitting) {
    done(sitting, "Arrange the sitting", with());
    it_is(sitting.preMeetAt());
    screened(sitting, with());
    it_is(sitting.startsAt());
  }

  /** Begins one of the processes that somebody starts by a form. */
  protected void start(String process, Map<String, Object> answers) {
    start("warwickshire", process, answers);
  }

  /** The decisions of the sitting that last decided on the case are signed off, told and recorded. */
  protected void signedOff(CaseId id) {
    var sitting = decidedAt(id);
    done(sitting, SIGN_OFF, with("decisions", toSignOff(sitting).stream().map(row -> plus(row, "signed", "YES")).toList()));
  }

  /** The panel decides that Tier 2 is enough; the decision is still to be signed off. */
  protected void tier2Decided(CaseId id) {
    done(id, "Check consent", ALL_CONSENTS);
    var sitting = heldUntilSitting(id);
    it_is("2026-02-26T11:00");
    done(sitting, "Discuss the case", with("discussionResult", "AGREED", "panelOutcome", "SIGNPOSTED", "reasons", "Tier 2 is enough"));
  }

  /** As {@link #tier2Decided}, signed off on the last day for it. */
  protected void signposted(CaseId id) {
    tier2Decided(id);
    it_is("2026-03-04T09:00");
    signedOff(id);
  }

  /** Business support leaves the words in the decision boxes as the form proposes them. */
  protected void boxesFilled(Meeting sitting) {
    if (tasksOf(sitting).stream().anyMatch(task -> task.getName().equals(FILL_BOXES))) {
      done(sitting, FILL_BOXES, with());
    }
  }

  /** What the chair or the vice-chair has before them to sign off, once the boxes are filled. */
  @SuppressWarnings("unchecked")
  protected List<Map<String, Object>> toSignOff(Meeting sitting) {
    boxesFilled(sitting);
    return (List<Map<String, Object>>) driver.shown(task(tasksOf(sitting), SIGN_OFF)).get("decisions");
  }

  protected static List<Map<String, Object>> votes(String... choices) {
    var names = List.of("Member 1", "Member 2", "Member 3", "Member 4", "Member 5");
    var services = List.of("early-help", "social-housing", "early-help-officers", "early-intervention", "targeted-support");
    var votes = new ArrayList<Map<String, Object>>();
    for (var i = 0; i < names.size(); i++) {
      votes.add(with("voter", names.get(i), "service", services.get(i), "choice", i < choices.length ? choices[i] : "ABSTAINS"));
    }
    return votes;
  }

  /** A case on the agenda of the next sitting of that district's panel. */
  protected CaseId proposed(String district) {
    var id = referral("route", "ROUTE_3", "district", district);
    done(id, "Check consent", ALL_CONSENTS);
    return id;
  }

}
