package org.baton.casefile.holder;

import java.util.TreeSet;
import org.baton.protocol.Fact;
import org.baton.protocol.Faults;
import org.baton.protocol.Pack;
import org.baton.protocol.PackFiles;
import org.baton.protocol.PackRule;
import org.baton.protocol.TableModel;

/** Where tables say which panel a case belongs to, each panel of the profile has its cases. */
final class EveryForumGiven implements PackRule {

  @Override
  public void check(Pack pack, Faults faults) {
    var given = new TreeSet<String>();
    pack.tables().stream().map(key -> pack.table(key).model()).forEach(table -> {
      var at = table.outputs().stream().map(TableModel.Column::expression).toList().indexOf(Fact.FORUM);
      table.rules().stream().filter(rule -> at >= 0).forEach(rule -> given.add(rule.outputs().get(at).replace("\"", "")));
    });
    pack.profile().forums().stream().filter(forum -> !given.isEmpty() && !given.contains(forum.id())).forEach(forum ->
        faults.add(PackFiles.PROFILE, forum.id(), "a panel that no table gives as the forum of a case", "a row with it, as each of " + given + " has one; or no such panel"));
  }
}
