package org.baton.casefile.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseNotFoundException;
import org.baton.casefile.CaseRecord;
import org.baton.casefile.access.AccessRow.Cases;
import org.baton.protocol.BadInputException;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.baton.protocol.Profile;
import org.baton.protocol.RoleRow;
import org.baton.protocol.Row;
import org.baton.protocol.StartRule.May;
import org.baton.protocol.StartRule;
import org.springframework.context.annotation.Lazy;
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

  private static final Set<Right> OF_PANELS = EnumSet.complementOf(EnumSet.of(Right.PASSWORDS, Right.DIRECTORY));

  private final CaseFile cases;
  private final ReachStore store;
  private final Packs packs;
  private final CurrentUser user;
  private final PanelSeats seats;
  private final OpenTasks tasks;
  private final ReadLog log;

  Access(CaseFile cases, ReachStore store, Packs packs, CurrentUser user, @Lazy PanelSeats seats, @Lazy OpenTasks tasks, ReadLog log) {
    this.cases = cases;
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
            roles(authority).stream().filter(role -> role.rights().contains(Right.CASE_FILE)).map(HeldRole::inWords).findFirst().orElse("none")));
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
    if (roles(authority).stream().noneMatch(role -> pack.role(role.role()).rights() == RoleRow.Rights.SUPERVISOR)) {
      throw NotAllowedException.supervisorsOnly();
    }
  }

  /**
   * Of the panel that somebody asks for by its id.
   *
   * @param field name of the parameter
   * @param forum empty for all
   * @throws BadInputException if none of the person's authorities has such a panel
   */
  @Transactional(readOnly = true)
  public void requirePanel(String field, String forum) {
    var known = user.authorities().stream().flatMap(authority -> packs.current(authority).profile().forums().stream()).map(Profile.Forum::id).toList();
    if (!forum.isEmpty() && !known.contains(forum)) {
      throw new BadInputException(field + " is of " + forum.length() + " characters; expected nothing or one of " + known);
    }
  }

  @Transactional(readOnly = true)
  public boolean has(String authority, Right right) {
    return roles(authority).stream().anyMatch(role -> role.rights().contains(right));
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

  /** Whether the panel's sittings are open to the person: its own panel, one on which its service sits, or all. */
  @Transactional(readOnly = true)
  public boolean opensForum(String authority, String forum) {
    return user.authorities().contains(authority) && roles(authority).stream().anyMatch(role -> switch (role.cases()) {
      case ALL -> true;
      case PANEL -> role.forum().map(forum::equals).orElse(role.team().isEmpty());
      case MEMBER -> role.service().map(service -> seats.forums(authority, Set.of(service)).contains(forum)).orElse(false);
      default -> false;
    });
  }

  /** The panels whose sittings are open to the person, by authority; authorities without any are left out. */
  @Transactional(readOnly = true)
  public Map<String, Set<String>> forums() {
    var forums = new TreeMap<String, Set<String>>();
    user.authorities().forEach(authority -> {
      var open = packs.current(authority).profile().forums().stream().map(Profile.Forum::id).filter(forum -> opensForum(authority, forum)).collect(Collectors.toSet());
      if (!open.isEmpty()) {
        forums.put(authority, open);
      }
    });
    return forums;
  }

  /**
   * Refuses a start form that the person's roles may not send, by the table {@code starter}.
   *
   * @param number of the case that the form names, empty if it names none
   * @param forum the panel that it names
   * @throws NotStarterException if none of the roles may start the process, or not for that panel
   * @throws CaseNotFoundException if the form may name only cases that are open to the person, and this is none
   */
  @Transactional(readOnly = true)
  public void requireStart(String authority, String process, Optional<String> number, Optional<String> forum) {
    var pack = packs.current(authority);
    var rule = StartRule.of(pack, process);
    var roles = user.authorities().contains(authority) ? roles(authority).stream().filter(role -> rule.roles().contains(role.role())).toList() : List.<HeldRole>of();
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
    number.filter(text -> rule.cases() == May.OWN).map(String::strip).ifPresent(this::find);
  }

  private Optional<String> why(CaseRecord record, Optional<Right> right) {
    return roles(record.authority()).stream().filter(role -> right.isEmpty() || role.rights().contains(right.get()))
        .filter(role -> opens(role, record)).map(HeldRole::inWords).findFirst();
  }

  private boolean opens(HeldRole role, CaseRecord record) {
    return switch (role.cases()) {
      case ALL -> true;
      case NONE -> false;
      case PANEL -> record.forum().filter(panels(record.authority())::contains).isEmpty() || role.team().isEmpty() || record.forum().equals(role.forum()) || asked(record);
      case MEMBER -> holds(role, record) || asked(record) || role.service().filter(service -> seats.before(record.authority(), Set.of(service)).contains(record.id())).isPresent();
      case SERVICE -> holds(role, record) || asked(record);
      default -> asked(record);
    };
  }

  private static boolean holds(HeldRole role, CaseRecord record) {
    return role.service().filter(service -> service.equals(record.holder()) || record.allocatedService().filter(service::equals).isPresent()).isPresent();
  }

  private boolean asked(CaseRecord record) {
    return tasks.casesOf(record.authority(), user.id(), user.groups()).contains(record.id());
  }

  private Reach reach(String authority, Optional<Right> right) {
    var roles = roles(authority).stream().filter(role -> right.isEmpty() || role.rights().contains(right.get())).filter(role -> role.cases() != Cases.NONE).toList();
    var all = roles.stream().anyMatch(role -> role.cases() == Cases.ALL || role.cases() == Cases.PANEL && role.team().isEmpty());
    var panel = roles.stream().filter(role -> role.cases() == Cases.PANEL).toList();
    var services = roles.stream().filter(role -> role.cases() == Cases.SERVICE || role.cases() == Cases.MEMBER).flatMap(role -> role.service().stream()).collect(Collectors.toSet());
    var seated = roles.stream().filter(role -> role.cases() == Cases.MEMBER).flatMap(role -> role.service().stream()).collect(Collectors.toSet());
    var further = new HashSet<String>();
    if (!roles.isEmpty() && !all) {
      tasks.casesOf(authority, user.id(), user.groups()).forEach(id -> further.add(id.value()));
      seats.before(authority, seated).forEach(id -> further.add(id.value()));
    }
    return new Reach(authority, all, panel.stream().flatMap(role -> role.forum().stream()).collect(Collectors.toSet()), !panel.isEmpty(), panels(authority), services, further);
  }

  private Set<String> panels(String authority) {
    return packs.current(authority).profile().forums().stream().map(Profile.Forum::id).collect(Collectors.toSet());
  }

  /** The roles that the person holds by their groups; none in an authority that is not theirs. */
  private List<HeldRole> roles(String authority) {
    if (!user.authorities().contains(authority)) {
      return List.of();
    }
    var pack = packs.current(authority);
    return user.groups().stream().filter(group -> group.startsWith(authority + ".")).map(group -> group.substring(authority.length() + 1).split("\\."))
        .filter(parts -> parts.length <= 2).flatMap(parts -> role(pack, parts).stream()).toList();
  }

  private static Optional<HeldRole> role(Pack pack, String[] parts) {
    var role = parts[parts.length - 1];
    var team = parts.length == 2 ? Optional.of(parts[0]) : Optional.<String>empty();
    var table = pack.findRows(AccessRow.class);
    return pack.rows(RoleRow.class).find(Map.of("role", role)).map(Row::cells).map(row -> table.isEmpty() ? assumed(role, team, row) : table.get().find(Map.of("role", role)).map(Row::cells)
        .map(granted -> new HeldRole(role, team, row.scope(), granted.cases(), rights(granted)))
        .orElseGet(() -> new HeldRole(role, team, row.scope(), Cases.NONE, Set.of())));
  }

  private static Set<Right> rights(AccessRow granted) {
    return Arrays.stream(Right.values()).filter(right -> right.in(granted)).collect(Collectors.toSet());
  }

  /** Of a pack that was put in force before there was a table {@code access}: what its scope and rights come nearest to. */
  private static HeldRole assumed(String role, Optional<String> team, RoleRow row) {
    if (row.rights() != RoleRow.Rights.WORKER) {
      return new HeldRole(role, team, row.scope(), row.rights() == RoleRow.Rights.SUPERVISOR ? Cases.ALL : Cases.NONE, Set.of());
    }
    return switch (row.scope()) {
      case FORUM -> new HeldRole(role, team, row.scope(), Cases.PANEL, OF_PANELS);
      case SERVICE -> new HeldRole(role, team, row.scope(), Cases.SERVICE, Set.of(Right.CASE_FILE));
      case AUTHORITY -> new HeldRole(role, team, row.scope(), Cases.TASKS, Set.of(Right.CASE_FILE));
    };
  }
}
