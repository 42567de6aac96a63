package org.baton.casefile.consent;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.protocol.Fact;
import org.baton.protocol.LetterData;
import org.springframework.stereotype.Component;

/** What letters say of consent: {@code consentsMissing}, each purpose and person whose agreement is asked for and not held, and what stands of it. */
@Component
class ConsentLetterData implements LetterData {

  private static final String MISSING = "consentsMissing";
  private static final Set<ConsentState> NOT_HELD = EnumSet.complementOf(EnumSet.of(ConsentState.GIVEN, ConsentState.NOT_NEEDED));

  private final CaseFile cases;
  private final Consents consents;

  ConsentLetterData(CaseFile cases, Consents consents) {
    this.cases = cases;
    this.consents = consents;
  }

  @Override
  public Set<String> names() {
    return Set.of(MISSING);
  }

  @Override
  public Set<String> personal() {
    return names();
  }

  @Override
  public Map<String, Object> data(Map<String, Object> facts) {
    return facts.get(Fact.CASE_ID) instanceof String id ? Map.of(MISSING, (Supplier<String>) () -> missing(new CaseId(id))) : Map.of();
  }

  /** Where nobody was asked, all of it. */
  private String missing(CaseId id) {
    var pack = cases.pack(id);
    var missing = consents.of(id).stream().filter(consent -> NOT_HELD.contains(consent.effective()))
        .map(consent -> pack.say("consent.given", "purpose", consent.purpose(), "who", consent.giver().orElse(null), "state", pack.words(consent.effective().name()))).collect(Collectors.joining("; "));
    return missing.isEmpty() ? pack.say("consent.nobodyAsked") : missing;
  }
}
