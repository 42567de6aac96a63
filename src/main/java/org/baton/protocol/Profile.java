package org.baton.protocol;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baton.calendar.Overlay;
import org.baton.calendar.WorkingCalendar;

/**
 * What an authority is, as its {@code authorities/<authority>.yaml} says.
 *
 * @param authority tenant id, for example {@code north-borsetshire}
 * @param name as people call it
 * @param caseNumberPrefix the letters before a case number, for example {@code WAR}
 * @param forums its panels and transfer meetings; empty where a manager decides without one
 * @param services who can hold, be involved in, or sit at a panel for a case
 * @param closures days on which the council is closed, with the reason people read
 * @param workedDays days worked although the list of holidays says otherwise
 * @param replaces shared files that the authority has its own version of, with the hash of the shared file it was made from
 * @param blocks shared models that it takes beside those that every authority has, by their file names without ending
 * @param carriedOut which clauses shared files carry out here: {@code <file> <element>} or {@code page <name>} to clauses, as neither
 *     names any itself
 */
public record Profile(
    String authority, String name, String caseNumberPrefix, List<Forum> forums, List<Service> services,
    Map<LocalDate, String> closures, List<LocalDate> workedDays, Map<String, String> replaces, List<String> blocks, Map<String, String> carriedOut) {

  public Profile {
    forums = forums == null ? List.of() : List.copyOf(forums);
    services = services == null ? List.of() : List.copyOf(services);
    closures = closures == null ? Map.of() : Map.copyOf(closures);
    workedDays = workedDays == null ? List.of() : List.copyOf(workedDays);
    replaces = replaces == null ? Map.of() : Map.copyOf(replaces);
    blocks = blocks == null ? List.of() : List.copyOf(blocks);
    carriedOut = carriedOut == null ? Map.of() : Map.copyOf(carriedOut);
  }

  /**
   * A panel or transfer meeting series.
   *
   * @param everyWeeks weeks between two sittings
   * @param firstMeeting date of the first sitting of the series
   * @param startsAt London time
   * @param hours how long a sitting is planned to last
   */
  public record Forum(String id, String name, int everyWeeks, LocalDate firstMeeting, LocalTime startsAt, int hours) {}

  /**
   * @param countsForQuorum whether its presence counts towards the least number of services
   * @param core whether it is invited to every sitting
   * @param leads whether a case can be given to it
   * @param sector the sector that it sits for, where the protocol names sectors; null where not
   * @param readsRecordSystem whether it can look into the system of record, so that papers need not be copied to it
   * @param clause the clause that names it; null where none does
   */
  public record Service(String id, String name, boolean countsForQuorum, boolean core, boolean leads, String sector, boolean readsRecordSystem,
      String clause) {}

  /** The clauses that an element of a shared file carries out for this authority; empty if none is named. */
  public List<String> carriedOut(String file, String element) {
    return DecisionTable.clauses(carriedOut.getOrDefault(file + " " + element, "none") + ":");
  }

  /** @throws IllegalArgumentException if the authority has no such forum */
  public Forum forum(String id) {
    return forums.stream().filter(forum -> forum.id().equals(id)).findFirst().orElseThrow(() -> new IllegalArgumentException(
        "There is no forum " + ApiInput.named(id) + " of " + name + "; it has " + forums.stream().map(Forum::id).toList()));
  }

  /** @throws IllegalArgumentException if the authority has no such service */
  public Service service(String id) {
    return services.stream().filter(service -> service.id().equals(id)).findFirst().orElseThrow(() -> new IllegalArgumentException(
        "There is no service " + ApiInput.named(id) + " of " + name + "; it has " + services.stream().map(Service::id).toList()));
  }

  /** As people call that forum; for one that an earlier pack had, its id and that it is none of this pack. */
  public String forumName(String id) {
    return forums.stream().filter(forum -> forum.id().equals(id)).map(Forum::name).findFirst().orElseGet(() -> unknown(id));
  }

  /** As people call that service; for one that an earlier pack had, its id and that it is none of this pack. */
  public String serviceName(String id) {
    return services.stream().filter(service -> service.id().equals(id)).map(Service::name).findFirst().orElseGet(() -> unknown(id));
  }

  /** How people read the id of what an earlier pack had: one bad word must not take a list, a letter or a case away. */
  public static String unknown(String id) {
    return id + " (not in the pack)";
  }

  public WorkingCalendar calendar() {
    return new WorkingCalendar(new Overlay(closures, Set.copyOf(workedDays)));
  }
}
