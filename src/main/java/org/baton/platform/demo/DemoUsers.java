package org.baton.platform.demo;

import org.baton.platform.Rights;
import org.baton.platform.web.FormerUsers;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.baton.protocol.RoleGroups;
import org.baton.protocol.RoleRow;
import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** One demo user for each role of each authority's {@code role} table, named {@code <role>.<prefix>}; all have the same password. */
@Component
@Profile("demo")
@Order(20)
public class DemoUsers implements ApplicationRunner {

  /** Of every demo user; there are none outside the demo profile. */
  public static final String PASSWORD = "Carry-The-Baton-1";

  private static final Logger LOG = LoggerFactory.getLogger(DemoUsers.class);

  private final Packs packs;
  private final Rights rights;
  private final IdentityService identityService;
  private final FormerUsers formerUsers;

  DemoUsers(Packs packs, Rights rights, IdentityService identityService, FormerUsers formerUsers) {
    this.formerUsers = formerUsers;
    this.packs = packs;
    this.rights = rights;
    this.identityService = identityService;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    for (var authority : packs.authorities()) {
      var pack = packs.current(authority);
      var roles = pack.roles();
      roles.forEach(role -> user(pack, role));
      LOG.info("Demo users of {}: {} - password {}", pack.profile().name(),
          roles.stream().map(role -> id(pack, role)).toList(), PASSWORD);
    }
  }

  /** {@code chair.war} */
  public static String id(Pack pack, String role) {
    return role + "." + pack.profile().caseNumberPrefix().toLowerCase();
  }

  private void user(Pack pack, String role) {
    var id = id(pack, role);
    if (identityService.createUserQuery().userId(id).count() > 0 || formerUsers.contains(id)) {
      return;
    }
    var row = pack.role(role);
    var user = identityService.newUser(id);
    user.setFirstName(row.title());
    user.setLastName(pack.profile().name());
    user.setPassword(PASSWORD);
    identityService.saveUser(user);
    identityService.createTenantUserMembership(pack.authority(), id);
    identityService.createMembership(id, rightsOf(row));
    // The service at which every case begins is no service that a practitioner of the demo should speak for.
    var desks = pack.profile().services().stream().filter(service -> !service.leads() && !service.core()).map(service -> RoleGroups.group(pack.authority(), service.id(), role)).toList();
    pack.groups(role).forEach(group -> {
      rights.group(group, group);
      if (!desks.contains(group)) {
        identityService.createMembership(id, group);
      }
    });
  }

  private static String rightsOf(RoleRow role) {
    return switch (role.rights()) {
      case SUPERVISOR -> Rights.SUPERVISORS;
      case MANAGER -> Rights.MANAGERS;
      case WORKER -> Rights.WORKERS;
    };
  }
}
