package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMultipart;
import org.apache.pdfbox.Loader;
import org.baton.casefile.CaseId;
import org.baton.notice.Notice;
import org.baton.support.Rest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The passwords of protected papers: sealed, shown once, on record. */
class ProtectedLettersTest extends WarwickshireStory {

  @LocalServerPort private int port;
  @Autowired @Qualifier("sealOldPasswords") private ApplicationRunner sealOldPasswords;

  private CaseId id;
  private Notice agenda;
  private Rest clerk;

  @BeforeEach
  void anAgendaWasSent() {
    id = proposed("RUGBY");
    var sitting = sittingOf(id);
    untilSignIn(sitting);
    agenda = sent(sitting, "agenda").get(0);
    clerk = Rest.as("business-support.war", port);
  }

  @Test
  void the_database_has_no_password_in_clear() {
    var password = password(agenda);
    assertThat(password).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
    assertThat(jdbc.sql("select * from notice where message_id = ?").param(agenda.messageId()).query().singleRow().toString()).doesNotContain(password);
    assertThat(jdbc.sql("select count(*) from notice where secret is not null").query(Integer.class).single()).isZero();
  }

  @Test
  void the_password_of_an_agenda_is_shown_once_and_who_saw_it_stands_on_record() throws Exception {
    assertThat(clerk.get("/api/meetings/" + agenda.meetingId().orElseThrow() + "/notices").json().findValuesAsText("messageId")).contains(agenda.messageId());
    var path = "/api/notices/" + agenda.messageId() + "/password";
    assertThat(Rest.as("business-support.cam", port).post(path, null).status()).as("another authority").isEqualTo(404);
    assertThat(Rest.as("business-support.cam", port).get("/api/meetings/" + agenda.meetingId().orElseThrow() + "/notices").status()).isEqualTo(404);
    var shown = clerk.post(path, null);
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.json().get("password").asText()).isEqualTo(password(agenda));
    assertThat(Rest.as("chair.war", port).post(path, null).status()).as("no right to tell passwords").isEqualTo(403);
    var again = clerk.post(path, null);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text()).contains("was shown to business-support.war at ").doesNotContain(password(agenda));
    assertThat(jdbc.sql("select seen_by from notice_password_view where message_id = ?").param(agenda.messageId()).query(String.class).single())
        .isEqualTo("business-support.war");
  }

  @Test
  void a_letter_sent_again_has_a_password_of_its_own_that_is_shown_once_too() throws Exception {
    clerk.post("/api/notices/" + agenda.messageId() + "/password", null);
    var second = clerk.post("/api/notices/" + agenda.messageId() + "/again", null);
    assertThat(second.status()).isEqualTo(201);
    driver.runDueJobs();
    var fresh = deliveries.ofMeeting(agenda.meetingId().orElseThrow()).stream()
        .filter(notice -> notice.messageId().equals(second.json().get("messageId").asText())).findFirst().orElseThrow();
    assertThat(fresh.state()).isEqualTo(Notice.State.SENT);
    assertThat(fresh.recipient()).isEqualTo(agenda.recipient());
    assertThat(letter(fresh)).contains(id.value());
    assertThat(clerk.post("/api/notices/" + fresh.messageId() + "/password", null).json().get("password").asText()).isNotEqualTo(password(agenda));
    var open = deliveries.ofMeeting(agenda.meetingId().orElseThrow()).stream().filter(notice -> !notice.locked()).findFirst().orElseThrow();
    assertThat(clerk.post("/api/notices/" + open.messageId() + "/again", null).status()).isEqualTo(409);
    assertThat(clerk.post("/api/notices/" + open.messageId() + "/password", null).status()).isEqualTo(409);
  }

  @Test
  void the_reading_api_never_has_a_password() {
    assertThat(clerk.get("/api/cases/" + id + "/notices").text() + clerk.get("/api/meetings/" + agenda.meetingId().orElseThrow() + "/notices").text())
        .contains("\"locked\":true").doesNotContain("password", password(agenda), "sealed", "secret");
  }

  @Test
  void what_an_earlier_version_kept_in_clear_is_sealed_at_the_next_start() throws Exception {
    jdbc.sql("update notice set secret = 'abcd-efgh-jkmn-pqrs', sealed = null where message_id = ?").param(agenda.messageId()).update();
    sealOldPasswords.run(null);
    assertThat(password(agenda)).isEqualTo("abcd-efgh-jkmn-pqrs");
    assertThat(jdbc.sql("select count(*) from notice where secret is not null").query(Integer.class).single()).isZero();
    sealOldPasswords.run(null);
    assertThat(password(agenda)).as("a repeated start changes nothing").isEqualTo("abcd-efgh-jkmn-pqrs");
  }

  @Test
  void another_key_than_the_one_they_were_sealed_with_is_refused_at_the_start() {
    jdbc.sql("update notice set sealed = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'").update();
    assertThatThrownBy(() -> sealOldPasswords.run(null)).hasMessageContaining("BATON_NOTICE_KEY) does not open the passwords");
  }

  @Test
  void the_enclosed_letter_opens_with_no_other_password() throws Exception {
    var pdf = ((MimeMultipart) sent(agenda).getContent()).getBodyPart(1).getInputStream().readAllBytes();
    assertThatThrownBy(() -> Loader.loadPDF(pdf, "abcd-efgh-jkmn-pqrs")).hasMessageContaining("password");
    assertThat(letter(agenda)).contains(id.value());
  }
}
