package org.baton.scenario.northeastlincolnshire;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.baton.casefile.CaseId;
import org.baton.panel.sitting.Meeting;
import org.baton.records.Records;
import org.baton.support.Story;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;

/** What stories of North East Lincolnshire's locality panels are told with. */
abstract class NorthEastLincolnshireStory extends Story {

  protected static final String AUTHORITY = "north-east-lincolnshire";

  @Autowired protected Records records;

  /** A case of locality 3/4, whose panel sits on 12 February 2026, unless told otherwise. */
  protected CaseId brought(String route, Object... wanted) {
    var answers = with("immediateConcern", "NO", "route", route, "postcode", "DN31 1AA", "childsFile", "LIQUIDLOGIC", "ehmEpisode", "YES");
    if (!List.of("STEP_UP", "ADVICE").contains(route)) {
      answers.remove("ehmEpisode");
    }
    answers.putAll(with(wanted));
    return referral(AUTHORITY, answers);
  }

  protected static Map<String, Object> consent(String state) {
    return with("consents", List.of(with("giver", "Jo Penn", "capacity", "PARENT", "panel", state)), "withoutConsent", "WAIT");
  }

  protected CaseId readyStepDown(Object... wanted) {
    var id = brought("STEP_DOWN", wanted);
    done(id, "Confirm assessment and intervention", with());
    done(id, "Record the consent", consent("GIVEN"));
    done(id, "Draw up the plan with the family", with("planStartsOn", "2026-02-16", "planEndsOn", "2026-05-29", "planReviewOn", "2026-03-30"));
    done(id, "Fill in the checklist", with());
    done(id, "Sign off the step-down checklist", with("checklistSigned", "SIGNED"));
    return id;
  }

  /** Brings the sitting of the case to the point where it is called. */
  protected Meeting sitting(CaseId id) {
    var sitting = sittingOf(id);
    circulated(sitting);
    it_is(sitting.startsAt());
    done(sitting, "Sign in", with("attendance", wholePanel()));
    return sitting;
  }

  protected void circulated(Meeting sitting) {
    timeToCirculate(sitting);
    done(sitting, "Circulate the case information", with());
  }

  /** From a week before the sitting the case information can go out. */
  protected void timeToCirculate(Meeting sitting) {
    var opens = sitting.startsAt().minus(Duration.ofDays(7));
    if (opens.isAfter(ClockUtil.getCurrentTime().toInstant())) {
      it_is(opens);
    }
  }

  protected static List<Map<String, Object>> wholePanel() {
    return List.of(seat("Lea", "early-help", "CHAIR"), seat("Max", "childrens-social-care", "CO_CHAIR"), seat("Hal", "health", "MEMBER"),
        seat("Nell", "nspcc", "MEMBER"), seat("Mash", "mash", "MEMBER"));
  }

  protected static Map<String, Object> seat(String name, String service, String seat) {
    return with("name", name, "service", service, "role", seat, "remote", false, "confidential", true);
  }

  protected void decided(Meeting sitting, String outcome, Object... wanted) {
    var answers = with("discussionResult", "CONSENSUS", "panelOutcome", outcome, "actions", List.of());
    answers.putAll(with(wanted));
    done(sitting, "Discuss the case", answers);
  }

  protected List<String> groups(Task task) {
    return taskService.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).sorted().toList();
  }

  protected boolean onAgenda(CaseId id) {
    return sittings.of(AUTHORITY).stream().anyMatch(meeting -> agenda.of(meeting.id()).stream().anyMatch(item -> item.caseId().equals(id)
        && List.of("PROPOSED", "LISTED").contains(item.state().name())));
  }
}
