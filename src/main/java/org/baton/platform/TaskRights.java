package org.baton.platform;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/**
 * A task is only ever held by somebody who is offered it: a person claims for themselves, a supervisor gives it to somebody of the same
 * authority in one of its groups. Whoever a task is taken from loses the right to read it, which the engine by itself would leave for as
 * long as the task is open.
 */
class TaskRights extends DefaultAuthorizationProvider {

  @Override
  public AuthorizationEntity[] newTaskAssignee(Task task, String before, String now) {
    var who = Context.getCommandContext().getAuthentication();
    if (who != null && who.getUserId() != null && now != null && !now.equals(before)) {
      checkHolder((TaskEntity) task, now, who);
    }
    if (before != null && !before.equals(now)) {
      Context.getCommandContext().getAuthorizationManager().deleteAuthorizationsByResourceIdAndUserId(Resources.TASK, task.getId(), before);
    }
    return super.newTaskAssignee(task, before, now);
  }

  private static void checkHolder(TaskEntity task, String holder, Authentication who) {
    var groups = who.getGroupIds() == null ? new HashSet<String>() : new HashSet<>(who.getGroupIds());
    var gives = groups.contains(Rights.SUPERVISORS) || groups.contains(Rights.ADMINISTRATORS);
    if (!holder.equals(who.getUserId()) && !gives) {
      throw new AuthorizationException("User '" + who.getUserId() + "' may not give task '" + task.getId()
          + "' to somebody else; a person claims a task for themselves, a supervisor assigns it");
    }
    var offered = task.getCandidates().stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).collect(Collectors.toSet());
    if (!isOffered(task, holder, offered)) {
      throw new AuthorizationException("Task '" + task.getId() + "' is not offered to the user it is to be given to; expected somebody of '" + task.getTenantId()
          + "' in one of the groups " + offered);
    }
  }

  private static boolean isOffered(TaskEntity task, String holder, Set<String> offered) {
    var identities = Context.getProcessEngineConfiguration().getIdentityService();
    return Context.getCommandContext().runWithoutAuthorization(() ->
        identities.createUserQuery().userId(holder).memberOfTenant(task.getTenantId()).count() == 1
            && identities.createGroupQuery().groupMember(holder).list().stream().anyMatch(group -> offered.contains(group.getId())));
  }
}
