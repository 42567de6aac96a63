package org.baton.panel.decision;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.baton.panel.PanelRefusedException;
import org.baton.panel.sitting.Attendance;
import org.baton.panel.sitting.Sittings;
import org.baton.protocol.ApiInput;
import org.baton.protocol.Packs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The votes on the case that is before the panel. Who has one is said by the {@code seat} table. */
@Service
@Transactional
public class Votes {

  private final VoteStore store;
  private final Decisions decisions;
  private final Attendance attendance;
  private final Sittings sittings;
  private final Packs packs;

  Votes(VoteStore store, Decisions decisions, Attendance attendance, Sittings sittings, Packs packs) {
    this.store = store;
    this.decisions = decisions;
    this.attendance = attendance;
    this.sittings = sittings;
    this.packs = packs;
  }

  /**
   * Records the votes on one item, replacing those recorded before.
   *
   * @throws PanelRefusedException if somebody votes who is not signed in or has no vote by the {@code seat} table, votes twice, votes for
   *     no service of the authority, if two vote for a service that has one vote by that table, if somebody present with a vote has no row, or if the
   *     case is decided already
   */
  public void vote(String itemId, List<Vote> votes) {
    var meeting = sittings.get(decisions.undecided(itemId).meetingId());
    var pack = packs.of(meeting.deploymentId());
    var voters = attendance.voters(meeting.id()).stream().map(one -> one.name() + ", " + one.service()).toList();
    votes.forEach(vote -> {
      if (!voters.contains(vote.voter() + ", " + vote.service())) {
        throw new PanelRefusedException("vote.voter is " + ApiInput.named(vote.voter()) + " of service " + ApiInput.named(vote.service()) + "; expected one of those present with a vote, " + voters);
      }
      vote.choice().ifPresent(pack.profile()::service);
    });
    if (votes.stream().map(vote -> vote.voter() + ", " + vote.service()).distinct().count() < votes.size()) {
      throw new PanelRefusedException("vote.voter names somebody twice; expected one vote for each");
    }
    attendance.votingAsOne(meeting.id()).stream().filter(service -> votes.stream().filter(vote -> vote.service().equals(service)).count() > 1)
        .findFirst().ifPresent(service -> {
          throw new PanelRefusedException("vote.service is '" + service + "' twice; expected one vote for each service");
        });
    requireAll(meeting.id(), votes);
    store.replace(itemId, votes);
  }

  private void requireAll(String meetingId, List<Vote> votes) {
    var asOne = attendance.votingAsOne(meetingId);
    attendance.voters(meetingId).stream().filter(voter -> votes.stream().noneMatch(vote -> vote.service().equals(voter.service())
        && (asOne.contains(voter.service()) || vote.voter().equals(voter.name())))).findFirst().ifPresent(missing -> {
          throw new PanelRefusedException("votes has no row for " + missing.name() + " of service '" + missing.service()
              + "'; expected a vote of each who is present with one, " + Vote.ABSTAINS + " where somebody does");
        });
  }

  /** The votes on one item, by voter. */
  @Transactional(readOnly = true)
  public List<Vote> on(String itemId) {
    return store.votes(itemId);
  }

  /** Votes for the leading choice less all other votes; 0 without votes. Who abstains casts none. */
  @Transactional(readOnly = true)
  public int leadingMargin(String itemId) {
    var counts = counts(store.votes(itemId)).values();
    return 2 * counts.stream().max(Long::compare).orElse(0L).intValue() - counts.stream().mapToInt(Long::intValue).sum();
  }

  /** The choice with the most votes. @throws PanelRefusedException if nobody voted or several lead */
  @Transactional(readOnly = true)
  public String leadingChoice(String itemId) {
    var counts = counts(store.votes(itemId));
    var most = counts.values().stream().max(Long::compare).orElse(0L);
    var leading = counts.entrySet().stream().filter(count -> count.getValue().equals(most)).map(Map.Entry::getKey).toList();
    if (leading.size() != 1) {
      throw new PanelRefusedException("The vote has no leading choice but " + leading + "; expected one");
    }
    return leading.get(0);
  }

  private static Map<String, Long> counts(List<Vote> votes) {
    return votes.stream().flatMap(vote -> vote.choice().stream()).collect(Collectors.groupingBy(choice -> choice, TreeMap::new, Collectors.counting()));
  }
}
