package org.baton.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The packs in force and those that cases began under. */
public interface Packs {

  /** @throws IllegalArgumentException if no pack was deployed under this id */
  Pack of(String deploymentId);

  /** The pack that a process definition belongs to. @throws IllegalArgumentException if it belongs to none */
  Pack ofProcess(String processDefinitionId);

  /**
   * The newest version of an authority's pack; only for creating a case or a meeting, as everything later follows its own.
   *
   * @throws IllegalArgumentException if the authority has no pack
   */
  Pack current(String authority);

  /** The authorities that have a pack in force, sorted. */
  List<String> authorities();

  /** The versions of an authority's pack, newest first. */
  List<PackVersion> versions(String authority);

  /**
   * Takes note of a version that the engine has just deployed.
   *
   * @param base deployment id of the version it changes; null for the first
   * @param releaseHash hash of the shipped pack that it contains
   */
  void deployed(String authority, String deploymentId, String base, Origin origin, String author, String releaseHash);

  /** Lets whoever else deploys for the authority wait until this transaction has ended; without effect before its first version. */
  void lock(String authority);

  /** The version in which the file as it is in force was first so; empty if no version has it. */
  Optional<PackVersion> lastChange(String authority, String file);

  /** Keeps the files of a release as they were shipped; a repeated call changes nothing. */
  void keepRelease(PackFiles shipped);

  /** The files of a release as they were shipped; no files if that release was never kept. */
  PackFiles release(String authority, String releaseHash);

  enum Origin {
    /** Shipped with Baton. */
    RELEASE,
    /** Deployed by a person, for example from Camunda Modeler. */
    MANAGER
  }

  /** @param version 1 for the first of the authority */
  record PackVersion(String authority, int version, String deploymentId, Origin origin, String author, String releaseHash, Instant inForceSince) {}
}
