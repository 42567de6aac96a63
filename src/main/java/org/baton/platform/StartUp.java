package org.baton.platform;

import java.util.List;
import org.baton.casefile.CaseFile;
import org.baton.protocol.PackFiles;
import org.baton.protocol.Packs;
import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Brings rights and packs into force before the first request, and refuses to run without an administrator. */
@Component
class StartUp implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);

  private final Settings settings;
  private final PackDeployments packs;
  private final Rights rights;
  private final IdentityService identityService;
  private final CaseFile cases;
  private final Packs inForce;
  private final KillingJobs killing;

  StartUp(Settings settings, PackDeployments packs, Rights rights, IdentityService identityService, CaseFile cases, Packs inForce, KillingJobs killing) {
    this.killing = killing;
    this.inForce = inForce;
    this.settings = settings;
    this.packs = packs;
    this.rights = rights;
    this.identityService = identityService;
    this.cases = cases;
  }

  /** @param authorities whose shipped packs to bring into force; empty for all that are shipped */
  @ConfigurationProperties("baton.protocol")
  record Settings(List<String> authorities) {

    Settings {
      authorities = authorities == null ? List.of() : List.copyOf(authorities);
      authorities.stream().filter(authority -> !PackFiles.shippedAuthorities().contains(authority)).findFirst().ifPresent(unknown -> {
        throw new IllegalArgumentException("baton.protocol.authorities names '" + unknown + "'; expected some of " + PackFiles.shippedAuthorities());
      });
    }

    List<String> chosen() {
      return authorities.isEmpty() ? PackFiles.shippedAuthorities() : authorities;
    }
  }

  private volatile boolean running;

  /** Before the web server, which takes requests as soon as its own phase comes. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 10_000;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public void start() {
    running = true;
    // While the group is empty, Camunda 7.24.0 lets anybody create the first administrator (CVE-2026-77226).
    if (identityService.createUserQuery().memberOfGroup(Rights.ADMINISTRATORS).count() == 0) {
      throw new IllegalStateException("There is no engine administrator; set camunda.bpm.admin-user.id and camunda.bpm.admin-user.password");
    }
    killing.setAside();
    rights.setUp();
    for (var authority : settings.chosen()) {
      if (identityService.createTenantQuery().tenantId(authority).count() == 0) {
        var tenant = identityService.newTenant(authority);
        tenant.setName(authority);
        identityService.saveTenant(tenant);
      }
      if (packs.bring(authority)) {
        rights.rolesOf(inForce.current(authority));
      }
    }
    for (var authority : settings.chosen()) {
      var known = cases.list(List.of(authority), "", 1);
      if (!known.isEmpty()) {
        LOG.info("The database was used before: {} goes on with the cases that are in it", authority);
      }
    }
    LOG.info("Baton is ready for {}", inForce.authorities());
  }
}
