package org.baton.casefile.access;

import java.util.List;
import java.util.Optional;
import org.baton.casefile.CaseClosedException;
import org.baton.casefile.CaseNotFoundException;
import org.baton.protocol.Packs;
import org.baton.protocol.StartRule.May;
import org.baton.protocol.StartRule;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which processes the person may start who is logged in. */
@Service
@Transactional
public class StarterAccess {

  private final HeldRoles held;
  private final Access access;
  private final Packs packs;
  private final CurrentUser user;
  private final StartedCase started;

  StarterAccess(HeldRoles held, Access access, StartedCase started, Packs packs, CurrentUser user) {
    this.held = held;
    this.access = access;
    this.started = started;
    this.packs = packs;
    this.user = user;
  }

  /**
   * Refuses a start form that the person's roles may not send, by the table {@code starter}.
   *
   * @param number of the case that the form names, empty if it names none
   * @param forum the panel that it names
   * @throws NotStarterException if none of the roles may start the process, or not for that panel
   * @throws CaseNotFoundException if the form may name only cases that are open to the person, and this is none
   * @throws CaseClosedException if the process is only about open cases
   * @throws NotNowException if the case cannot have the process now
   */
  public void requireStart(String authority, String process, Optional<String> number, Optional<String> forum) {
    var pack = packs.current(authority);
    var rule = StartRule.of(pack, process);
    var roles = user.authorities().contains(authority) ? held.of(authority).stream().filter(role -> rule.roles().contains(role.role())).toList() : List.<HeldRole>of();
    if (roles.isEmpty()) {
      throw new NotStarterException("Process '" + process + "' is started by " + rule.roles() + " as the table 'starter' says; you have none of these roles");
    }
    forum.filter(panel -> rule.panels() == May.NONE || rule.panels() == May.OWN
        && roles.stream().noneMatch(role -> role.forum().map(panel::equals).orElse(role.team().isEmpty()))).ifPresent(panel -> {
          throw new NotStarterException("Process '" + process + "' is started for " + (rule.panels() == May.NONE ? "no" : "the own")
              + " panel as the table 'starter' says; you have none of " + rule.roles() + " for the panel that was named");
        });
    number.filter(text -> rule.cases() == May.NONE).ifPresent(text -> {
      throw new NotStarterException("Process '" + process + "' is started about no case as the table 'starter' says");
    });
    number.filter(text -> rule.cases() == May.OWN).map(String::strip).map(access::find)
        .ifPresent(record -> started.require(rule, process, record));
  }
}
