package org.baton.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mock.env.MockEnvironment;

/** What keeps passwords closed, and what a mail server is handed. */
class SealingTest {

  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  @TempDir private Path folder;

  @Test
  void outside_the_demo_there_is_no_start_without_a_key() {
    for (var wrong : List.of("", "abc", "not base64!", Base64.getEncoder().encodeToString(new byte[16]))) {
      assertThatThrownBy(() -> sealing(wrong)).isInstanceOf(IllegalStateException.class).hasMessageContaining("BATON_NOTICE_KEY")
          .hasMessageContaining("expected 32 bytes in base64").hasMessageNotContaining("not base64!");
    }
  }

  @Test
  void the_demo_makes_a_key_once_and_keeps_it() {
    var demo = new MockEnvironment();
    demo.setActiveProfiles("demo");
    var settings = new NoticeSettings(folder.resolve("mail"), "baton@example.org", "");
    var sealed = new Sealing(settings, demo).seal("abcd");
    assertThat(folder.resolve("notice.key")).exists();
    assertThat(new Sealing(settings, demo).open(sealed)).isEqualTo("abcd");
  }

  @Test
  void what_is_sealed_differs_each_time_and_opens_unchanged_only() {
    var sealing = sealing(KEY);
    assertThat(sealing.seal("abcd")).isNotEqualTo(sealing.seal("abcd"));
    assertThat(sealing.open(sealing.seal("abcd"))).isEqualTo("abcd");
    var bytes = Base64.getDecoder().decode(sealing.seal("abcd"));
    bytes[bytes.length - 1] ^= 1;
    assertThatThrownBy(() -> sealing.open(Base64.getEncoder().encodeToString(bytes))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_mail_server_is_handed_the_message_under_its_id_to_everybody_it_is_for() throws Exception {
    var sender = Mockito.mock(JavaMailSender.class);
    new MailServer(sender, new NoticeSettings(folder, "baton@example.org", KEY), Clock.systemUTC())
        .send(new Mail.Message("a.1@x.baton", List.of("one@example.org", "two@example.org"), "Subject", "Body", "PDF".getBytes()));
    var sent = ArgumentCaptor.forClass(MimeMessage.class);
    Mockito.verify(sender).send(sent.capture());
    assertThat(sent.getValue().getMessageID()).isEqualTo("<a.1@x.baton>");
    assertThat(Arrays.toString(sent.getValue().getAllRecipients())).isEqualTo("[one@example.org, two@example.org]");
  }

  private Sealing sealing(String key) {
    return new Sealing(new NoticeSettings(folder, "baton@example.org", key), new MockEnvironment());
  }
}
