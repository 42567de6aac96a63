package org.baton.pathway.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseRecord;
import org.baton.protocol.Fact;
import org.baton.protocol.ModelBean;
import org.baton.protocol.ModelCall.At;
import org.baton.protocol.ModelCall;
import org.baton.protocol.Names.What;
import org.baton.protocol.Names;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.baton.protocol.Profile;
import org.baton.protocol.RoleGroups;
import org.baton.protocol.RoleRow.Scope;
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
   * the allocated service. A case that no panel has yet is offered to that role of every panel.
   */
  @ModelCall(value = "Those who hold a role: for the panel of the case or the meeting, for the member at hand, else for the allocated service. A case that no panel has yet is offered to the role at every panel.", at = At.GROUP)
  public String group(DelegateExecution execution, @Names(value = What.ROW, table = "role", column = "role", about = "The role") String role) {
    var pack = packs.ofProcess(execution.getProcessDefinitionId());
    var scope = pack.role(role).scope();
    if (scope == Scope.FORUM) {
      return forums(execution, pack).stream().map(forum -> RoleGroups.group(pack.authority(), forum, role)).collect(Collectors.joining(","));
    }
    return RoleGroups.group(pack.authority(), switch (scope) {
      case SERVICE -> execution.hasVariable(Fact.MEMBER_SERVICE) ? (String) execution.getVariable(Fact.MEMBER_SERVICE)
          : allocated(cases.get(new CaseId((String) execution.getVariable(Fact.CASE_ID))), role);
      default -> null;
    }, role);
  }

  private static String allocated(CaseRecord record, String role) {
    return record.allocatedService().orElseThrow(() -> new IllegalArgumentException("Case " + record.id()
        + " is with no service yet, and a step of role '" + role + "' is that service's; expected a case that was allocated to one"));
  }

  private List<String> forums(DelegateExecution execution, Pack pack) {
    return Optional.ofNullable((String) execution.getVariable(Fact.FORUM))
        .or(() -> Optional.ofNullable((String) execution.getVariable(Fact.CASE_ID)).map(CaseId::new).map(cases::get).flatMap(CaseRecord::forum))
        .map(List::of).orElseGet(() -> pack.profile().forums().stream().map(Profile.Forum::id).toList());
  }
}
