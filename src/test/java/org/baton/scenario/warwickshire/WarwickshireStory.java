package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.baton.casefile.CaseId;
import org.baton.panel.Meeting;
import org.baton.support.Story;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stories of Warwickshire's panels are told with. */
abstract class WarwickshireStory extends Story {

  protected static final Map<String, Object> ALL_CONSENTS = consents("GIVEN", "GIVEN", "GIVEN");

  @Autowired protected JdbcClient jdbc;
  @Autowired protected FormService formService;
  @Autowired protected RepositoryService repositoryService;

  /** One parent's answers; the child has a profile on Mosaic. */
  protected static Map<String, Object> consents(String support, String sharing, String discussion) {
    return with("consents", List.of(consent("Jo Penn", "PARENT", support, sharing, discussion)), "recordProfile", true);
  }

  protected static Map<String, Object> consent(String giver, String capacity, String support, String sharing, String discussion) {
    return with("giver", giver, "capacity", capacity, "informed", "YES", "support", support, "sharing", sharing, "discussion", discussion);
  }

  protected long notices(Meeting meeting, String name) {
    return jdbc.sql("select count(*) from notice where meeting_id = ? and name = ?").params(meeting.id(), name).query(Long.class).single();
  }

  protected CaseId referral(Object... wanted) {
    var answers = with("immediateConcern", "NO");
    answers.putAll(with(wanted));
    return referral("warwickshire", answers);
  }

  protected void raiseConcern(CaseId id) {
    formService.submitStartForm(repositoryService.createProcessDefinitionQuery().processDefinitionKey("raiseConcern")
        .tenantIdIn("warwickshire").latestVersion().singleResult().getId(), with("caseReference", id.value(), "concern", "A bruise was seen"));
    driver.runDueJobs();
  }

  /** Brings the meeting of the case to the point where the case is called. */
  protected Meeting heldUntilSitting(CaseId id) {
    var sitting = sittingOf(id);
    untilSignIn(sitting);
    done(sitting, "Sign in", with());
    return sitting;
  }

  protected void untilSignIn(Meeting sitting) {
    done(sitting, "Arrange the sitting", with());
    it_is(sitting.preMeetAt());
    done(sitting, "Screen the referrals at the pre-meet", with());
    it_is(sitting.startsAt());
  }

  protected static List<Map<String, Object>> votes(String... choices) {
    var names = List.of("Member 1", "Member 2", "Member 3", "Member 4", "Member 5");
    var services = List.of("borough-district-council", "social-housing", "early-help-officers", "early-intervention", "targeted-support");
    var votes = new ArrayList<Map<String, Object>>();
    for (var i = 0; i < choices.length; i++) {
      votes.add(with("voter", names.get(i), "service", services.get(i), "choice", choices[i]));
    }
    return votes;
  }

  protected static Map<String, Object> present(String name, String service, String seat) {
    return with("name", name, "service", service, "role", seat, "remote", false);
  }

  protected Instant dueOf(CaseId id, String name) {
    return deadlines.ofCase(id).stream().filter(deadline -> deadline.name().equals(name)).findFirst().orElseThrow().dueAt();
  }

  protected Instant meetingDue(Meeting meeting, String name) {
    return deadlines.ofMeeting(meeting.id()).stream().filter(deadline -> deadline.name().equals(name)).findFirst().orElseThrow().dueAt();
  }

  /** A case on the agenda of the next sitting of that district's panel. */
  protected CaseId proposed(String district) {
    var id = referral("route", "ROUTE_3", "district", district);
    done(id, "Check consent", ALL_CONSENTS);
    return id;
  }

  protected static Map<String, Object> plus(Map<String, Object> answers, String key, Object value) {
    var more = with();
    more.putAll(answers);
    more.put(key, value);
    return more;
  }

  protected static void refused(String fault, ThrowingCallable sending) {
    assertThatThrownBy(sending).hasMessageContaining(fault);
  }
}
