package org.baton.platform;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.repository.DefaultDeploymentHandler;
import org.camunda.bpm.engine.impl.repository.DefaultDeploymentHandlerFactory;
import org.camunda.bpm.engine.repository.DeploymentHandler;
import org.camunda.bpm.engine.repository.Resource;

/**
 * What is sent is deployed. Camunda Modeler always asks for the engine's filter of duplicates, which compares with an older deployment of
 * that name and not with the pack in force: it would answer 200 and change nothing where a colleague has changed the file since.
 */
class EveryDeployment extends DefaultDeploymentHandlerFactory {

  @Override
  public DeploymentHandler buildDeploymentHandler(ProcessEngine engine) {
    return new DefaultDeploymentHandler(engine) {
      @Override
      public boolean shouldDeployResource(Resource sent, Resource existing) {
        return true;
      }
    };
  }
}
