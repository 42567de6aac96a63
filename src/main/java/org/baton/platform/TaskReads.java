package org.baton.platform;

import java.util.List;
import org.baton.casefile.CaseFile;
import org.baton.casefile.access.CurrentUser;
import org.baton.casefile.access.ReadLog;
import org.baton.panel.agenda.Agenda;
import org.baton.panel.agenda.AgendaItem;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Notes that a task's form showed a person what stands in family files: of its case, or of all cases on the agenda of its meeting. */
@Component
class TaskReads {

  private final TaskCases tasks;
  private final CaseFile cases;
  private final Agenda agenda;
  private final ReadLog log;
  private final CurrentUser user;

  TaskReads(TaskCases tasks, @Lazy CaseFile cases, @Lazy Agenda agenda, @Lazy ReadLog log, CurrentUser user) {
    this.tasks = tasks;
    this.cases = cases;
    this.agenda = agenda;
    this.log = log;
    this.user = user;
  }

  /** @param task id of an open task whose form was filled for the person at hand; of a task that is gone nothing is noted */
  void shown(String task) {
    tasks.find(task).ifPresent(about -> {
      var shown = about.caseId().map(List::of).orElseGet(() -> about.meetingId().map(meeting -> agenda.of(meeting).stream().map(AgendaItem::caseId).distinct().toList())
          .orElse(List.of()));
      shown.stream().findFirst().map(cases::get).ifPresent(first -> log.note(user.id(), first.authority(), shown, "task", "the open task " + about.definition()));
    });
  }
}
