package org.baton.platform.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.baton.platform.Rights;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.AuthorizationQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/**
 * Sees to it that nobody keeps what they held as what they no longer are: whoever leaves a group, an authority or altogether gives
 * their tasks back to those they are offered to, in the same transaction. What was granted to a person ends with the person.
 */
class Identities extends DbIdentityServiceProvider {

  private static final Set<String> WORKING = Set.of(Rights.WORKERS, Rights.SUPERVISORS, Rights.MANAGERS);

  private final FormerUsers former;

  Identities(FormerUsers former) {
    this.former = former;
  }

  @Override
  public IdentityOperationResult saveUser(User user) {
    if (((UserEntity) user).getRevision() == 0 && former.contains(user.getId())) {
      throw new BadUserRequestException("The user id '" + user.getId() + "' belonged to somebody who is gone; expected one that was never used");
    }
    return super.saveUser(user);
  }

  @Override
  public IdentityOperationResult deleteUser(String user) {
    var result = super.deleteUser(user);
    if (done(result)) {
      giveBack(user, task -> true);
      withdraw(user, grant -> true);
      former.add(user);
    }
    return result;
  }

  @Override
  public IdentityOperationResult deleteMembership(String user, String group) {
    var others = system(() -> createGroupQuery().groupMember(user).list()).stream().map(found -> found.getId()).filter(id -> !id.equals(group)).toList();
    var result = super.deleteMembership(user, group);
    if (done(result)) {
      left(user, group, others);
    }
    return result;
  }

  @Override
  public IdentityOperationResult deleteGroup(String group) {
    var members = system(() -> createUserQuery().memberOfGroup(group).list()).stream().map(User::getId).toList();
    var result = super.deleteGroup(group);
    if (done(result)) {
      members.forEach(user -> left(user, group,
          system(() -> createGroupQuery().groupMember(user).list()).stream().map(found -> found.getId()).filter(id -> !id.equals(group)).toList()));
    }
    return result;
  }

  @Override
  public IdentityOperationResult deleteTenantUserMembership(String tenant, String user) {
    var result = super.deleteTenantUserMembership(tenant, user);
    if (done(result)) {
      leftAuthority(user, tenant);
    }
    return result;
  }

  @Override
  public IdentityOperationResult deleteTenantGroupMembership(String tenant, String group) {
    var members = system(() -> createUserQuery().memberOfGroup(group).list());
    var result = super.deleteTenantGroupMembership(tenant, group);
    if (done(result)) {
      members.forEach(user -> leftAuthority(user.getId(), tenant));
    }
    return result;
  }

  @Override
  public IdentityOperationResult deleteTenant(String tenant) {
    var members = system(() -> createUserQuery().memberOfTenant(tenant).list());
    var result = super.deleteTenant(tenant);
    if (done(result)) {
      members.forEach(user -> leftAuthority(user.getId(), tenant));
    }
    return result;
  }

  private static boolean done(IdentityOperationResult result) {
    return IdentityOperationResult.OPERATION_DELETE.equals(result.getOperation());
  }

  /** @param others the groups that the user is in still */
  private void left(String user, String group, Collection<String> others) {
    if (WORKING.contains(group) && others.stream().noneMatch(WORKING::contains)) {
      giveBack(user, task -> true);
    } else {
      giveBack(user, task -> offeredTo(task, Set.of(group)) && !offeredTo(task, others));
    }
  }

  private void leftAuthority(String user, String tenant) {
    giveBack(user, task -> tenant.equals(task.getTenantId()));
    withdraw(user, grant -> grant.getResourceType() == Resources.TASK.resourceType() && ofTenant(grant.getResourceId(), tenant));
  }

  private static boolean offeredTo(TaskEntity task, Collection<String> groups) {
    return task.getCandidates().stream().map(IdentityLink::getGroupId).anyMatch(new HashSet<>(groups)::contains);
  }

  private boolean ofTenant(String taskId, String tenant) {
    var task = Context.getCommandContext().getTaskManager().findTaskById(taskId);
    return task != null && tenant.equals(task.getTenantId());
  }

  /** Takes the task from whoever holds it, with the right to read it; it stays offered to its groups. */
  private void giveBack(String user, Predicate<TaskEntity> which) {
    List<Task> held = system(() -> {
      var query = new TaskQueryImpl();
      query.taskAssignee(user);
      return Context.getCommandContext().getTaskManager().findTasksByQueryCriteria(query);
    });
    held.stream().map(TaskEntity.class::cast).filter(which).forEach(task -> system(() -> {
      task.setAssignee(null);
      return task.triggerUpdateEvent();
    }));
  }

  private void withdraw(String user, Predicate<AuthorizationEntity> which) {
    List<Authorization> granted = system(() -> {
      var query = new AuthorizationQueryImpl();
      query.userIdIn(user);
      return Context.getCommandContext().getAuthorizationManager().selectAuthorizationByQueryCriteria(query);
    });
    granted.stream().map(AuthorizationEntity.class::cast).filter(which)
        .forEach(grant -> system(() -> {
          Context.getCommandContext().getDbEntityManager().delete(grant);
          return null;
        }));
  }

  /** What follows from leaving is Baton's own work, whoever took the person out. */
  private static <T> T system(Supplier<T> work) {
    var context = Context.getCommandContext();
    var tenants = context.isTenantCheckEnabled();
    context.disableTenantCheck();
    try {
      return context.runWithoutAuthorization(work::get);
    } finally {
      if (tenants) {
        context.enableTenantCheck();
      }
    }
  }
}
