package org.baton.platform;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.baton.casefile.access.CurrentUser;
import org.baton.protocol.SystemRights;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The user whom the engine knows as logged in on this thread. */
@Component
class EngineUser implements CurrentUser, SystemRights {

  private final IdentityService identityService;

  EngineUser(@Lazy IdentityService identityService) {
    this.identityService = identityService;
  }

  @Override
  public String id() {
    return authentication().map(Authentication::getUserId).orElse(SYSTEM);
  }

  @Override
  public List<String> authorities() {
    return authentication().map(Authentication::getTenantIds).orElse(List.of());
  }

  @Override
  public List<String> groups() {
    return authentication().map(Authentication::getGroupIds).orElse(List.of());
  }

  @Override
  public <T> T asSystem(Supplier<T> work) {
    var before = authentication();
    identityService.clearAuthentication();
    try {
      return work.get();
    } finally {
      before.ifPresent(who -> identityService.setAuthentication(who.getUserId(), who.getGroupIds(), who.getTenantIds()));
    }
  }

  private Optional<Authentication> authentication() {
    return Optional.ofNullable(identityService.getCurrentAuthentication()).filter(who -> who.getUserId() != null);
  }
}
