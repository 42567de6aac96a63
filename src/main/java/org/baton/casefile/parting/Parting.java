package org.baton.casefile.parting;

import java.time.Clock;
import java.util.List;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseSplit;
import org.baton.casefile.chronology.Chronology;
import org.baton.casefile.family.Family;
import org.baton.casefile.family.People;
import org.baton.casefile.opening.Opening;
import org.baton.casefile.run.Runs;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Children who go on as a case of their own. */
@Service
@Transactional
public class Parting {

  private final PartingStore store;
  private final CaseFile cases;
  private final People people;
  private final Opening opening;
  private final Chronology chronology;
  private final Runs runs;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Parting(PartingStore store, CaseFile cases, People people, Opening opening, Chronology chronology, Runs runs, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.cases = cases;
    this.people = people;
    this.opening = opening;
    this.chronology = chronology;
    this.runs = runs;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Lets some children go on as a case of their own, at the stage and with the holder, the consents and the past of the case that they
   * part from. Its process stands where that case's stands; deadlines that count from the opening of a task count anew.
   *
   * @param children ids of the people who part
   * @return the number of their case
   * @throws IllegalArgumentException if one of them is no child of the case, or nobody would part or stay, or no reason is given
   */
  public CaseId split(CaseId id, List<String> children, String reason) {
    var record = cases.hold(id);
    var all = people.children(id).stream().map(Family.Person::id).toList();
    var parting = children.stream().distinct().toList();
    if (parting.isEmpty() || !all.containsAll(parting) || parting.size() == all.size()) {
      throw new IllegalArgumentException("Case " + id + " has " + all.size() + " children and " + parting.size()
          + " are to part; expected some of its children, and at least one who stays");
    }
    if (reason == null || reason.isBlank()) {
      throw new IllegalArgumentException("Children are to part from case " + id + " without a reason; expected one");
    }
    var parted = opening.number(cases.pack(record), clock.instant());
    chronology.note(id, "SPLIT", cases.pack(record).say("parting.went", "case", parted, "reason", reason));
    store.insertSplit(id, parted, store.lastEntry(id));
    store.moveChildren(id, parted, parting);
    store.copyHistory(id, parted);
    var run = runs.main(id);
    events.publishEvent(new CaseSplit(id, parted));
    run.ifPresent(process -> runs.beginLike(record, process, cases.get(parted)));
    return parted;
  }
}
