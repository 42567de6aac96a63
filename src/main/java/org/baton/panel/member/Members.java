package org.baton.panel.member;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.baton.casefile.access.CurrentUser;
import org.baton.panel.PanelRefusedException;
import org.baton.protocol.ApiInput;
import org.baton.protocol.Packs;
import org.baton.protocol.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who sits on a forum. Its first members are the core services of the authority's profile; every change is proposed, takes effect when
 * the authority's process says so, and stays on record.
 */
@Service
@Transactional
public class Members {

  private final MemberStore store;
  private final Packs packs;
  private final Clock clock;
  private final CurrentUser user;

  Members(MemberStore store, Packs packs, Clock clock, CurrentUser user) {
    this.store = store;
    this.packs = packs;
    this.clock = clock;
    this.user = user;
  }

  /** A service that sits on a forum. @param name who comes for it; empty if nobody is named */
  public record Member(String service, Optional<String> name) {}

  /** A proposed change. @param joins false if the service leaves @param name who is to come for it; empty if nobody is named */
  public record Change(String id, String authority, String forum, String service, Optional<String> name, boolean joins, String reason) {}

  /** What one member says to a proposed change. @param entry why not, or null */
  public record Answer(String service, boolean agrees, String entry) {}

  /** The members of a forum today, in the order of the profile. */
  @Transactional(readOnly = true)
  public List<Member> of(String authority, String forum) {
    return members(packs.current(authority).profile(), store.inForce(authority, forum));
  }

  /** The forums of the authority on which one of the services sits today. */
  @Transactional(readOnly = true)
  public Set<String> forumsOf(String authority, Set<String> services) {
    var profile = packs.current(authority).profile();
    var changes = store.inForce(authority).stream().collect(Collectors.groupingBy(Change::forum));
    return profile.forums().stream().map(Profile.Forum::id)
        .filter(forum -> members(profile, changes.getOrDefault(forum, List.of())).stream().anyMatch(member -> services.contains(member.service())))
        .collect(Collectors.toSet());
  }

  /** @param inForce the changes of one forum, the oldest first */
  private static List<Member> members(Profile profile, List<Change> inForce) {
    var changes = new TreeMap<String, Change>();
    inForce.forEach(change -> changes.put(change.service(), change));
    return profile.services().stream()
        .filter(service -> Optional.ofNullable(changes.get(service.id())).map(Change::joins).orElse(service.core()))
        .map(service -> new Member(service.id(), Optional.ofNullable(changes.get(service.id())).flatMap(Change::name))).toList();
  }

  /**
   * Proposes that a service joins or leaves a forum; nothing changes yet.
   *
   * @return the id of the proposal
   * @throws PanelRefusedException if it is a member already and is to join, or is none and is to leave
   */
  public String propose(String authority, String forum, String service, String name, boolean joins, String reason) {
    var profile = packs.current(authority).profile();
    profile.service(service);
    var is = of(authority, forum).stream().anyMatch(member -> member.service().equals(service));
    if (is == joins) {
      throw new PanelRefusedException(profile.serviceName(service) + (is ? " is" : " is not") + " a member of " + profile.forumName(forum)
          + "; expected a service that is" + (joins ? " not yet" : " one"));
    }
    var id = UUID.randomUUID().toString();
    store.insert(new Change(id, authority, forum, service, Optional.ofNullable(name), joins, reason), clock.instant(), user.id());
    return id;
  }

  /** @throws PanelRefusedException if there is no such proposal */
  @Transactional(readOnly = true)
  public Change proposal(String id) {
    return store.find(id).orElseThrow(() -> new PanelRefusedException("There is no proposed member '" + id + "'"));
  }

  /**
   * Records what the members said, replacing what they said before.
   *
   * @return how many of today's members have not agreed, those included who gave no answer
   * @throws PanelRefusedException if somebody answers who is no member
   */
  public int answer(String id, List<Answer> answers) {
    var proposal = proposal(id);
    var members = of(proposal.authority(), proposal.forum()).stream().map(Member::service).toList();
    var byService = answers.stream().collect(Collectors.toMap(Answer::service, answer -> answer, (first, second) -> second, TreeMap::new));
    byService.keySet().stream().filter(service -> !members.contains(service)).findFirst().ifPresent(service -> {
      throw new PanelRefusedException("member.service is " + ApiInput.named(service) + "; expected one of the members " + members);
    });
    store.replaceAnswers(id, byService.values());
    return (int) members.stream().filter(service -> !Optional.ofNullable(byService.get(service)).map(Answer::agrees).orElse(false)).count();
  }

  /** The proposed change is in force from now on; a repeated call changes nothing. */
  public void takeEffect(String id) {
    store.takeEffect(proposal(id).id(), clock.instant());
  }

  /** The services of a forum that are asked, each with its name. */
  @Transactional(readOnly = true)
  public Map<String, String> asked(String id) {
    var proposal = proposal(id);
    var profile = packs.current(proposal.authority()).profile();
    return of(proposal.authority(), proposal.forum()).stream().map(Member::service).map(profile::service)
        .collect(Collectors.toMap(Profile.Service::id, Profile.Service::name, (first, second) -> first, LinkedHashMap::new));
  }
}
