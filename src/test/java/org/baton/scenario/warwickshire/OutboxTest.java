package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.baton.casefile.CaseId;
import org.baton.notice.Notice;
import org.baton.notice.NoticeSettings;
import org.baton.notice.Outbox;
import org.baton.support.Rest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A message is written with its step and sent afterwards, once or again unchanged. */
@ExtendWith(OutputCaptureExtension.class)
class OutboxTest extends WarwickshireStory {

  @Autowired private NoticeSettings settings;
  @Autowired private Outbox outbox;
  @LocalServerPort private int port;
  private Path aside;

  @AfterEach
  void mailWorksAgain() throws Exception {
    mailWorks();
  }

  @Test
  void a_step_goes_on_while_mail_is_down_and_the_letter_follows_unchanged_under_its_password() throws Exception {
    var id = decided();
    mailIsDown();
    signedOff(id);
    var written = letter(id);
    assertThat(written.state()).isEqualTo(Notice.State.PENDING);
    assertThat(cases.get(id).outcome()).as("the step is done").contains("SIGNPOSTED");
    assertThat(deadlineLists.ofMeeting(decidedAt(id).id())).filteredOn(duty -> duty.name().equals("referrerTold")).extracting(duty -> duty.state().name()).containsExactly("OPEN");
    assertThat(chronology.of(id)).noneMatch(entry -> entry.kind().equals("NOTICE") && entry.clauses().contains("WAR-11.4d"));
    var password = password(written);
    mailWorks();
    it_is("2026-02-26T11:00:30");
    assertThat(letter(id).state()).as("not before the next try is due").isEqualTo(Notice.State.PENDING);
    it_is("2026-02-26T11:02");
    var sent = letter(id);
    assertThat(sent.messageId()).isEqualTo(written.messageId());
    assertThat(sent.sentAt()).contains(london("2026-02-26T11:02"));
    assertThat(password(sent)).isEqualTo(password);
    assertThat(letter(sent)).contains("Tier 2 is enough");
    assertThat(chronology.of(id)).anyMatch(entry -> entry.at().equals(london("2026-02-26T11:02")) && entry.entry().contains("sent to the referrer, ")
        && entry.entry().contains(sent.recipient()));
    assertThat(deadlineLists.ofMeeting(decidedAt(id).id())).filteredOn(duty -> duty.name().equals("referrerTold")).extracting(duty -> duty.state().name()).containsExactly("MET");
  }

  @Test
  void a_node_that_died_after_sending_sends_the_same_bytes_again_and_tells_the_chronology_once() throws Exception {
    var id = decided();
    mailIsDown();
    signedOff(id);
    var enclosed = jdbc.sql("select enclosed from notice where message_id = ?").param(letter(id).messageId()).query(String.class).single();
    mailWorks();
    it_is("2026-02-26T11:02");
    var first = enclosed(letter(id));
    jdbc.sql("update notice set state = 'PENDING', enclosed = ? where message_id = ?").params(enclosed, letter(id).messageId()).update();
    outbox.sendDue();
    assertThat(letter(id).state()).as("claimed by the node that died, for five minutes").isEqualTo(Notice.State.PENDING);
    it_is("2026-02-26T11:08");
    assertThat(letter(id).state()).isEqualTo(Notice.State.SENT);
    assertThat(enclosed(letter(id))).isEqualTo(first);
    try (var opened = Loader.loadPDF(first, password(letter(id)))) {
      assertThat(opened.getNumberOfPages()).isPositive();
    }
    assertThat(outbox.sendDue()).as("once").isZero();
  }

  @Test
  void after_the_last_try_the_notice_is_named_in_the_log_and_a_task_asks_to_tell_it_until_somebody_retries(CapturedOutput output) throws Exception {
    var id = decided();
    mailIsDown();
    signedOff(id);
    for (var at : new String[] {"11:01", "11:06", "11:21", "12:21"}) {
      it_is("2026-02-26T" + at + ":01");
      assertThat(letter(id).state()).as(at).isEqualTo(Notice.State.PENDING);
      assertThat(open(id)).as(at).isEmpty();
    }
    it_is("2026-02-26T16:30");
    assertThat(letter(id).state()).isEqualTo(Notice.State.FAILED);
    assertThat(output).contains("ERROR").contains("Notice " + letter(id).messageId() + " was not sent in 6 tries");
    assertThat(open(id)).containsExactly("Tell by other means");
    assertThat(driver.shown(task(tasksOf(id), "Tell by other means")).get("noticeToTell").toString()).contains("Tier 2 is enough");
    var clerk = Rest.as("business-support.war", port);
    assertThat(clerk.get("/api/notices/undelivered").json().findValuesAsText("messageId")).contains(letter(id).messageId());
    mailWorks();
    var path = "/api/notices/" + letter(id).messageId() + "/retry";
    assertThat(Rest.as("business-support.cam", port).post(path, null).status()).isEqualTo(404);
    assertThat(clerk.post(path, null).status()).isEqualTo(204);
    assertThat(clerk.post(path, null).status()).isEqualTo(409);
    assertThat(open(id)).as("asks no longer").isEmpty();
    driver.runDueJobs();
    assertThat(letter(id).state()).isEqualTo(Notice.State.SENT);
    assertThat(letter(letter(id))).contains("Tier 2 is enough");
  }

  @Test
  void what_mail_could_not_bring_is_told_at_its_task() throws Exception {
    var id = decided();
    mailIsDown();
    signedOff(id);
    for (var at : new String[] {"11:01", "11:06", "11:21", "12:21", "16:21"}) {
      it_is("2026-02-26T" + at + ":01");
    }
    it_is("2026-02-27T09:00");
    done(id, "Tell by other means", with("toldHow", "TELEPHONE", "toldWhom", "The referrer", "toldOn", "2026-02-27", "toldWhat", "Tier 2 is enough"));
    assertThat(letter(id).state()).isEqualTo(Notice.State.TOLD);
    assertThat(open(id)).isEmpty();
  }

  @Test
  void a_letter_sent_a_second_time_has_a_number_of_its_own() {
    var pack = packs.current("warwickshire");
    var id = referral("route", "ROUTE_3", "district", "RUGBY");
    var facts = Map.<String, Object>of("caseId", id.value());
    notices.send(pack, "consentWithdrawn", "key_1.consentWithdrawn", facts, List.of());
    notices.send(pack, "consentWithdrawn", "keyX1.consentWithdrawn", facts, List.of());
    notices.send(pack, "consentWithdrawn", "key_1.consentWithdrawn", facts, List.of());
    assertThat(sent("consentWithdrawn")).extracting(Notice::messageId).containsExactlyInAnyOrder("key_1.consentWithdrawn.1@warwickshire.baton",
        "keyX1.consentWithdrawn.1@warwickshire.baton", "key_1.consentWithdrawn.2@warwickshire.baton");
  }

  private CaseId decided() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY");
    tier2Decided(id);
    return id;
  }

  private Notice letter(CaseId id) {
    return deliveries.of(id).stream().filter(notice -> notice.name().equals("panelDecision")).reduce((first, second) -> second).orElseThrow();
  }

  /** A file stands where the folder should be. */
  private void mailIsDown() throws Exception {
    aside = settings.folder().resolveSibling(settings.folder().getFileName() + "-aside");
    Files.move(settings.folder(), aside);
    Files.writeString(settings.folder(), "in the way");
  }

  private void mailWorks() throws Exception {
    if (aside != null) {
      Files.delete(settings.folder());
      Files.move(aside, settings.folder());
      aside = null;
    }
  }
}
