package org.baton.mutation;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Map;
import org.baton.protocol.PackFiles;
import org.baton.protocol.Packs;
import org.baton.support.CleanSlate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Brings a mutant into force wherever a test runs, past the check that would refuse it: what is asked is whether the test notices. Takes
 * it away again with all that ran under it.
 */
public final class MutatedPacks implements BeforeEachCallback {

  private static Mutant mutant;
  private static PackFiles shipped;
  private static final Map<ApplicationContext, String> DEPLOYED = new IdentityHashMap<>();
  private static String refused = "";

  /** From now on tests meet this mutant. */
  static void plant(Mutant planted, PackFiles pack) {
    mutant = planted;
    shipped = pack;
    refused = "";
  }

  /** From now on tests meet the shipped pack again. */
  static void uproot() {
    DEPLOYED.forEach((context, deployment) -> {
      context.getBean(CleanSlate.class).wipe();
      context.getBean(JdbcClient.class).sql("delete from pack_version where deployment_id = ?").param(deployment).update();
      context.getBean(RepositoryService.class).deleteDeployment(deployment, true, true, true);
    });
    DEPLOYED.clear();
    mutant = null;
  }

  /** Why the engine itself did not take the mutant; empty if it did. */
  static String refused() {
    return refused;
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    if (mutant == null) {
      return;
    }
    var context = SpringExtension.getApplicationContext(test);
    if (!DEPLOYED.containsKey(context)) {
      try {
        DEPLOYED.put(context, deploy(context, mutant.in(shipped)));
      } catch (RuntimeException e) {
        refused = String.valueOf(e.getMessage());
        throw e;
      }
    }
  }

  private static String deploy(ApplicationContext context, PackFiles files) {
    var engine = (ProcessEngineConfigurationImpl) context.getBean(ProcessEngine.class).getProcessEngineConfiguration();
    var deployers = engine.getDeployers();
    var past = new ArrayList<>(deployers);
    past.removeIf(deployer -> deployer.getClass().getSimpleName().equals("PackGate"));
    past.add(0, new Noted(context.getBean(Packs.class)));
    engine.getDeploymentCache().setDeployers(past);
    try {
      var deployment = context.getBean(RepositoryService.class).createDeployment().name("mutant").tenantId(files.authority());
      files.content().forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
      return deployment.deploy().getId();
    } finally {
      engine.getDeploymentCache().setDeployers(deployers);
    }
  }

  /** Notes the version, as the gate would. */
  private record Noted(Packs packs) implements Deployer {

    @Override
    public void deploy(DeploymentEntity deployment) {
      if (deployment.isNew()) {
        var before = packs.versions(deployment.getTenantId()).get(0);
        packs.deployed(deployment.getTenantId(), deployment.getId(), before.deploymentId(), Packs.Origin.RELEASE, "system", before.releaseHash());
      }
    }
  }
}
