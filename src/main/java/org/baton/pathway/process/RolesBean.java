package org.baton.pathway.process;

import java.util.Map;
import java.util.Optional;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.protocol.Fact;
import org.baton.protocol.ModelBean;
import org.baton.protocol.Packs;
import org.baton.protocol.RoleGroups;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code roles}: who is offered a task. */
@ModelBean(name = "roles")
public class RolesBean {

  private final Packs packs;
  private final CaseFile cases;

  RolesBean(Packs packs, CaseFile cases) {
    this.packs = packs;
    this.cases = cases;
  }

  /**
   * The candidate group of a row of the {@code role} table: for the forum of the case or meeting at hand, or for the member at hand, else
   * the allocated service.
   */
  public String group(DelegateExecution execution, String role) {
    var pack = packs.ofProcess(execution.getProcessDefinitionId());
    var scope = pack.table("role").one(Map.of("role", role)).text("scope");
    return RoleGroups.group(pack.authority(), switch (scope) {
      case "FORUM" -> Optional.ofNullable((String) execution.getVariable(Fact.FORUM)).orElseGet(() -> forum(execution));
      case "SERVICE" -> execution.hasVariable(Fact.MEMBER_SERVICE) ? (String) execution.getVariable(Fact.MEMBER_SERVICE)
          : cases.get(new CaseId((String) execution.getVariable(Fact.CASE_ID))).allocatedService().orElseThrow(() ->
          new IllegalStateException("Role '" + role + "' is that of the allocated service, but none is allocated"));
      default -> null;
    }, role);
  }

  private String forum(DelegateExecution execution) {
    var id = new CaseId((String) execution.getVariable(Fact.CASE_ID));
    return cases.get(id).forum().orElseThrow(() -> new IllegalArgumentException(
        "Case " + id + " belongs to no panel yet; expected one whose referral has been placed"));
  }
}
