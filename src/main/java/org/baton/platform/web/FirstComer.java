package org.baton.platform.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Locale;
import java.util.regex.Pattern;
import org.baton.calendar.WorkingCalendar;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who was first, where two did one thing at once; told to those whom the task was offered to, and to nobody else. */
final class FirstComer {

  private static final Pattern TASK = Pattern.compile("/task/([^/]+)/(submit-form|complete|resolve|claim|unclaim|assignee|form-variables)/?$");
  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.UK).withZone(WorkingCalendar.ZONE);

  private FirstComer() {}

  /** Empty if the request is about no task that the caller was offered, or nobody was first. */
  static Optional<String> words(ProcessEngine engine) {
    var who = engine.getIdentityService().getCurrentAuthentication();
    var path = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web ? web.getRequest().getRequestURI() : "";
    var asked = TASK.matcher(path);
    if (who == null || who.getUserId() == null || !asked.find()) {
      return Optional.empty();
    }
    engine.getIdentityService().clearAuthentication();
    try {
      return words(engine, asked.group(1), who);
    } finally {
      engine.getIdentityService().setAuthentication(who);
    }
  }

  private static Optional<String> words(ProcessEngine engine, String id, Authentication who) {
    var task = engine.getHistoryService().createHistoricTaskInstanceQuery().taskId(id).singleResult();
    if (task == null || !mine(task.getTenantId(), who.getTenantIds()) || !offered(engine, id, who)) {
      return Optional.empty();
    }
    if (task.getEndTime() == null) {
      return Optional.ofNullable(task.getAssignee()).map(holder -> "'" + task.getName() + "' is with " + named(holder, who) + " already; nothing was changed");
    }
    if (TaskEntity.DELETE_REASON_DELETED.equals(task.getDeleteReason())) {
      return Optional.of("'" + task.getName() + "' was taken back on " + WHEN.format(task.getEndTime().toInstant())
          + ", as the case went another way; nothing of this was stored");
    }
    return Optional.of("'" + task.getName() + "' was done by " + doer(engine, task).map(doer -> named(doer, who)).orElse("another step of the case")
        + " on " + WHEN.format(task.getEndTime().toInstant()) + "; nothing of this was stored");
  }

  private static boolean mine(String tenant, List<String> tenants) {
    return tenant != null && tenants != null && tenants.contains(tenant);
  }

  private static boolean offered(ProcessEngine engine, String id, Authentication who) {
    return engine.getHistoryService().createHistoricIdentityLinkLogQuery().taskId(id).list().stream()
        .anyMatch(link -> who.getUserId().equals(link.getUserId()) || who.getGroupIds() != null && who.getGroupIds().contains(link.getGroupId()));
  }

  private static Optional<String> doer(ProcessEngine engine, HistoricTaskInstance task) {
    return engine.getHistoryService().createUserOperationLogQuery().taskId(task.getId()).operationType("Complete").orderByTimestamp().desc().list().stream()
        .map(entry -> entry.getUserId()).findFirst().or(() -> Optional.ofNullable(task.getAssignee()));
  }

  private static String named(String user, Authentication who) {
    return user.equals(who.getUserId()) ? "you" : user;
  }
}
