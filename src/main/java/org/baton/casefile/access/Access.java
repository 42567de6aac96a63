package org.baton.casefile.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseNotFoundException;
import org.baton.casefile.CaseRecord;
import org.baton.casefile.access.AccessRow.Cases;
import org.baton.protocol.Packs;
import org.baton.protocol.Profile;
import org.baton.protocol.RoleRow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may see and do what, by the rows of the tables {@code access} and {@code starter} of the authority's pack in force: rights are
 * live, not those of the pack a case began under. A role opens cases by a need to know, and a right counts only for the cases that the
 * role which has it opens. Every door of Baton's own asks here.
 */
@Service
@Transactional
public class Access {

  private final CaseFile cases;
  private final HeldRoles roles;
  private final ReachStore store;
  private final Packs packs;
  private final CurrentUser user;
  private final PanelSeats seats;
  private final OpenTasks tasks;
  private final ReadLog log;

  Access(CaseFile cases, HeldRoles roles, ReachStore store, Packs packs, CurrentUser user, PanelSeats seats, OpenTasks tasks, ReadLog log) {
    this.cases = cases;
    this.roles = roles;
    this.store = store;
    this.packs = packs;
    this.user = user;
    this.seats = seats;
    this.tasks = tasks;
    this.log = log;
  }

  /**
   * The case with that number, if one of the person's roles opens it.
   *
   * @throws CaseNotFoundException if none does, with the same words as for a number that no case has
   */
  @Transactional(readOnly = true)
  public CaseRecord find(String number) {
    var record = cases.get(user.authorities(), number);
    if (why(record, Optional.empty()).isEmpty()) {
      throw new CaseNotFoundException(number);
    }
    return record;
  }

  /**
   * As {@link #find}, for somebody who has the right for this case.
   *
   * @throws NotAllowedException if the case is open to the person, but not with that right
   */
  @Transactional(readOnly = true)
  public CaseRecord find(String number, Right right) {
    var record = find(number);
    if (why(record, Optional.of(right)).isEmpty()) {
      throw new NotAllowedException(right);
    }
    return record;
  }

  /**
   * As {@link #find(String, Right)} with {@link Right#CASE_FILE}, for somebody who is now shown what stands in the family file: the look is logged.
   *
   * @param what is shown, for example {@code chronology}; 60 characters at most
   */
  public CaseRecord read(String number, String what) {
    var record = find(number, Right.CASE_FILE);
    log.note(user.id(), record.authority(), Set.of(record.id()), what, why(record, Optional.of(Right.CASE_FILE)).orElseThrow());
    return record;
  }

  /** Notes that the person was shown several cases at once, for example a page of the register. */
  public void shown(Collection<CaseId> ids, String what) {
    user.authorities().forEach(authority -> log.note(user.id(), authority, ids, what,
            roles.of(authority).stream().filter(role -> role.rights().contains(Right.CASE_FILE)).map(HeldRole::inWords).findFirst().orElse("none")));
  }

  /** Whether one of the person's roles opens the case. */
  @Transactional(readOnly = true)
  public boolean opens(CaseRecord record) {
    return why(record, Optional.empty()).isPresent();
  }

  /** @throws NotAllowedException if no role of the person has the right, in any of their authorities */
  @Transactional(readOnly = true)
  public void require(Right right) {
    if (user.authorities().stream().noneMatch(authority -> has(authority, right))) {
      throw new NotAllowedException(right);
    }
  }

  /** @throws NotAllowedException unless the person supervises there: a role of theirs has {@code SUPERVISOR} in its row of the table {@code role} */
  @Transactional(readOnly = true)
  public void requireSupervisor(String authority) {
    var pack = packs.current(authority);
    if (roles.of(authority).stream().noneMatch(role -> pack.role(role.role()).rights() == RoleRow.Rights.SUPERVISOR)) {
      throw NotAllowedException.supervisorsOnly();
    }
  }

  @Transactional(readOnly = true)
  public boolean has(String authority, Right right) {
    return roles.of(authority).stream().anyMatch(role -> role.rights().contains(right));
  }

  /** Of these cases, those that the person's roles open. @param right which the role must have; empty for any role */
  @Transactional(readOnly = true)
  public Set<CaseId> opened(Collection<CaseId> ids, Optional<Right> right) {
    return ids.isEmpty() ? Set.of() : reaches(right).stream().flatMap(reach -> store.among(reach, ids).stream()).collect(Collectors.toSet());
  }

  /** The cases that the person's roles open, by number. @param after the number after which to go on; empty text for the first page */
  @Transactional(readOnly = true)
  public List<CaseRecord> list(String after, int limit) {
    return reaches(Optional.empty()).stream().flatMap(reach -> cases.all(store.open(reach, after, limit)).stream())
        .sorted((one, other) -> one.id().value().compareTo(other.id().value())).limit(limit).toList();
  }

  /** For queries: what is open in each of the person's authorities. @param right which a role must have to count; empty for any role */
  @Transactional(readOnly = true)
  public List<Reach> reaches(Optional<Right> right) {
    return user.authorities().stream().map(authority -> reach(authority, right)).filter(reach -> !reach.none()).toList();
  }

  private Optional<String> why(CaseRecord record, Optional<Right> right) {
    return roles.of(record.authority()).stream().filter(role -> right.isEmpty() || role.rights().contains(right.get()))
        .filter(role -> opens(role, record)).map(HeldRole::inWords).findFirst();
  }

  private boolean opens(HeldRole role, CaseRecord record) {
    return switch (role.cases()) {
      case ALL -> true;
      case NONE -> false;
      case PANEL -> record.forum().filter(panels(record.authority())::contains).isEmpty() || role.team().isEmpty() || record.forum().equals(role.forum()) || asked(record);
      case MEMBER -> holds(role, record) || asked(record) || role.service().filter(service -> seats.before(record.authority(), Set.of(service)).contains(record.id())).isPresent();
      case SERVICE -> holds(role, record) || asked(record);
      case TASKS -> asked(record);
    };
  }

  private static boolean holds(HeldRole role, CaseRecord record) {
    return role.service().filter(service -> service.equals(record.holder()) || record.allocatedService().filter(service::equals).isPresent()).isPresent();
  }

  private boolean asked(CaseRecord record) {
    return tasks.casesOf(record.authority(), user.id(), user.groups()).contains(record.id());
  }

  private Reach reach(String authority, Optional<Right> right) {
    var held = roles.of(authority).stream().filter(role -> right.isEmpty() || role.rights().contains(right.get())).filter(role -> role.cases() != Cases.NONE).toList();
    var all = held.stream().anyMatch(role -> role.cases() == Cases.ALL || role.cases() == Cases.PANEL && role.team().isEmpty());
    var panel = held.stream().filter(role -> role.cases() == Cases.PANEL).toList();
    var services = held.stream().filter(role -> role.cases() == Cases.SERVICE || role.cases() == Cases.MEMBER).flatMap(role -> role.service().stream()).collect(Collectors.toSet());
    var seated = held.stream().filter(role -> role.cases() == Cases.MEMBER).flatMap(role -> role.service().stream()).collect(Collectors.toSet());
    var further = new HashSet<String>();
    if (!held.isEmpty() && !all) {
      tasks.casesOf(authority, user.id(), user.groups()).forEach(id -> further.add(id.value()));
      seats.before(authority, seated).forEach(id -> further.add(id.value()));
    }
    return new Reach(authority, all, panel.stream().flatMap(role -> role.forum().stream()).collect(Collectors.toSet()), !panel.isEmpty(), panels(authority), services, further);
  }

  private Set<String> panels(String authority) {
    return packs.current(authority).profile().forums().stream().map(Profile.Forum::id).collect(Collectors.toSet());
  }
}
