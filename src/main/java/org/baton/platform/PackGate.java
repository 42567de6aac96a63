package org.baton.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.baton.protocol.CarriedClauses;
import org.baton.protocol.Pack;
import org.baton.protocol.FileNames;
import org.baton.protocol.PackCheck;
import org.baton.protocol.PackFault;
import org.baton.protocol.PackFiles;
import org.baton.protocol.PackRefusedException;
import org.baton.protocol.PackVocabulary;
import org.baton.protocol.Packs;
import org.baton.protocol.Packs.Origin;
import org.baton.protocol.Packs.PackVersion;
import org.baton.protocol.SystemRights;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ResourceTypes;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Stands before every deployment, by whichever door it comes: without an authority that is the caller's own there is none, one
 * changed file becomes a whole new version of the pack, and a pack with a fault is refused whole.
 */
class PackGate implements Deployer {

  /** Source of the deployments that Baton makes at start-up from the shipped files. */
  static final String SHIPPED = "Baton release ";

  /** In the name of a deployment: what it does not bring itself comes from the release that waits. */
  static final String WITH_RELEASE = "with the release";

  private static final Pattern BASE = Pattern.compile("on version (\\d{1,9})");

  private final Packs packs;
  private final PackVocabulary vocabulary;
  private final SystemRights rights;
  private final ObjectProvider<Rights> starters;

  PackGate(Packs packs, PackVocabulary vocabulary, SystemRights rights, ObjectProvider<Rights> starters) {
    this.rights = rights;
    this.starters = starters;
    this.packs = packs;
    this.vocabulary = vocabulary;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      return;
    }
    var caller = Optional.ofNullable(Context.getCommandContext().getAuthentication()).filter(who -> who.getUserId() != null);
    var authority = authority(deployment, caller);
    packs.lock(authority);
    var shipped = caller.isEmpty() && deployment.getSource() != null && deployment.getSource().startsWith(SHIPPED);
    var current = packs.versions(authority).stream().findFirst();
    if (!shipped) {
      rename(deployment, authority);
    }
    var sent = new TreeMap<String, byte[]>();
    deployment.getResources().values().forEach(resource -> sent.put(resource.getName(), resource.getBytes()));
    var whole = shipped ? new Whole(new PackFiles(authority, sent), deployment.getSource().substring(SHIPPED.length()))
        : changed(authority, current, sent, deployment.getName());
    var files = whole.files();
    var faults = new ArrayList<>(faults(files, sent));
    if (!shipped) {
      caller.ifPresent(who -> faults.addAll(overwritten(authority, sent, who.getUserId(), deployment.getName())));
    }
    if (!shipped && faults.isEmpty()) {
      faults.addAll(CarriedClauses.lost(packs.of(current.orElseThrow().deploymentId()).files(), files, deployment.getName()));
    }
    if (!faults.isEmpty()) {
      throw new BadUserRequestException(new PackRefusedException(authority, faults).getMessage());
    }
    addMissing(deployment, files);
    packs.deployed(authority, deployment.getId(), current.map(PackVersion::deploymentId).orElse(null),
        shipped ? Origin.RELEASE : Origin.MANAGER, caller.map(who -> who.getUserId()).orElse("system"),
        whole.releaseHash());
    rights.asSystem(() -> {
      starters.getObject().rolesOf(new Pack(deployment.getId(), files));
      return authority;
    });
  }

  private static String authority(DeploymentEntity deployment, Optional<Authentication> caller) {
    var authority = deployment.getTenantId();
    if (authority == null || caller.isPresent() && !caller.get().getTenantIds().contains(authority)) {
      throw new BadUserRequestException("tenant-id is '" + authority + "'; expected the authority whose pack this changes, one of "
          + caller.map(who -> who.getTenantIds().toString()).orElse("those with a pack"));
    }
    return authority;
  }

  private List<PackFault> faults(PackFiles files, Map<String, byte[]> sent) {
    var unknown = unknownNames(sent.keySet());
    var faults = unknown.isEmpty() ? PackCheck.check(files, vocabulary) : unknown;
    return faults.isEmpty() ? samePrefix(files) : faults;
  }

  /** Modeler sends bare names: a letter belongs into its folder, the authority's own files have the names that every pack gives them. */
  private static void rename(DeploymentEntity deployment, String authority) {
    for (var resource : List.copyOf(deployment.getResources().values())) {
      var name = resource.getName();
      var within = name.equals(authority + ".yaml") ? PackFiles.PROFILE : name.matches("[a-z0-9-]+\\.txt") ? "templates/" + name : name;
      if (!within.equals(name)) {
        deployment.getResources().remove(name);
        resource.setName(within);
        deployment.addResource(resource);
      }
    }
  }

  /** What the engine would read by its ending is only ever what the check has read: names are an allow-list, in every folder and case of letters. */
  private static List<PackFault> unknownNames(Set<String> names) {
    return names.stream().filter(name -> !FileNames.allowed(name))
        .map(name -> new PackFault(name, name, "a name that no file of a pack has", FileNames.EXPECTED)).toList();
  }

  /** Case numbers of two authorities must never meet, and those of one never begin anew under other letters. */
  private List<PackFault> samePrefix(PackFiles files) {
    var prefix = Pack.readProfile(files.content().get(PackFiles.PROFILE)).caseNumberPrefix();
    var faults = new ArrayList<PackFault>();
    packs.authorities().forEach(other -> {
      var theirs = packs.current(other).profile().caseNumberPrefix();
      if (other.equals(files.authority()) != theirs.equals(prefix)) {
        faults.add(new PackFault(PackFiles.PROFILE, "caseNumberPrefix", prefix, other.equals(files.authority())
            ? theirs + ", as the cases of this authority have begun under it" : "other letters, as those are taken"));
      }
    });
    return faults;
  }

  /**
   * A file that somebody else changed is not overwritten unseen: who changes it after them says in the name of the deployment which version
   * they have looked at, for example {@code on version 12}. Who says so is held to it, for their own changes too.
   */
  private List<PackFault> overwritten(String authority, Map<String, byte[]> sent, String author, String name) {
    var named = name == null ? null : BASE.matcher(name);
    var says = named != null && named.find();
    var seen = says ? Integer.parseInt(named.group(1)) : 0;
    var faults = new ArrayList<PackFault>();
    sent.forEach((file, bytes) -> packs.lastChange(authority, file).filter(change -> change.origin() == Origin.MANAGER && (says || !change.author().equals(author)) && change.version() > seen)
        .filter(change -> !Arrays.equals(bytes, packs.of(change.deploymentId()).files().content().get(file)))
        .ifPresent(change -> faults.add(new PackFault(file, file, "a change that does not say that it rests on version " + change.version() + ", in which "
            + change.author() + " changed this file", "the change taken up from the version in force, and 'on version " + change.version()
            + "' or a later one in the name of the deployment"))));
    return faults;
  }

  /** @param releaseHash of the release that it is made from */
  private record Whole(PackFiles files, String releaseHash) {}

  private Whole changed(String authority, Optional<PackVersion> current, Map<String, byte[]> sent, String name) {
    if (current.isEmpty()) {
      throw new BadUserRequestException("tenant-id is '" + authority + "'; expected an authority with a pack, one of " + packs.authorities());
    }
    var inForce = packs.of(current.get().deploymentId()).files();
    if (name == null || !name.contains(WITH_RELEASE)) {
      return new Whole(inForce.with(sent), current.get().releaseHash());
    }
    if (!PackFiles.shippedAuthorities().contains(authority)) {
      throw new BadUserRequestException("The name of the deployment says '" + WITH_RELEASE + "', but no release of " + authority + " is shipped; expected a name without it");
    }
    var released = PackFiles.shipped(authority, new ArrayList<>());
    var conflicts = new ArrayList<String>();
    var merged = PackDeployments.merge(packs.release(authority, current.get().releaseHash()), inForce, released, conflicts);
    conflicts.removeAll(sent.keySet());
    if (!conflicts.isEmpty()) {
      throw new BadUserRequestException(new PackRefusedException(authority, conflicts.stream().map(file -> new PackFault(file, file,
          "a change here and another in the release", "this file, as it is to be, among those that are deployed " + WITH_RELEASE)).toList()).getMessage());
    }
    return new Whole(merged.with(sent), released.hash());
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
