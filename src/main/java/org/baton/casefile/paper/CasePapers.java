package org.baton.casefile.paper;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseRecord;
import org.baton.casefile.answer.AnswerRow;
import org.baton.casefile.answer.AnswersInWords;
import org.baton.casefile.consent.Consents;
import org.baton.casefile.family.Family;
import org.baton.casefile.family.People;
import org.baton.protocol.Markdown;
import org.baton.protocol.Row;
import org.baton.protocol.TableRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the case file says about a case, as people read it: on one line, in what is weighed, and as a paper for a meeting. */
@Service
@Transactional(readOnly = true)
public class CasePapers {

  private final CaseFile cases;
  private final People people;
  private final Consents consents;
  private final AnswersInWords said;

  CasePapers(CaseFile cases, People people, Consents consents, AnswersInWords said) {
    this.cases = cases;
    this.people = people;
    this.consents = consents;
    this.said = said;
  }

  /**
   * All that a meeting is to know of a case: the family, its consents, what the meeting is asked, and the latest answers that the
   * tables {@code paper} and {@code weighed} name, both of which an authority may leave out. An address that is withheld stays so.
   */
  public String paper(CaseId id) {
    var record = cases.get(id);
    var family = people.family(id);
    var pack = cases.pack(record);
    var known = pack.say("paper.case", "case", id, "children", children(family),
        "adults", family.adults().stream().map(adult -> adult.name() + (adult.relation() == null ? "" : " (" + adult.relation() + ")")).collect(Collectors.joining(", ")),
        "address", family.address().map(Family.Address::shown).orElseGet(() -> pack.say("address.unknown")), "referrer", family.referrer().name(),
        "referringService", pack.profile().serviceName(family.referrer().service()), "holder", pack.profile().serviceName(record.holder()), "consents", consents(id));
    return Stream.of(known, objective(id).map(asked -> pack.say("paper.objective", "objective", asked)).orElse(""),
        answers(id, AnswerRow.PAPER), answers(id, AnswerRow.WEIGHED)).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"));
  }

  /** The case on one line, for a form. */
  Markdown summary(CaseId id) {
    var record = cases.get(id);
    var family = people.family(id);
    var profile = cases.pack(record).profile();
    return new Markdown("**" + id + "** · " + Markdown.escape(children(family)
        + family.address().map(address -> " · " + address.shown()).orElse("")
        + " · held by " + profile.serviceName(record.holder())
        + " · referred by " + family.referrer().name() + ", " + profile.serviceName(family.referrer().service())));
  }

  /** What a meeting is asked about a case of that route; empty if the authority has no table of objectives. */
  Optional<String> objective(CaseId id) {
    var record = cases.get(id);
    return cases.pack(record).findRows(ObjectiveRow.class).flatMap(table -> table.find(Map.of("route", record.route()))).map(row -> row.cells().objective());
  }

  String consents(CaseId id) {
    var pack = cases.pack(cases.get(id));
    return consents.standing(id).entrySet().stream().map(consent -> consent.getKey() + ": " + pack.words(consent.getValue().name()))
        .collect(Collectors.joining(", "));
  }

  /** The answers that the table names, a line for each that was given; empty if the authority does not have that table. */
  String answers(CaseId id, String table) {
    var record = cases.get(id);
    return cases.pack(record).findRows(AnswerRow.class, table).map(rows -> answers(record, rows)).orElse("");
  }

  private String answers(CaseRecord record, TableRows<AnswerRow> table) {
    var answers = said.latest(record.id());
    return table.all(Map.of("route", record.route())).stream().map(Row::cells).filter(row -> answers.containsKey(row.field()) && !answers.get(row.field()).answer().isBlank())
        .map(row -> "- " + row.what() + ": " + answers.get(row.field()).answer()).collect(Collectors.joining("\n"));
  }

  private static String children(Family family) {
    return family.children().stream()
        .map(child -> child.name() + (child.dateOfBirth() == null ? "" : " (born " + child.dateOfBirth() + ")")).collect(Collectors.joining(", "));
  }
}
