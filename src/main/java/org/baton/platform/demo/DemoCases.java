package org.baton.platform.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseFile;
import org.baton.panel.agenda.Agenda;
import org.baton.panel.sitting.Meeting;
import org.baton.panel.sitting.Schedule;
import org.baton.panel.sitting.Sittings;
import org.baton.pathway.Referrals;
import org.baton.protocol.Fact;
import org.baton.protocol.Packs;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets each authority live through the last twelve weeks with made-up referrals, so that cases stand at every stage and some are
 * overdue. Only in an empty database; before the job executor starts, so that the clock may be turned back.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "baton.demo.cases", matchIfMissing = true)
@Order(30)
class DemoCases implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(DemoCases.class);
  private static final int WEEKS = 12;
  private static final int REFERRALS_A_WEEK = 4;
  /** How likely a task is done on a given day; what is left over long enough becomes overdue. */
  private static final double DONE_A_DAY = 0.16;
  /** What concerns a sitting has its day and is rarely left. */
  private static final double DONE_AT_A_SITTING = 0.8;
  private static final int MOST_STEPS_OF_A_DAY = 100;
  private static final LocalTime SITS_AT = LocalTime.of(13, 0);
  /** Sittings of these last weeks wait for whoever tries Baton. */
  private static final int WEEKS_LEFT_TO_THE_VISITOR = 3;

  private final Packs packs;
  private final Referrals referrals;
  private final CaseFile cases;
  private final CaseDriver driver;
  private final TaskService taskService;
  private final Sittings sittings;
  private final Agenda agenda;
  private final Schedule schedule;
  /** Tasks that made-up answers cannot do. */
  private final Set<String> left = new HashSet<>();

  DemoCases(Packs packs, Referrals referrals, CaseFile cases, CaseDriver driver, TaskService taskService, Sittings sittings, Agenda agenda, Schedule schedule) {
    this.packs = packs;
    this.referrals = referrals;
    this.cases = cases;
    this.driver = driver;
    this.taskService = taskService;
    this.sittings = sittings;
    this.agenda = agenda;
    this.schedule = schedule;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    var empty = packs.authorities().stream().filter(authority -> cases.list(List.of(authority), "", 1).isEmpty()).toList();
    if (empty.isEmpty()) {
      return;
    }
    var today = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), WorkingCalendar.ZONE);
    var random = new Random(20);
    try {
      var sample = new SampleAnswers(20, today);
      for (var day = today.minusWeeks(WEEKS); day.isBefore(today); day = day.plusDays(1)) {
        ClockUtil.setCurrentTime(Date.from(WorkingCalendar.at(day, LocalTime.of(11, 0))));
        sample.on(day);
        driver.runDueJobs();
        if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
          for (var authority : empty) {
            if (random.nextInt(5) < REFERRALS_A_WEEK) {
              referrals.receive(authority, null, sample.referral(packs.current(authority).form("referral"), Map.of()));
            }
          }
          workThroughTheDay(sample, random, day.isBefore(today.minusWeeks(WEEKS_LEFT_TO_THE_VISITOR)));
        }
        var last = day;
        openSittings(empty.stream().filter(authority -> last.equals(lastWorkingDayBefore(authority, today))).toList(), day, sample);
      }
    } finally {
      ClockUtil.reset();
    }
    driver.runDueJobs();
    LOG.info("Demo cases of {} are at {} open tasks", empty, taskService.createTaskQuery().count());
  }

  private void workThroughTheDay(SampleAnswers sample, Random random, boolean sittings) {
    for (var task : openTasks()) {
      if (stillOpen(task) && random.nextDouble() < (sittings && ofMeeting(task) ? DONE_AT_A_SITTING : DONE_A_DAY)) {
        complete(task, sample);
      }
    }
    // A sitting that has opened goes through its agenda the same day.
    for (var step = 0; sittings && step < MOST_STEPS_OF_A_DAY; step++) {
      var next = openTasks().stream().filter(task -> taskService.getVariable(task.getId(), Fact.AGENDA_ITEM_ID) != null && ofMeeting(task)).findFirst();
      if (next.isEmpty()) {
        return;
      }
      complete(next.get(), sample);
    }
  }

  private LocalDate lastWorkingDayBefore(String authority, LocalDate today) {
    var calendar = packs.current(authority).calendar();
    return today.datesUntil(today.minusWeeks(2), Period.ofDays(-1)).skip(1).filter(calendar::isWorkingDay).findFirst().orElseThrow();
  }

  /** Brings each authority's sitting with the most cases forward to that day and opens it, so that a visitor finds one to go on with on any day of the year. */
  private void openSittings(List<String> authorities, LocalDate day, SampleAnswers sample) {
    var brought = authorities.stream().flatMap(authority -> sittings.of(authority).stream().filter(meeting -> meeting.state() == Meeting.State.PLANNED)
        .filter(meeting -> !agenda.of(meeting.id()).isEmpty()).max(Comparator.comparing(meeting -> agenda.of(meeting.id()).size())).stream()).toList();
    brought.forEach(meeting -> schedule.move(meeting.id(), day, SITS_AT, "Brought forward, so that it can be seen"));
    brought.forEach(meeting -> workOff(meeting, sample));
    ClockUtil.setCurrentTime(Date.from(WorkingCalendar.at(day, SITS_AT)));
    brought.forEach(meeting -> workOff(meeting, sample));
  }

  /** All that has to be done before the first case is called. */
  private void workOff(Meeting meeting, SampleAnswers sample) {
    driver.runDueJobs();
    for (var step = 0; step < MOST_STEPS_OF_A_DAY; step++) {
      var next = openTasks().stream().filter(task -> meeting.id().equals(taskService.getVariable(task.getId(), Fact.MEETING_ID)))
          .filter(task -> taskService.getVariable(task.getId(), Fact.AGENDA_ITEM_ID) == null).findFirst();
      if (next.isEmpty()) {
        return;
      }
      complete(next.get(), sample);
    }
  }

  /** What made-up answers cannot do, as two votes of one service, is left to a person; it must not keep Baton from starting. */
  private void complete(Task task, SampleAnswers sample) {
    try {
      driver.complete(task, sample, Map.of());
    } catch (FormFieldValidationException e) {
      left.add(task.getId());
      LOG.info("The demo leaves the task '{}' open: {}", task.getName(), e.getMessage());
    }
    driver.runDueJobs();
  }

  private List<Task> openTasks() {
    return taskService.createTaskQuery().taskMinPriority(CaseDriver.USUAL_PRIORITY).initializeFormKeys().orderByTaskCreateTime().asc().list().stream().filter(task -> !left.contains(task.getId())).toList();
  }

  private boolean ofMeeting(Task task) {
    return taskService.getVariable(task.getId(), Fact.MEETING_ID) != null;
  }

  private boolean stillOpen(Task task) {
    return taskService.createTaskQuery().taskId(task.getId()).count() == 1;
  }
}
