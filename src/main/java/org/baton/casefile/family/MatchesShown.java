package org.baton.casefile.family;

import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "case.matches", about = "Other cases that may be about the same family, in one text")
class MatchesShown implements CaseShow<String> {

  private final PossibleMatches possible;

  MatchesShown(PossibleMatches possible) {
    this.possible = possible;
  }

  @Override
  public Optional<String> show(Submission submission, CaseId id, String word) {
    var matches = possible.of(submission, id);
    return Optional.of(matches.isEmpty() ? "No other case has a child of the same name and birthday, or the same family name and address." : matches.stream()
        .map(match -> match.id() + " (" + (match.open() ? "open" : "closed") + ", " + match.stage() + ")")
        .collect(Collectors.joining(", ", (matches.size() < Matching.MOST ? "Possible matches: " : "The newest possible matches, and there may be more: "), "")));
  }
}
