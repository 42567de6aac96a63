package org.baton.platform.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.casefile.access.Access;
import org.baton.casefile.access.CurrentUser;
import org.baton.platform.LostCases;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The open cases that nothing carries on, for those whose roles open them. */
@RestController
class LostCasesResource {

  private final LostCases lost;
  private final CurrentUser user;
  private final Access access;

  LostCasesResource(LostCases lost, CurrentUser user, Access access) {
    this.lost = lost;
    this.user = user;
    this.access = access;
  }

  @GetMapping("/api/cases/lost")
  @Operation(summary = "Numbers of open cases without any running process, task, timer or message")
  List<String> lost() {
    var found = user.authorities().stream().flatMap(authority -> lost.list(authority).stream()).map(CaseId::new).toList();
    var opened = access.opened(found, Optional.empty());
    return found.stream().filter(opened::contains).map(CaseId::value).toList();
  }
}
