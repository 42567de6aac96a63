package org.baton.casefile.family;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseRecord;
import org.baton.casefile.access.CurrentUser;
import org.baton.casefile.chronology.Chronology;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases that may be about the same family. Nothing is put together but by a person's verdict. */
@Service
@Transactional
public class Matching {

  static final int MOST = 50;

  private final MatchStore store;
  private final FamilyStore families;
  private final CaseFile cases;
  private final Chronology chronology;
  private final Clock clock;
  private final CurrentUser user;

  Matching(MatchStore store, FamilyStore families, CaseFile cases, Chronology chronology, Clock clock, CurrentUser user) {
    this.store = store;
    this.families = families;
    this.cases = cases;
    this.chronology = chronology;
    this.clock = clock;
    this.user = user;
  }

  /**
   * Other cases of the authority, open or closed, newest first, that may be about the same family and nobody has judged yet: with a
   * child of the same name and birthday (or one not known), or of the same family name at the same address, as siblings are. At most
   * the {@value #MOST} newest.
   */
  @Transactional(readOnly = true)
  public List<CaseRecord> possible(CaseId id) {
    return cases.all(store.unjudged(cases.get(id).authority(), id, MOST));
  }

  /**
   * A person has judged whether another case is about the same family. If it is, both share one family file from now on, and a case
   * that was closed before makes this one a re-referral. A repeated verdict changes nothing.
   *
   * @throws IllegalArgumentException if the other case was never a possible match, as two family files that were put together stay so
   */
  public void judge(CaseId id, CaseId other, boolean sameFamily) {
    var authorities = List.of(cases.get(id).authority());
    if (other.equals(id)) {
      throw new IllegalArgumentException("Case " + id + " is to match itself; expected another case");
    }
    cases.get(authorities, other.value());
    cases.holdBoth(id, other);
    var record = cases.hold(id);
    var match = cases.get(other);
    if (store.judged(id, other)) {
      return;
    }
    if (!match.familyId().equals(record.familyId()) && !store.alike(id, other)) {
      throw new IllegalArgumentException("Case " + other + " is no possible match of case " + id
          + "; expected a case with a child of the same name and birthday, or of the same family name and address");
    }
    store.insertVerdict(id, other, sameFamily, clock.instant(), user.id());
    if (sameFamily) {
      putTogether(record, match);
    }
  }

  private void putTogether(CaseRecord record, CaseRecord match) {
    if (!match.familyId().equals(record.familyId())) {
      store.mergeFamilies(match.familyId(), record.familyId(), samePeople(match.familyId(), record.familyId()));
    }
    if (!match.open()) {
      store.updateReReferral(record.id(), match.id());
    }
    chronology.note(record.id(), "MATCH", cases.pack(record).say("case.sameFamily", "case", match.id(), "open", match.open(), "closed", !match.open()));
    chronology.note(match.id(), "MATCH", cases.pack(match).say("case.sameFamily", "case", record.id()));
  }

  private Map<String, String> samePeople(String kept, String merged) {
    var same = new LinkedHashMap<String, String>();
    List.of("CHILD", "ADULT").forEach(kind -> same.putAll(SamePeople.in(families.people(kept, kind), families.people(merged, kind))));
    return same;
  }
}
