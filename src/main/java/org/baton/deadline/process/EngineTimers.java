package org.baton.deadline.process;

import java.util.Date;
import org.baton.deadline.Deadlines;
import org.baton.deadline.Timers;
import org.baton.protocol.SystemRights;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Evaluates the due dates of an activity's timers again, which gives them the stored instants, and sets that of its task. */
@Component
class EngineTimers implements Timers {

  private final ManagementService managementService;
  private final TaskService taskService;
  private final ObjectProvider<Deadlines> deadlines;
  private final SystemRights rights;

  EngineTimers(@Lazy ManagementService managementService, @Lazy TaskService taskService, ObjectProvider<Deadlines> deadlines,
      SystemRights rights) {
    this.rights = rights;
    this.managementService = managementService;
    this.taskService = taskService;
    this.deadlines = deadlines;
  }

  @Override
  public void follow(String activity) {
    rights.asSystem(() -> followTo(activity, activity.substring(activity.indexOf('/') + 1)));
  }

  private String followTo(String activity, String execution) {
    managementService.createJobQuery().executionId(execution).timers().list()
        .forEach(timer -> managementService.recalculateJobDuedate(timer.getId(), false));
    taskService.createTaskQuery().executionId(execution).list().forEach(task -> {
      task.setDueDate(deadlines.getObject().earliest(activity).map(Date::from).orElse(null));
      taskService.saveTask(task);
    });
    return activity;
  }
}
