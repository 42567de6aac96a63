package org.baton.platform;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.query.Query;

/**
 * Which engine commands a logged-in person may give, by the rights of their groups; everything else is refused, whichever API it comes
 * through. A person's work goes through forms: variables, due dates, messages, BPMN errors, comments and the like have no door of
 * their own, as what they carry would neither be checked nor stay out of the engine's history.
 *
 * <p>Commands that run inside another one, and those of jobs, are Baton's own and pass.
 */
class Doors extends CommandInterceptor {

  /** Reading, as far as authorizations allow; what is named here reads although its name does not say so. */
  private static final Set<String> READING = Set.of("ExecuteFilterListCmd", "ExecuteFilterListPageCmd", "ExecuteFilterCountCmd",
      "ExecuteFilterSingleResultCmd", "AuthorizationCheckCmd", "CheckPassword", "FindActiveActivityIdsCmd", "IsIdentityServiceReadOnlyCmd",
      "IsTelemetryEnabledCmd", "CreateUserQueryCmd", "CreateGroupQueryCmd", "CreateTenantQueryCmd");
  private static final Set<String> WORK = Set.of("SubmitTaskFormCmd", "SubmitStartFormCmd", "ClaimTaskCmd", "AssignTaskCmd");
  private static final Set<String> MANAGEMENT = Set.of("DeployCmd");

  private final ProcessEngineConfigurationImpl engine;
  private final TaskReads reads;

  Doors(ProcessEngineConfigurationImpl engine, TaskReads reads) {
    this.engine = engine;
    this.reads = reads;
  }

  @Override
  public <T> T execute(Command<T> command) {
    var who = Context.getCommandContext() == null ? engine.getIdentityService().getCurrentAuthentication() : null;
    var person = who != null && who.getUserId() != null;
    if (person) {
      check(command, who.getUserId(), new HashSet<>(who.getGroupIds() == null ? Set.of() : who.getGroupIds()));
    }
    var answer = next.execute(command);
    if (person && command instanceof GetTaskFormVariablesCmd form) {
      reads.shown(form.resourceId);
    }
    return answer;
  }

  private static void check(Command<?> command, String user, Set<String> groups) {
    if (groups.contains(Rights.ADMINISTRATORS) || reads(command)) {
      return;
    }
    var name = command.getClass().getSimpleName();
    var allowed = WORK.contains(name)
        || MANAGEMENT.contains(name) && groups.contains(Rights.MANAGERS);
    if (!allowed) {
      throw new AuthorizationException("User '" + user + "' may not do this; people work through the forms of their tasks, and only an administrator may do this");
    }
  }

  private static boolean reads(Command<?> command) {
    var type = command.getClass();
    return command instanceof Query || type.getSimpleName().startsWith("Get") || READING.contains(type.getSimpleName())
        || type.getName().startsWith("org.camunda.bpm.webapp.") || type.getName().startsWith("org.camunda.bpm.cockpit.")
        || type.getName().startsWith("org.camunda.bpm.admin.") || type.getName().startsWith("org.camunda.bpm.tasklist.")
        || type.getName().startsWith("org.camunda.bpm.engine.rest.");
  }
}
