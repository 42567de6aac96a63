package org.baton.platform;

import java.io.InputStream;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** Takes note of the files of packs that a person is given, by REST or in Cockpit: a changed file that comes back rests on what was fetched. */
class WatchedRepository extends RepositoryServiceImpl {

  private final ProcessEngineConfigurationImpl engine;
  private final PackChanges changes;

  WatchedRepository(ProcessEngineConfigurationImpl engine, PackChanges changes) {
    this.engine = engine;
    this.changes = changes;
  }

  @Override
  public InputStream getResourceAsStream(String deploymentId, String resourceName) {
    var content = super.getResourceAsStream(deploymentId, resourceName);
    note(deploymentId, resourceName);
    return content;
  }

  @Override
  public InputStream getResourceAsStreamById(String deploymentId, String resourceId) {
    var content = super.getResourceAsStreamById(deploymentId, resourceId);
    note(deploymentId, resourceId);
    return content;
  }

  private void note(String deploymentId, String resource) {
    var who = engine.getIdentityService().getCurrentAuthentication();
    if (who != null && who.getUserId() != null) {
      changes.fetched(who.getUserId(), deploymentId, resource);
    }
  }
}
