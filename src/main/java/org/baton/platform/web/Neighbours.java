package org.baton.platform.web;

import java.util.Collections;
import java.util.List;
import org.baton.platform.Rights;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.HistoricActivityStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Shuts the gaps of the engine's own checks: statistics count what whoever asks may not see and ask for no tenant, and groups and
 * tenants of others tell that the others exist.
 */
class Neighbours extends CommandInterceptor {

  /** Whoever watches over all cases of the authority, and over the versions that they run under. */
  private static final List<String> WATCHING = List.of(Rights.SUPERVISORS, Rights.MANAGERS);

  private final ProcessEngineConfigurationImpl engine;

  Neighbours(ProcessEngineConfigurationImpl engine) {
    this.engine = engine;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (Context.getCommandContext() == null) {
      var who = engine.getIdentityService().getCurrentAuthentication();
      if (who != null && who.getUserId() != null && (who.getGroupIds() == null || !who.getGroupIds().contains(Rights.ADMINISTRATORS))) {
        check(command, who);
      }
    }
    return next.execute(command);
  }

  private void check(Command<?> command, Authentication who) {
    if (command instanceof GroupQueryImpl groups) {
      self(groups.getUserId(), who);
    } else if (command instanceof TenantQueryImpl tenants) {
      self(tenants.getUserId(), who);
    } else if (counts(command) && Collections.disjoint(who.getGroupIds() == null ? List.of() : who.getGroupIds(), WATCHING)) {
      throw new AuthorizationException("User '" + who.getUserId() + "' may not count what others work on; supervisors and managers may");
    } else if (command instanceof HistoricActivityStatisticsQueryImpl statistics) {
      var mine = who.getTenantIds() == null ? List.<String>of() : who.getTenantIds();
      // The engine's own query of definitions leaves out what belongs to others.
      if (engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionId(statistics.getProcessDefinitionId())
          .tenantIdIn(mine.toArray(String[]::new)).count() == 0) {
        throw new NotFoundException("No process definition found with that id");
      }
    }
  }

  private static boolean counts(Command<?> command) {
    return command.getClass().getSimpleName().endsWith("StatisticsQueryImpl");
  }

  private static void self(String asked, Authentication who) {
    if (asked != null && !asked.equals(who.getUserId())) {
      throw new AuthorizationException("User '" + who.getUserId() + "' may see their own groups and authorities, and nobody else's");
    }
  }
}
