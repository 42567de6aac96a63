package org.baton.platform;

import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;

/**
 * Deployments as packs need them: those of one authority one after the other, and never left out as a duplicate, as Camunda Modeler always
 * asks. What the answer names is in force.
 */
class PackRepository extends RepositoryServiceImpl {

  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  @Override
  public DeploymentBuilder createDeployment() {
    return new InTurn(this);
  }

  /** Within one node; between nodes the row of the authority's first version is locked, see {@link PackGate}. */
  private DeploymentWithDefinitions inTurn(InTurn builder) {
    var lock = locks.computeIfAbsent(String.valueOf(builder.getDeployment().getTenantId()), authority -> new ReentrantLock());
    lock.lock();
    try {
      return deployWithResult(builder);
    } finally {
      lock.unlock();
    }
  }

  private static final class InTurn extends DeploymentBuilderImpl {

    private static final long serialVersionUID = 1;

    private final transient PackRepository repository;

    InTurn(PackRepository repository) {
      super(repository);
      this.repository = repository;
    }

    @Override
    public DeploymentBuilder enableDuplicateFiltering() {
      return this;
    }

    @Override
    public DeploymentBuilder enableDuplicateFiltering(boolean changedOnly) {
      return this;
    }

    /** Until that day nothing of the authority could begin, not even a concern. */
    @Override
    public DeploymentBuilder activateProcessDefinitionsOn(Date date) {
      throw new BadUserRequestException("deployment-activation-time is " + date.toInstant() + "; expected none, as a version is in force once it is taken");
    }

    @Override
    public DeploymentWithDefinitions deployWithResult() {
      return repository.inTurn(this);
    }
  }
}
