package org.baton.platform;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.baton.protocol.Pack;
import org.baton.protocol.StartRule;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The groups that carry rights, the same for every authority: which cases they reach is decided by the tenant and by the candidate
 * groups of tasks. Nobody who works on cases is an engine administrator, as that group is not bound to a tenant.
 */
@Component
public class Rights {

  public static final String ADMINISTRATORS = "camunda-admin";
  /** Complete the tasks they are offered and start what has a start form. */
  public static final String WORKERS = "baton-workers";
  /** See all tasks, timers and incidents of their authority in Cockpit and assign tasks. */
  public static final String SUPERVISORS = "baton-supervisors";
  /** May deploy changed models and tables, through the pack check. */
  public static final String MANAGERS = "baton-managers";

  private final IdentityService identityService;
  private final AuthorizationService authorizationService;
  private final FilterService filterService;
  private final TaskService taskService;

  Rights(IdentityService identityService, AuthorizationService authorizationService, FilterService filterService, TaskService taskService) {
    this.identityService = identityService;
    this.authorizationService = authorizationService;
    this.filterService = filterService;
    this.taskService = taskService;
  }

  /** Creates groups, grants and Tasklist filters that are missing; a repeated call changes nothing. */
  void setUp() {
    for (var group : List.of(WORKERS, SUPERVISORS, MANAGERS)) {
      group(group, group.substring("baton-".length()));
      grant(group, Resources.PROCESS_DEFINITION, "*", Permissions.READ);
      grant(group, Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
      grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
      grant(group, Resources.APPLICATION, "welcome", Permissions.ACCESS);
    }
    for (var group : List.of(SUPERVISORS, MANAGERS)) {
      grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
      grant(group, Resources.DECISION_DEFINITION, "*", Permissions.READ);
      grant(group, Resources.DEPLOYMENT, "*", Permissions.READ);
    }
    grant(SUPERVISORS, Resources.PROCESS_DEFINITION, "*", Permissions.READ, ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_HISTORY, ProcessDefinitionPermissions.READ_TASK, ProcessDefinitionPermissions.TASK_ASSIGN);
    grant(MANAGERS, Resources.DEPLOYMENT, "*", Permissions.READ, Permissions.CREATE);
    filter("My tasks", 20, taskService.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
    filter("Offered to me", 10, taskService.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}").taskUnassigned());
    filter("All tasks I may see", 30, taskService.createTaskQuery());
  }

  /** The groups of the pack's roles, and the processes that they start; a repeated call changes nothing. */
  void rolesOf(Pack pack) {
    pack.roles().forEach(role -> pack.groups(role).forEach(group -> group(group, group)));
    startersOf(pack);
  }

  /**
   * Lets the roles that the table {@code starter} names start its processes, and nobody else of the authority, so that Tasklist offers
   * each person what they may start. A repeated call changes nothing.
   */
  private void startersOf(Pack pack) {
    var wanted = new HashSet<Map.Entry<String, String>>();
    pack.startable().forEach(process -> StartRule.of(pack, process).roles().forEach(role -> pack.groups(role).forEach(group -> wanted.add(Map.entry(process, group)))));
    var standing = new HashSet<Map.Entry<String, String>>();
    authorizationService.createAuthorizationQuery().resourceType(Resources.PROCESS_DEFINITION).list().stream()
        .filter(grant -> grant.getGroupId() != null && grant.getGroupId().startsWith(pack.authority() + ".")).forEach(grant -> {
          var entry = Map.entry(grant.getResourceId(), grant.getGroupId());
          if (!wanted.contains(entry)) {
            authorizationService.deleteAuthorization(grant.getId());
          }
          standing.add(entry);
        });
    wanted.stream().filter(entry -> !standing.contains(entry)).forEach(entry ->
        grant(entry.getValue(), Resources.PROCESS_DEFINITION, entry.getKey(), Permissions.READ, ProcessDefinitionPermissions.CREATE_INSTANCE));
  }

  /** Creates the group if it is missing. */
  public void group(String id, String name) {
    if (identityService.createGroupQuery().groupId(id).count() == 0) {
      var group = identityService.newGroup(id);
      group.setName(name);
      group.setType("WORKFLOW");
      identityService.saveGroup(group);
    }
  }

  private void grant(String group, Resource resource, String id, Permission... permissions) {
    var grant = authorizationService.createAuthorizationQuery().groupIdIn(group).resourceType(resource).resourceId(id).singleResult();
    if (grant == null) {
      grant = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      grant.setGroupId(group);
      grant.setResource(resource);
      grant.setResourceId(id);
    }
    grant.setPermissions(permissions);
    authorizationService.saveAuthorization(grant);
  }

  private void filter(String name, int priority, TaskQuery query) {
    if (filterService.createTaskFilterQuery().filterName(name).count() == 0) {
      var filter = filterService.newTaskFilter(name);
      filter.setQuery(query.orderByDueDate().asc());
      filter.setProperties(Map.of("priority", priority, "refresh", true, "showUndefinedVariable", false));
      filterService.saveFilter(filter);
      for (var group : List.of(WORKERS, SUPERVISORS, MANAGERS)) {
        grant(group, Resources.FILTER, filter.getId(), Permissions.READ);
      }
    }
  }
}
