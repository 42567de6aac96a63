package org.baton.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.baton.protocol.Pack;
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
  private static final int LONGEST_SHOWN = 100;
  private static final int MOST_SHOWN = 10;

  private final Packs packs;
  private final PackVocabulary vocabulary;

  private final PackChanges changes;

  PackGate(Packs packs, PackVocabulary vocabulary, PackChanges changes) {
    this.packs = packs;
    this.vocabulary = vocabulary;
    this.changes = changes;
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
    changes.awaitTurn(authority);
    var shipped = caller.isEmpty() && deployment.getSource() != null && deployment.getSource().startsWith(SHIPPED);
    nameAsInPack(authority, deployment);
    var sent = new TreeMap<String, byte[]>();
    deployment.getResources().values().forEach(resource -> sent.put(resource.getName(), resource.getBytes()));
    var current = packs.versions(authority).stream().findFirst();
    var files = shipped ? new PackFiles(authority, sent) : changed(authority, current, sent);
    caller.ifPresent(who -> refuseOverwriting(authority, who.getUserId(), packs.of(current.orElseThrow().deploymentId()).files(), sent));
    var faults = PackCheck.check(files, vocabulary);
    if (!faults.isEmpty()) {
      throw new BadUserRequestException(new PackRefusedException(authority, faults).getMessage());
    }
    var pack = new Pack(deployment.getId(), files);
    checkPrefix(authority, pack.profile().caseNumberPrefix(), current);
    addMissing(deployment, files);
    refuseUnread(deployment, files);
    packs.deployed(authority, deployment.getId(), current.map(PackVersion::deploymentId).orElse(null),
        shipped ? Origin.RELEASE : Origin.MANAGER, caller.map(who -> who.getUserId()).orElse("system"),
        shipped ? deployment.getSource().substring(SHIPPED.length()) : current.orElseThrow().releaseHash());
    TeamGroups.create(pack, Context.getProcessEngineConfiguration().getIdentityService());
  }

  private PackFiles changed(String authority, Optional<PackVersion> current, Map<String, byte[]> sent) {
    if (current.isEmpty()) {
      throw new BadUserRequestException("tenant-id is '" + authority + "'; expected an authority with a pack, one of " + packs.authorities());
    }
    return packs.of(current.get().deploymentId()).files().with(sent);
  }

  /** Before anything is read, every file has the name that it has in the pack, by which alone the engine and the check know it. */
  private static void nameAsInPack(String authority, DeploymentEntity deployment) {
    var faults = new ArrayList<PackFault>();
    var named = new TreeMap<String, ResourceEntity>();
    deployment.getResources().values().forEach(resource -> {
      var name = PackNames.inPack(authority, resource.getName(), resource.getBytes());
      if (name.isEmpty() || named.put(name.get(), resource) != null) {
        var shown = resource.getName().substring(0, Math.min(resource.getName().length(), LONGEST_SHOWN));
        faults.add(new PackFault(shown, shown, "a name that no file of a pack has, or two files of one name", PackNames.EXPECTED));
      }
    });
    if (!faults.isEmpty()) {
      throw new BadUserRequestException(new PackRefusedException(authority, List.copyOf(faults.subList(0, Math.min(faults.size(), MOST_SHOWN)))).getMessage());
    }
    deployment.getResources().clear();
    named.forEach((name, resource) -> {
      resource.setName(name);
      deployment.addResource(resource);
    });
  }

  /** What a colleague has changed is overwritten only by somebody who was given it as it is in force. */
  private void refuseOverwriting(String authority, String author, PackFiles inForce, Map<String, byte[]> sent) {
    sent.forEach((name, bytes) -> {
      var here = inForce.content().get(name);
      if (here == null || Arrays.equals(here, bytes) || changes.restsOn(author, authority, name, here)) {
        return;
      }
      var change = changes.lastChange(authority, name).orElseThrow();
      if (change.version() > 1 && !change.author().equals(author)) {
        throw new BadUserRequestException("'" + name + "' was changed by '" + change.author() + "' on " + change.at() + ", in version " + change.version()
            + " of the pack, and you have not fetched it since; expected that you fetch it as it is in force (Cockpit, Deployments, the newest)"
            + " and make your change there, so that the other one is not lost");
      }
    });
  }

  /** The first letters of case numbers: two authorities with the same would block each other's referrals. */
  private void checkPrefix(String authority, String prefix, Optional<PackVersion> current) {
    current.map(version -> packs.of(version.deploymentId()).profile().caseNumberPrefix()).filter(before -> !before.equals(prefix)).ifPresent(before -> {
      throw new BadUserRequestException("caseNumberPrefix is '" + prefix + "'; expected '" + before + "', as it has been: the numbers of cases go on");
    });
    packs.authorities().stream().filter(other -> !other.equals(authority))
        .filter(other -> packs.current(other).profile().caseNumberPrefix().equals(prefix)).findFirst().ifPresent(other -> {
          throw new BadUserRequestException("caseNumberPrefix is '" + prefix + "', which is that of '" + other + "'; expected one that no other authority has");
        });
  }

  /** The last word before the engine reads: it is given what was checked, byte for byte, and nothing else. */
  private static void refuseUnread(DeploymentEntity deployment, PackFiles checked) {
    var given = deployment.getResources();
    if (!given.keySet().equals(checked.content().keySet())
        || !given.values().stream().allMatch(resource -> Arrays.equals(resource.getBytes(), checked.content().get(resource.getName())))) {
      throw new IllegalStateException("The engine would be given other files than were checked for '" + deployment.getTenantId() + "'");
    }
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
