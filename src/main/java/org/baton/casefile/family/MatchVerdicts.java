package org.baton.casefile.family;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseRecord;
import org.baton.casefile.CaseShow;
import org.baton.casefile.CaseTarget;
import org.baton.protocol.FieldKey;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** Whether other cases that look alike are about the same family. */
@Component
@Shows(value = "case.matchRows", about = "Other cases that may be about the same family, a row for each")
class MatchVerdicts implements CaseTarget<MatchVerdicts.Judged>, CaseShow<List<MatchVerdicts.Match>> {

  enum Verdict { SAME, ANOTHER, NOT_SURE }

  record Judged(@TargetPath(value = "case.matches", about = "Whether other cases that look alike are about the same family", alongside = "match.about") List<Row> matches) {}

  record Row(
      @TargetPath(value = "match.case", about = "The number of the other case") String number,
      @TargetPath(value = "match.verdict", about = "Whether it is about the same family") Verdict verdict) {}

  record Match(@FieldKey("case") String number, String about) {}

  private final Matching matching;
  private final PossibleMatches matches;
  private final FamilyStore store;

  MatchVerdicts(Matching matching, PossibleMatches matches, FamilyStore store) {
    this.matching = matching;
    this.matches = matches;
    this.store = store;
  }

  @Override
  public Map<String, Object> keep(CaseId id, Submission submission, Judged said) {
    said.matches().stream().filter(row -> row.verdict() != Verdict.NOT_SURE)
        .forEach(row -> matching.judge(id, new CaseId(row.number()), row.verdict() == Verdict.SAME));
    return Map.of();
  }

  @Override
  public Turn turn() {
    return Turn.FOLLOWING;
  }

  @Override
  public Optional<List<Match>> show(Submission submission, CaseId id, String word) {
    return Optional.of(matches.of(submission, id).stream().map(match -> new Match(match.id().value(), about(match))).toList());
  }

  private String about(CaseRecord match) {
    return store.children(match.id()).stream().map(child -> child.name() + (child.dateOfBirth() == null ? "" : ", born " + child.dateOfBirth())).collect(Collectors.joining("; "))
        + " - " + (match.open() ? "open, " + match.stage() : "closed");
  }
}
