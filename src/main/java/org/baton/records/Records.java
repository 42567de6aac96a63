package org.baton.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.answer.AnswersInWords;
import org.baton.casefile.chronology.Chronology;
import org.baton.casefile.family.Family;
import org.baton.casefile.family.People;
import org.baton.protocol.Fact;
import org.baton.protocol.Letters;
import org.baton.protocol.Pack;
import org.baton.protocol.PdfLetter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sees to it that what the {@code recordDuty} table asks for stands in the system of record, once. */
@Service
@Transactional
public class Records {

  private final JdbcClient jdbc;
  private final RecordSystem system;
  private final CaseFile cases;
  private final People people;
  private final Chronology chronology;
  private final Letters letters;
  private final Clock clock;
  private final RecordSettings settings;
  private final AnswersInWords answers;

  Records(JdbcClient jdbc, RecordSystem system, CaseFile cases, People people, Chronology chronology, Letters letters, Clock clock, RecordSettings settings, AnswersInWords answers) {
    this.settings = settings;
    this.answers = answers;
    this.jdbc = jdbc;
    this.system = system;
    this.cases = cases;
    this.people = people;
    this.chronology = chronology;
    this.letters = letters;
    this.clock = clock;
  }

  /**
   * Files the referral as a PDF in the folder of its authority and panel, with its decision box once it is filled. A repeated call
   * replaces the file.
   *
   * @param facts the engine facts of the process that files it
   * @return where it lies, below the folder of the settings
   */
  public String file(Pack pack, CaseId id, Map<String, Object> facts) {
    var record = cases.get(id);
    var path = pack.authority() + "/" + record.forum().orElse("no-panel") + "/" + id + ".pdf";
    var said = answers.latest(id);
    var text = pack.form("referral").fields().stream().filter(field -> said.containsKey(field.key()))
        .map(field -> field.label() + ": " + said.get(field.key()).answer()).collect(Collectors.joining("\n"));
    var family = people.family(id);
    var people = family.children().stream().map(Family.Person::name).collect(Collectors.joining(", "));
    var box = letters.fill(pack, "{{#decisionBox}}{{decisionBox}}{{/decisionBox}}", facts);
    var decision = box.isBlank() ? "" : "\n\n" + pack.say("case.filedDecision", "box", box);
    try {
      var file = settings.folder().resolve(path);
      Files.createDirectories(file.getParent());
      // A file made as a temporary one is its owner's alone.
      var unfinished = Files.createTempFile(file.getParent(), "referral", ".part");
      Files.write(unfinished, PdfLetter.write("Referral " + id, "Children: " + people + "\nReferrer: " + family.referrer().name() + "\n\n" + text + decision, null));
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    chronology.note(id, "FILED", pack.say("case.filed", "file", path), "");
    return path;
  }

  /** An entry that stands in a system of record. */
  public record RecordEntry(String key, String system, String kind, String reference, Instant enteredAt) {}

  /**
   * Enters what the row of the {@code recordDuty} table says. A repeated call with the same key finds the entry and adds none, also
   * after a failure between the system's answer and our own note of it.
   *
   * @param key the same for every try
   */
  public void enter(Pack pack, String name, String key, Map<String, Object> facts) {
    if (jdbc.sql("select count(*) from record_entry where entry_key = ?").param(key).query(Integer.class).single() > 0) {
      return;
    }
    var duty = pack.rows(RecordDutyRow.class).one(Map.of("name", name));
    var id = new CaseId((String) facts.get(Fact.CASE_ID));
    var kind = letters.fill(pack, duty.cells().kind(), facts);
    var reference = system.find(key).orElseGet(() -> system.enter(new RecordSystem.Entry(key, pack.authority(), duty.cells().system(), id.value(),
        kind, letters.write(pack, duty.cells().template(), facts).body())));
    jdbc.sql("insert into record_entry (entry_key, authority, case_id, system, kind, reference, entered_at) values (?, ?, ?, ?, ?, ?, ?)")
        .params(key, pack.authority(), id.value(), duty.cells().system(), kind, reference, Timestamp.from(clock.instant())).update();
    chronology.note(id, "RECORD", pack.say("record.entered", "kind", kind, "system", duty.cells().system(), "reference", reference), duty.clausesInText());
  }

  /** The entries made for a case, in their order. */
  @Transactional(readOnly = true)
  public List<RecordEntry> of(CaseId id) {
    return jdbc.sql("select entry_key, system, kind, reference, entered_at from record_entry where case_id = ? order by entered_at, entry_key")
        .param(id.value())
        .query((row, number) -> new RecordEntry(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
            row.getTimestamp(5).toInstant())).list();
  }
}
