package org.baton.notice;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands messages to the mail server that {@code spring.mail.host} and its neighbours name. */
@Component
@ConditionalOnProperty("spring.mail.host")
class MailServer implements Mail {

  private final JavaMailSender sender;
  private final NoticeSettings settings;
  private final Clock clock;

  MailServer(JavaMailSender sender, NoticeSettings settings, Clock clock) {
    this.sender = sender;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void send(Message message) {
    sender.send(Mime.of(message, settings.from(), clock.instant()));
  }
}
