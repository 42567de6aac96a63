package org.baton.platform;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.baton.protocol.PackFault;
import org.baton.protocol.PackFiles;
import org.baton.protocol.PackRefusedException;
import org.baton.protocol.Packs;
import org.baton.protocol.Packs.PackVersion;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings the shipped packs into force at start-up. What a manager changed is never overwritten: a new release is merged file by
 * file, and where both sides changed the same file the version in force stays until a person has looked.
 */
@Component
public class PackDeployments {

  private static final Logger LOG = LoggerFactory.getLogger(PackDeployments.class);

  private final Packs packs;
  private final RepositoryService repositoryService;
  /** The shipped packs that were not taken at the last start, by authority. */
  private final Map<String, Refused> refused = new ConcurrentHashMap<>();

  PackDeployments(Packs packs, RepositoryService repositoryService) {
    this.packs = packs;
    this.repositoryService = repositoryService;
  }

  /** @param hash of the release; empty if its files do not even come together */
  private record Refused(String hash, String why) {}

  /**
   * Brings the shipped pack of an authority into force if it is not. One that is refused is named in the log and at {@code /packs}; the
   * version before it stays in force, and no other authority is concerned.
   *
   * @return whether the authority has a pack in force
   */
  boolean bring(String authority) {
    return bring(authority, () -> {
      var faults = new ArrayList<PackFault>();
      var shipped = PackFiles.shipped(authority, faults);
      if (!faults.isEmpty()) {
        throw new PackRefusedException(authority, faults);
      }
      return shipped;
    });
  }

  /** As {@link #bring(String)}. @param files the shipped ones; fails if they do not come together */
  boolean bring(String authority, Supplier<PackFiles> files) {
    var hash = "";
    try {
      var shipped = files.get();
      hash = shipped.hash();
      deploy(authority, shipped);
      refused.remove(authority);
    } catch (PackRefusedException e) {
      refused(authority, hash, e.ofShipped());
    } catch (BadUserRequestException | ParseException | UncheckedIOException | IllegalArgumentException e) {
      refused(authority, hash, e);
    }
    return packs.authorities().contains(authority);
  }

  private void refused(String authority, String hash, RuntimeException why) {
    refused.put(authority, new Refused(hash, why.getMessage()));
    LOG.error("The shipped pack of '{}' is not in force: {}", authority, why.getMessage());
  }

  private void deploy(String authority, PackFiles shipped) {
    packs.keepRelease(shipped);
    var versions = packs.versions(authority);
    if (versions.isEmpty()) {
      deploy(shipped, shipped.hash());
    } else if (!versions.get(0).releaseHash().equals(shipped.hash())) {
      var conflicts = new ArrayList<String>();
      var merged = merge(packs.release(authority, versions.get(0).releaseHash()), packs.of(versions.get(0).deploymentId()).files(), shipped, conflicts);
      if (conflicts.isEmpty()) {
        deploy(merged, shipped.hash());
      } else {
        LOG.error("The release of '{}' is not in force: {} changed here and in the release. The version in force stays until a manager takes"
            + " the release up, as /packs says how.", authority, conflicts);
      }
    }
  }

  /**
   * What is in force, and what keeps the shipped release from being so.
   *
   * @param versions newest first; the first is in force
   * @param conflicts files that were changed here and in the shipped release, each differently; empty if the release is in force, or
   *     if no release of the authority is shipped any more
   * @param refused what is wrong with the shipped release; empty text if it was taken
   */
  public record State(String authority, List<PackVersion> versions, List<String> conflicts, String refused) {}

  /** As it is now, by comparing the shipped files with those in force. */
  public State state(String authority) {
    var versions = packs.versions(authority);
    var conflicts = new ArrayList<String>();
    var why = Optional.ofNullable(refused.get(authority)).filter(release -> versions.isEmpty() || !versions.get(0).releaseHash().equals(release.hash())).map(Refused::why);
    if (why.isEmpty() && PackFiles.shippedAuthorities().contains(authority) && !versions.isEmpty()) {
      var shipped = PackFiles.shipped(authority, new ArrayList<>());
      if (!versions.get(0).releaseHash().equals(shipped.hash())) {
        merge(packs.release(authority, versions.get(0).releaseHash()), packs.of(versions.get(0).deploymentId()).files(), shipped, conflicts);
      }
    }
    return new State(authority, versions, conflicts, why.orElse(""));
  }

  /**
   * Three ways, file by file: what only one side changed is taken from it.
   *
   * @param before the release that the version in force was made from, as it was shipped
   * @param conflicts receives the files that both sides changed, each differently
   */
  static PackFiles merge(PackFiles before, PackFiles inForce, PackFiles shipped, List<String> conflicts) {
    var merged = new TreeMap<String, byte[]>();
    var names = new TreeSet<>(shipped.content().keySet());
    names.addAll(inForce.content().keySet());
    for (var name : names) {
      var old = before.content().get(name);
      var here = inForce.content().get(name);
      var released = shipped.content().get(name);
      if (!Arrays.equals(here, released) && !Arrays.equals(old, here) && !Arrays.equals(old, released)) {
        conflicts.add(name);
      }
      var taken = Arrays.equals(old, here) ? released : here;
      if (taken != null) {
        merged.put(name, taken);
      }
    }
    return new PackFiles(shipped.authority(), merged);
  }

  private void deploy(PackFiles files, String releaseHash) {
    var deployment = repositoryService.createDeployment().name(files.authority()).tenantId(files.authority()).source(PackGate.SHIPPED + releaseHash);
    files.content().forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
    deployment.deploy();
    LOG.info("The pack of '{}' is in force, release {}", files.authority(), releaseHash);
  }
}
