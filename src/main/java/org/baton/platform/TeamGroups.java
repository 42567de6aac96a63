package org.baton.platform;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.baton.protocol.Pack;
import org.baton.protocol.RoleGroups;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;

/** The engine groups that tasks are offered to: one for each role of a pack, or for each of its forums or services where the role belongs to one. */
final class TeamGroups {

  private TeamGroups() {}

  /** Creates those that are missing; none is ever taken away. A repeated call changes nothing. */
  static void create(Pack pack, IdentityService identityService) {
    var wanted = new TreeSet<String>();
    pack.table("role").model().rules().forEach(rule -> wanted.addAll(groups(pack, rule.inputs().get(0).replace("\"", ""), rule.outputs())));
    wanted.removeAll(identityService.createGroupQuery().list().stream().map(Group::getId).collect(Collectors.toSet()));
    wanted.forEach(id -> {
      var group = identityService.newGroup(id);
      group.setName(id);
      group.setType("WORKFLOW");
      identityService.saveGroup(group);
    });
  }

  private static List<String> groups(Pack pack, String role, List<String> cells) {
    if (cells.contains("\"FORUM\"")) {
      return pack.profile().forums().stream().map(forum -> RoleGroups.group(pack.authority(), forum.id(), role)).toList();
    }
    return cells.contains("\"SERVICE\"") ? pack.profile().services().stream().map(service -> RoleGroups.group(pack.authority(), service.id(), role)).toList()
        : List.of(RoleGroups.group(pack.authority(), null, role));
  }
}
