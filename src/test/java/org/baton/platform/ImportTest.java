package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.baton.platform.demo.GenerateReferrals;
import org.baton.support.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ImportTest extends Story {

  @Autowired private ImportReferrals imports;
  @TempDir private Path folder;

  @Test
  void each_line_is_reported_and_a_faulty_one_stops_no_other(CapturedOutput output) throws IOException {
    var lines = new ArrayList<>(GenerateReferrals.lines("warwickshire", 3, 5, LocalDate.of(2026, 2, 2)));
    lines.add("no json");
    lines.add("{\"authority\": \"warwickshire\", \"answers\": {}}");
    lines.add("{\"authority\": \"nowhere\", \"key\": \"x\", \"answers\": {}}");
    lines.add(lines.get(2).replace("\"route\":\"ROUTE_", "\"route\":\"WAY_").replace("warwickshire-5-3", "warwickshire-5-4"));
    var file = Files.write(folder.resolve("referrals.jsonl"), lines);

    assertThat(imports.load(file)).isEqualTo(3);
    assertThat(output).contains("line 4: refused - no JSON object", "line 5: refused - expected authority, key and answers",
        "line 6: refused - 'nowhere' is no authority", "line 7: refused - Form 'referral' cannot be taken: route: got 'WAY_");
    assertThat(imports.load(file)).as("the file once more").isZero();
    assertThat(output).contains("line 1: WAR-2026-000001 was received before");
    assertThat(cases.list(List.of("warwickshire"), "", 10)).hasSize(3);
  }

  @Test
  void open_cases_of_an_old_register_are_reported_by_line_with_what_could_not_be_placed(CapturedOutput output) throws IOException {
    var line = """
        {"authority": "warwickshire", "key": "old-1", "open": true, "answers": {"caseStands": "SUPPORTED", "receivedOn": "2025-10-06", "route": "ROUTE_1", \
        "district": "RUGBY", "referrerName": "Nia Reed", "referrerService": "schools", "children": [{"childGivenName": "Ola", "childFamilyName": "Penn"}], \
        "adults": [{"adultGivenName": "Jo", "adultFamilyName": "Penn"}], "consents": [{"giver": "Jo Penn", "capacity": "PARENT", "informed": "YES", \
        "support": "GIVEN", "sharing": "GIVEN", "discussion": "GIVEN"}], "heldBy": "health", "allocatedService": "health", "heldSince": "2025-12-01", \
        "leadProfessional": "Kim", "reportOn": "2026-03-02", "locality": "Hillmorton"}}""";
    var file = Files.write(folder.resolve("register.jsonl"), List.of(line,
        line.replace("old-1", "old-2").replace("\"heldBy\": \"health\"", "\"heldBy\": \"police\""),
        line.replace("old-1", "old-3").replace("2025-12-01", "2025-01-01"),
        line.replace("old-1", "old-4").replace("2025-10-06", "2027-01-01"),
        line.replace("old-1", "old-5").replace("\"leadProfessional\": \"Kim\", ", ""),
        line.replace("old-1", "old-6").replace("SUPPORTED", "SOMEWHERE")));
    assertThat(imports.load(file)).isOne();
    assertThat(output).contains("line 1: WAR-2025-000001 taken over", "WAR-2025-000001 could not place [locality], kept as a note",
        "line 2: refused - heldBy is 'police', but by the table 'holder' a case of ROUTE_1 at stage ALLOCATED is held by 'health'",
        "line 3: refused - The day of stage ALLOCATED is 2025-01-01; expected one not before the receipt of the case on 2025-10-06",
        "line 4: refused - Form 'takeOver' cannot be taken: receivedOn: got 2027-01-01, expected today or an earlier day",
        "line 5: refused - Form 'takeOver' cannot be taken: leadProfessional: got nothing", "line 6: refused - Form 'takeOver' cannot be taken: caseStands: got 'SOMEWHERE'");
    var taken = cases.list(List.of("warwickshire"), "", 10);
    assertThat(taken).as("nothing half done").hasSize(1);
    assertThat(chronology.of(taken.get(0).id())).extracting("entry").contains("Not placed: locality: Hillmorton");
    assertThat(imports.load(file)).as("the file once more").isZero();
    assertThat(output).contains("line 1: WAR-2025-000001 was received before");
  }

  @Test
  void a_line_that_cannot_be_read_or_kept_is_reported_and_a_byte_order_mark_is_no_fault(CapturedOutput output) throws IOException {
    var sound = GenerateReferrals.lines("warwickshire", 2, 7, LocalDate.of(2026, 2, 2));
    var needs = "\"needs\":\"";
    var file = folder.resolve("odd.jsonl");
    try (var out = Files.newOutputStream(file)) {
      out.write(("\ufeff" + sound.get(0) + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.write((sound.get(1).replace("warwickshire-7-2", "k".repeat(101)) + "\n").getBytes(StandardCharsets.UTF_8));
      out.write(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', '}', '\n'});
      out.write((sound.get(1).replace(needs, needs + "x".repeat(21_000)) + "\n").getBytes(StandardCharsets.UTF_8));
      out.write((sound.get(1).replace(needs, needs + "x".repeat(2_000_000)) + "\n").getBytes(StandardCharsets.UTF_8));
      out.write((sound.get(1).replace("\"answers\":{", "\"answers\":[{").replaceAll("}}$", "}]}") + "\nnull\n").getBytes(StandardCharsets.UTF_8));
      out.write((sound.get(1).replace(needs, needs + "a\\u0000b") + "\n").getBytes(StandardCharsets.UTF_8));
      out.write(sound.get(1).getBytes(StandardCharsets.UTF_8));
    }

    assertThat(imports.load(file)).isEqualTo(2);
    assertThat(output).contains("line 1: WAR-2026-000001 opened", "line 2: refused - Idempotency-Key has 101 characters; expected 1 to 100",
        "line 3: refused - bytes that are no text in UTF-8", "line 4: refused - Form 'referral' cannot be taken: needs: got 21", "line 5: refused - longer than 1000000 bytes",
        "line 6: refused - no JSON object", "line 7: refused - expected authority, key and answers", "line 8: refused - Form 'referral' cannot be taken: needs: got", "line 9: WAR-2026-000002 opened");
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertThatThrownBy(() -> imports.load(Path.of("nowhere.jsonl"))).hasMessageContaining("baton.import is 'nowhere.jsonl'; expected a file of referrals");
  }

  @Test
  void the_file_of_two_hundred_is_what_the_generator_makes() throws IOException {
    assertThat(Files.readAllLines(Path.of("src/main/resources/demo/warwickshire-referrals.jsonl")))
        .isEqualTo(GenerateReferrals.lines("warwickshire", 200, 1, LocalDate.of(2026, 2, 2)));
  }
}
