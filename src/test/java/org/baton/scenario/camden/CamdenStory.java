package org.baton.scenario.camden;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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

/** What stories of Camden's Early Help Panel are told with. The stories begin on Monday 2 February 2026; the panel sits on the 3rd. */
abstract class CamdenStory extends Story {

  protected static final String AUTHORITY = "camden";
  protected static final List<String> CORE = List.of("community-practice", "ieys", "family-services", "transformation", "iyss");

  @Autowired protected Records records;

  protected CaseId brought(String route, Object... wanted) {
    var answers = with("immediateConcern", "NO", "route", route, "consents", List.of(consent("GIVEN", "GIVEN")), "referrerService", "contact-team");
    answers.putAll(with(wanted));
    return referral(AUTHORITY, answers);
  }

  protected static Map<String, Object> consent(String referral, String discussion) {
    return with("giver", "Jo Penn", "capacity", "PARENT", "referral", referral, "discussion", discussion);
  }

  /** There is time for a case unless a story says otherwise. */
  @Override
  protected void done(Meeting meeting, String label, Map<String, ?> answers) {
    super.done(meeting, label, label.equals("Go through the checklist") && !answers.containsKey("timeLeft") ? plus(new HashMap<>(answers), "timeLeft", "YES") : answers);
  }

  /** Brings the sitting of the case to the point where it is called. */
  protected Meeting sitting(CaseId id) {
    return sitting(id, 5);
  }

  /** @param services how many core services come */
  protected Meeting sitting(CaseId id, int services) {
    var sitting = sittingOf(id);
    agendaOpens(sitting);
    done(sitting, "Settle the agenda", with("invitations", List.of()));
    it_is(sitting.startsAt());
    done(sitting, "Sign in", with("attendance", present(services)));
    return sitting;
  }

  /** On the working day before the sitting, at nine. */
  protected void agendaOpens(Meeting sitting) {
    var opens = sitting.startsAt().minus(Duration.ofHours(25));
    if (opens.isAfter(ClockUtil.getCurrentTime().toInstant())) {
      it_is(opens);
    }
  }

  protected static List<Map<String, Object>> present(int services) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var i = 0; i < services; i++) {
      rows.add(seat("Member " + i, CORE.get(i), i == 0 ? "CHAIR" : "REPRESENTATIVE"));
    }
    rows.add(seat("Fay", "iyss", "FRONT_LINE"));
    return rows;
  }

  protected static Map<String, Object> seat(String name, String service, String seat) {
    return with("name", name, "service", service, "role", seat, "remote", false, "confidential", true);
  }

  protected void levelTwo(Meeting sitting) {
    done(sitting, "Go through the checklist", with("level", "LEVEL_2", "informationSufficient", "YES", "presenter", "THERE"));
  }

  protected void guided(Meeting sitting, String outcome, Object... wanted) {
    levelTwo(sitting);
    var answers = with("panelOutcome", outcome);
    answers.putAll(with(wanted));
    done(sitting, "Discuss the case", answers);
  }

  /** The services vote in the order of {@link #CORE}; whoever else is present with a vote abstains. */
  protected void voted(Meeting sitting, String... choices) {
    var votes = votes(choices);
    attendance.voters(sitting.id()).stream().filter(voter -> !CORE.subList(0, choices.length).contains(voter.service()))
        .forEach(voter -> votes.add(with("voter", voter.name(), "service", voter.service(), "choice", "ABSTAINS")));
    done(sitting, "Record the votes", with("voteHeld", "HELD", "votes", votes));
  }

  protected static List<Map<String, Object>> votes(String... choices) {
    var votes = new ArrayList<Map<String, Object>>();
    for (var i = 0; i < choices.length; i++) {
      votes.add(with("voter", "Member " + i, "service", CORE.get(i), "choice", choices[i]));
    }
    return votes;
  }

  protected void allocated(Meeting sitting, String service) {
    guided(sitting, "ALLOCATE", "capacity", "THERE", "supportWanted", "NO");
    voted(sitting, service, service, service);
  }

  protected List<String> groups(Task task) {
    return taskService.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).sorted().toList();
  }
}
