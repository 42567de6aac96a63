package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.baton.casefile.CaseId;
import org.baton.notice.NoticeSettings;
import org.baton.notice.Notices;
import org.baton.panel.Meeting;
import org.baton.support.Story;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stories of Warwickshire's panels are told with. */
abstract class WarwickshireStory extends Story {

  protected static final Map<String, Object> ALL_CONSENTS = consents("GIVEN", "GIVEN", "GIVEN");

  protected static final String SIGN_OFF = "Sign off the decisions";

  @Autowired protected Notices notices;
  @Autowired private NoticeSettings mails;
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

  /** How often somebody was told so about the case. */
  protected long told(CaseId id, String name) {
    return notices.of(id).stream().filter(notice -> notice.name().equals(name)).count();
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

  /** Begins one of the processes that somebody starts by a form. */
  protected void start(String process, Map<String, Object> answers) {
    formService.submitStartForm(repositoryService.createProcessDefinitionQuery().processDefinitionKey(process)
        .tenantIdIn("warwickshire").latestVersion().singleResult().getId(), answers);
    driver.runDueJobs();
  }

  protected MimeMessage sent(Notices.Notice notice) throws IOException, MessagingException {
    try (var eml = Files.newInputStream(mails.folder().resolve(notice.messageId().replaceAll("[^a-zA-Z0-9.-]", "_") + ".eml"))) {
      return new MimeMessage(Session.getInstance(new Properties()), eml);
    }
  }

  /** What the enclosed letter says, opened with its password; the pages are parted by form feeds. */
  protected String letter(Notices.Notice notice) throws IOException, MessagingException {
    var enclosed = ((MimeMultipart) sent(notice).getContent()).getBodyPart(1).getInputStream().readAllBytes();
    try (var pdf = Loader.loadPDF(enclosed, notice.secret().orElseThrow())) {
      var text = new PDFTextStripper();
      text.setPageEnd("\f");
      return text.getText(pdf);
    }
  }

  /** The notices of that name about a meeting, in their order. */
  protected List<Notices.Notice> sent(Meeting meeting, String name) {
    return sent("meeting_id = ? and name = ?", meeting.id(), name);
  }

  protected List<Notices.Notice> sent(String name) {
    return sent("name = ?", new Object[] {name});
  }

  private List<Notices.Notice> sent(String which, Object... parameters) {
    return jdbc.sql("select message_id, name, recipient, subject, sent_at, secret from notice where " + which + " order by sent_at, message_id")
        .params(parameters).query((row, number) -> new Notices.Notice(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
            row.getTimestamp(5).toInstant(), Optional.ofNullable(row.getString(6)))).list();
  }

  /** The decisions of the sitting that last decided on the case are signed off, told and recorded. */
  protected void signedOff(CaseId id) {
    var sitting = decidedAt(id);
    done(sitting, SIGN_OFF, with("decisions", toSignOff(sitting).stream().map(row -> plus(row, "signed", "YES")).toList()));
  }

  /** What the chair or the vice-chair has before them to sign off. */
  @SuppressWarnings("unchecked")
  protected List<Map<String, Object>> toSignOff(Meeting sitting) {
    return (List<Map<String, Object>>) driver.shown(task(tasksOf(sitting), SIGN_OFF)).get("decisions");
  }

  /** The meeting that last decided on the case. */
  protected Meeting decidedAt(CaseId id) {
    return panels.meeting(panels.latestDecision(id).orElseThrow().meetingId());
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
