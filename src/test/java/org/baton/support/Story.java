package org.baton.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.answer.Answers;
import org.baton.casefile.chronology.Chronology;
import org.baton.casefile.consent.Consents;
import org.baton.casefile.family.Addresses;
import org.baton.casefile.family.Matching;
import org.baton.casefile.family.People;
import org.baton.casefile.holder.Holders;
import org.baton.casefile.opening.Opening;
import org.baton.casefile.parting.Parting;
import org.baton.casefile.plan.Plans;
import org.baton.casefile.run.Runs;
import org.baton.deadline.DeadlineLists;
import org.baton.deadline.Deadlines;
import org.baton.notice.Notice;
import org.baton.notice.NoticeSettings;
import org.baton.notice.Deliveries;
import org.baton.notice.Notices;
import org.baton.notice.Sealing;
import org.baton.panel.action.ActionLog;
import org.baton.panel.agenda.Agenda;
import org.baton.panel.agenda.Listing;
import org.baton.panel.decision.Decisions;
import org.baton.panel.decision.SignOff;
import org.baton.panel.minutes.Minutes;
import org.baton.panel.note.Notes;
import org.baton.panel.sitting.Attendance;
import org.baton.panel.sitting.Meeting;
import org.baton.panel.sitting.Schedule;
import org.baton.panel.sitting.Sittings;
import org.baton.pathway.Referrals;
import org.baton.platform.demo.CaseDriver;
import org.baton.platform.demo.DemoUsers;
import org.baton.platform.demo.SampleAnswers;
import org.baton.proof.FlowNodeCoverage;
import org.baton.protocol.Packs;
import org.baton.support.Story;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stories are told with: the clock, the tasks by their label, the case. Time is set, never waited for. */
@BatonTest
@Import({CleanSlate.class, FlowNodeCoverage.class})
public abstract class Story {

  protected static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Autowired protected CaseFile cases;
  @Autowired protected People people;
  @Autowired protected Addresses addresses;
  @Autowired protected Matching matching;
  @Autowired protected Consents consents;
  @Autowired protected Plans plans;
  @Autowired protected Chronology chronology;
  @Autowired protected Holders holders;
  @Autowired protected Opening opening;
  @Autowired protected Parting parting;
  @Autowired protected Answers answers;
  @Autowired protected Runs runs;
  @Autowired protected Deadlines deadlines;
  @Autowired protected DeadlineLists deadlineLists;
  @Autowired protected Sittings sittings;
  @Autowired protected Schedule schedule;
  @Autowired protected Attendance attendance;
  @Autowired protected Agenda agenda;
  @Autowired protected Listing listing;
  @Autowired protected Decisions decisions;
  @Autowired protected SignOff signOff;
  @Autowired protected Notes notes;
  @Autowired protected Minutes minutes;
  @Autowired protected ActionLog actionLog;
  @Autowired protected Packs packs;
  @Autowired protected Referrals referrals;
  @Autowired protected CaseDriver driver;
  @Autowired protected TaskService taskService;
  @Autowired protected RuntimeService runtimeService;
  @Autowired protected ManagementService managementService;
  @Autowired protected Notices notices;
  @Autowired protected Deliveries deliveries;
  @Autowired protected JdbcClient jdbc;
  @Autowired protected FormService formService;
  @Autowired protected RepositoryService repositoryService;
  @Autowired private IdentityService logins;
  @Autowired private NoticeSettings mails;
  @Autowired private Sealing sealing;
  @Autowired private CleanSlate slate;
  @Autowired private FlowNodeCoverage coverage;

  protected SampleAnswers sample;

  @BeforeEach
  void beginOnAMonday() {
    slate.wipe();
    it_is("2026-02-02T09:00");
    sample = new SampleAnswers(7, LocalDate.of(2026, 2, 2));
  }

  @AfterEach
  void letTheClockGo() {
    coverage.collect();
    ClockUtil.reset();
  }

  /** Lets somebody work for the authority, with the password of the demo users, in these groups. */
  protected void somebody(String user, String authority, String... groups) {
    var made = logins.newUser(user);
    made.setFirstName("Some");
    made.setLastName("Body");
    made.setPassword(DemoUsers.PASSWORD);
    logins.saveUser(made);
    logins.createTenantUserMembership(authority, user);
    for (var group : groups) {
      logins.createMembership(user, group);
    }
  }

  /** Sets the engine's clock to a London date and time and lets what is due run. */
  protected void it_is(String london) {
    ClockUtil.setCurrentTime(Date.from(london(london)));
    if (driver != null) {
      driver.runDueJobs();
    }
  }

  protected void it_is(Instant instant) {
    ClockUtil.setCurrentTime(Date.from(instant));
    driver.runDueJobs();
  }

  protected static Instant london(String dateTime) {
    return LocalDateTime.parse(dateTime).atZone(LONDON).toInstant();
  }

  /** A referral with made-up answers, those given taken as they are. */
  protected CaseId referral(String authority, Map<String, ?> wanted) {
    var id = referrals.receive(authority, null, sample.referral(packs.current(authority).form("referral"), wanted)).caseId();
    driver.runDueJobs();
    return id;
  }

  /** What a referral says of somebody who has not been asked for consent yet. */
  protected static List<Map<String, Object>> notAskedYet(String giver) {
    return List.of(with("giver", giver, "capacity", "PARENT", "informed", "YES", "support", "MISSING", "sharing", "MISSING", "discussion", "MISSING"));
  }

  /** Completes the one open task of the case with that label, by its form. */
  protected void done(CaseId id, String label, Map<String, ?> answers) {
    driver.complete(task(tasksOf(id), label), sample, answers);
    driver.runDueJobs();
  }

  /** Completes the one open task of the meeting with that label, by its form. */
  protected void done(Meeting meeting, String label, Map<String, ?> answers) {
    driver.complete(task(tasksOf(meeting), label), sample, answers);
    driver.runDueJobs();
  }

  protected List<Task> tasksOf(CaseId id) {
    return list(taskService.createTaskQuery().processVariableValueEquals("caseId", id.value()));
  }

  /** The labels of the case's open tasks. */
  protected List<String> open(CaseId id) {
    return tasksOf(id).stream().map(Task::getName).sorted().toList();
  }

  protected List<Task> tasksOf(Meeting meeting) {
    return list(taskService.createTaskQuery().processVariableValueEquals("meetingId", meeting.id()));
  }

  /** The sitting of a forum that comes next, planned if none is. */
  protected Meeting comingSitting(String authority, String forum) {
    return schedule.coming(authority, forum, new CaseId("NEW-2026-000001"));
  }

  /** The meeting on whose agenda the case stands. */
  protected Meeting sittingOf(CaseId id) {
    return sittings.of(cases.get(id).authority()).stream()
        .filter(meeting -> agenda.of(meeting.id()).stream().anyMatch(item -> item.caseId().equals(id)
            && List.of("PROPOSED", "LISTED").contains(item.state().name())))
        .reduce((first, second) -> second).orElseThrow();
  }

  /** Answers by key: {@code with("route", "ROUTE_1", "level", "LEVEL_3")}. */
  protected static Map<String, Object> with(Object... keysAndValues) {
    var answers = new HashMap<String, Object>();
    for (var i = 0; i < keysAndValues.length; i += 2) {
      answers.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return answers;
  }

  protected static Task task(List<Task> tasks, String label) {
    var found = tasks.stream().filter(task -> task.getName().equals(label)).toList();
    assertThat(found).as("open tasks '%s' among %s", label, tasks.stream().map(Task::getName).toList()).hasSize(1);
    return found.get(0);
  }

  protected long notices(Meeting meeting, String name) {
    return jdbc.sql("select count(*) from notice where meeting_id = ? and name = ?").params(meeting.id(), name).query(Long.class).single();
  }

  /** How often somebody was told so about the case. */
  protected long told(CaseId id, String name) {
    return deliveries.of(id).stream().filter(notice -> notice.name().equals(name)).count();
  }

  protected void raiseConcern(CaseId id) {
    formService.submitStartForm(repositoryService.createProcessDefinitionQuery().processDefinitionKey("raiseConcern")
        .tenantIdIn(cases.get(id).authority()).latestVersion().singleResult().getId(), with("caseReference", id.value(), "concern", "A bruise was seen"));
    driver.runDueJobs();
  }

  protected MimeMessage sent(Notice notice) throws IOException, MessagingException {
    try (var eml = Files.newInputStream(mails.folder().resolve(notice.messageId().replaceAll("[^a-zA-Z0-9.-]", "_") + ".eml"))) {
      return new MimeMessage(Session.getInstance(new Properties()), eml);
    }
  }

  /** What a notice says that is not locked. */
  protected String open(Notice notice) throws IOException, MessagingException {
    return sent(notice).getContent().toString();
  }

  /** The protected letter of a notice that was sent. */
  protected byte[] enclosed(Notice notice) throws IOException, MessagingException {
    return ((MimeMultipart) sent(notice).getContent()).getBodyPart(1).getInputStream().readAllBytes();
  }

  /** What the enclosed letter says, opened with its password; the pages are parted by form feeds. */
  protected String letter(Notice notice) throws IOException, MessagingException {
    var enclosed = ((MimeMultipart) sent(notice).getContent()).getBodyPart(1).getInputStream().readAllBytes();
    try (var pdf = Loader.loadPDF(enclosed, password(notice))) {
      var text = new PDFTextStripper();
      text.setPageEnd("\f");
      return text.getText(pdf);
    }
  }

  /** As business support would read it out; taken from the database, so that it does not count as seen. */
  protected String password(Notice notice) {
    return sealing.open(jdbc.sql("select sealed from notice where message_id = ?").param(notice.messageId()).query(String.class).single());
  }

  /** The notices of that name about a meeting, in their order. */
  protected List<Notice> sent(Meeting meeting, String name) {
    return deliveries.ofMeeting(meeting.id()).stream().filter(notice -> notice.name().equals(name)).toList();
  }

  protected List<Notice> sent(String name) {
    return jdbc.sql("select authority, message_id from notice where name = ? order by written_at, message_id").param(name)
        .query((row, number) -> deliveries.get(List.of(row.getString(1)), row.getString(2))).list();
  }

  /** The meeting that last decided on the case. */
  protected Meeting decidedAt(CaseId id) {
    return sittings.get(decisions.latest(id).orElseThrow().meetingId());
  }

  protected static Map<String, Object> present(String name, String service, String seat) {
    return with("name", name, "service", service, "role", seat, "remote", false);
  }

  protected Instant dueOf(CaseId id, String name) {
    return deadlineLists.ofCase(id).stream().filter(deadline -> deadline.name().equals(name)).findFirst().orElseThrow().dueAt();
  }

  protected Instant meetingDue(Meeting meeting, String name) {
    return deadlineLists.ofMeeting(meeting.id()).stream().filter(deadline -> deadline.name().equals(name)).findFirst().orElseThrow().dueAt();
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

  /** Begins one of the processes that somebody starts by a form. */
  protected void start(String authority, String process, Map<String, Object> answers) {
    formService.submitStartForm(repositoryService.createProcessDefinitionQuery().processDefinitionKey(process)
        .tenantIdIn(authority).latestVersion().singleResult().getId(), answers);
    driver.runDueJobs();
  }

  private static List<Task> list(TaskQuery query) {
    return query.initializeFormKeys().list();
  }
}
