package org.baton.notice;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Writes each message as an {@code .eml} file that any mail program opens. Sending a message again replaces its file. Gives way to any other way of sending. */
@Component
@Fallback
class MailFolder implements Mail {

  private final NoticeSettings settings;
  private final Clock clock;

  MailFolder(NoticeSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void send(Message message) {
    try {
      Files.createDirectories(settings.folder());
      var file = settings.folder().resolve(message.messageId().replaceAll("[^a-zA-Z0-9.-]", "_") + ".eml");
      var unfinished = Files.createTempFile(settings.folder(), "notice", ".part");
      try (var out = Files.newOutputStream(unfinished)) {
        Mime.of(message, settings.from(), clock.instant()).writeTo(out);
      }
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException("Notice " + message.messageId() + " cannot be written as mail", e);
    }
  }
}
