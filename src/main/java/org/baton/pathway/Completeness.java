package org.baton.pathway;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.answer.Answers;
import org.baton.protocol.Fact;
import org.baton.protocol.LetterData;
import org.baton.protocol.Row;
import org.springframework.stereotype.Service;

/** What a referral still lacks, by the table {@code completeness} and the route of the case; letters say it as {@code missing}. */
@Service
public class Completeness implements LetterData {

  private static final String MISSING = "missing";

  private final CaseFile cases;
  private final Answers answers;

  Completeness(CaseFile cases, Answers answers) {
    this.cases = cases;
    this.answers = answers;
  }

  /** The rows whose answer nobody has given, or not as it must be; empty if the referral is complete. */
  public List<Row<CompletenessRow>> missing(CaseId id) {
    var given = answers.latest(id);
    var record = cases.get(id);
    return cases.pack(record).rows(CompletenessRow.class).all(Map.of("route", record.route())).stream().filter(row -> !suffices(row.cells(), given.getOrDefault(row.cells().field(), ""))).toList();
  }

  private static boolean suffices(CompletenessRow row, String given) {
    return row.mustBe().map(given::equals).orElse(!given.isBlank());
  }

  /** As people read them. */
  public static String inWords(List<Row<CompletenessRow>> missing) {
    return missing.stream().map(row -> row.cells().what()).collect(Collectors.joining("; "));
  }

  @Override
  public Set<String> names() {
    return Set.of(MISSING);
  }

  @Override
  public Map<String, Object> data(Map<String, Object> facts) {
    return facts.get(Fact.CASE_ID) instanceof String id ? Map.of(MISSING, (Supplier<String>) () -> inWords(missing(new CaseId(id)))) : Map.of();
  }
}
