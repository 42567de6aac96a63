package org.baton.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.baton.protocol.PackCheck;
import org.baton.protocol.PackFault;
import org.baton.protocol.PackFiles;
import org.baton.protocol.PackRefusedException;
import org.baton.protocol.PackVocabulary;
import org.baton.protocol.Packs;
import org.baton.protocol.Packs.Origin;
import org.baton.protocol.Packs.PackVersion;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ResourceTypes;

/**
 * Stands before every deployment, by whichever door it comes: without an authority that is the caller's own there is none, one
 * changed file becomes a whole new version of the pack, and a pack with a fault is refused whole.
 */
class PackGate implements Deployer {

  /** Source of the deployments that Baton makes at start-up from the shipped files. */
  static final String SHIPPED = "Baton release ";

  private final Packs packs;
  private final PackVocabulary vocabulary;

  PackGate(Packs packs, PackVocabulary vocabulary) {
    this.packs = packs;
    this.vocabulary = vocabulary;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      return;
    }
    var caller = Optional.ofNullable(Context.getCommandContext().getAuthentication()).filter(who -> who.getUserId() != null);
    var authority = deployment.getTenantId();
    if (authority == null || caller.isPresent() && !caller.get().getTenantIds().contains(authority)) {
      throw new BadUserRequestException("tenant-id is '" + authority + "'; expected the authority whose pack this changes, one of "
          + caller.map(who -> who.getTenantIds().toString()).orElse("those with a pack"));
    }
    var sent = new TreeMap<String, byte[]>();
    deployment.getResources().values().forEach(resource -> sent.put(resource.getName(), resource.getBytes()));
    var shipped = caller.isEmpty() && deployment.getSource() != null && deployment.getSource().startsWith(SHIPPED);
    var current = packs.versions(authority).stream().findFirst();
    var files = shipped ? new PackFiles(authority, sent) : changed(authority, current, sent);
    var faults = PackCheck.check(files, vocabulary);
    if (!faults.isEmpty()) {
      throw new BadUserRequestException(new PackRefusedException(authority, faults).getMessage());
    }
    addMissing(deployment, files);
    packs.deployed(authority, deployment.getId(), current.map(PackVersion::deploymentId).orElse(null),
        shipped ? Origin.RELEASE : Origin.MANAGER, caller.map(who -> who.getUserId()).orElse("system"),
        shipped ? deployment.getSource().substring(SHIPPED.length()) : current.orElseThrow().releaseHash());
  }

  private PackFiles changed(String authority, Optional<PackVersion> current, Map<String, byte[]> sent) {
    if (current.isEmpty()) {
      throw new BadUserRequestException("tenant-id is '" + authority + "'; expected an authority with a pack, one of " + packs.authorities());
    }
    var files = packs.of(current.get().deploymentId()).files();
    var faults = new ArrayList<PackFault>();
    sent.keySet().stream().filter(name -> name.contains("/") && !name.startsWith("templates/"))
        .forEach(name -> faults.add(new PackFault(name, name, "a path", "the bare file name, as it stands in the pack")));
    if (!faults.isEmpty()) {
      throw new BadUserRequestException(new PackRefusedException(authority, List.copyOf(faults)).getMessage());
    }
    return files.with(sent);
  }

  /** The rest of the pack joins the deployment, so that everything a model refers to is found in its own deployment. */
  private static void addMissing(DeploymentEntity deployment, PackFiles files) {
    files.content().forEach((name, bytes) -> {
      if (!deployment.getResources().containsKey(name)) {
        var resource = new ResourceEntity();
        resource.setName(name);
        resource.setBytes(bytes);
        resource.setDeploymentId(deployment.getId());
        resource.setTenantId(deployment.getTenantId());
        resource.setType(ResourceTypes.REPOSITORY.getValue());
        resource.setCreateTime(ClockUtil.getCurrentTime());
        Context.getCommandContext().getResourceManager().insertResource(resource);
        deployment.addResource(resource);
      }
    });
  }
}
