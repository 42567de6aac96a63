package org.baton.notice;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Writes each message as an {@code .eml} file that any mail program opens. Sending a message again replaces its file. Gives way to any other way of sending. */
@Component
@Fallback
class MailFolder implements Mail {

  private static final Session SESSION = Session.getInstance(new Properties());

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
        mime(message).writeTo(out);
      }
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException("Notice " + message.messageId() + " cannot be written as mail", e);
    }
  }

  private static MimeMultipart parts(Message message) throws MessagingException {
    var text = new MimeBodyPart();
    text.setText(message.body(), StandardCharsets.UTF_8.name());
    var letter = new MimeBodyPart();
    letter.setDataHandler(new DataHandler(new ByteArrayDataSource(message.enclosed(), "application/pdf")));
    letter.setFileName("letter.pdf");
    return new MimeMultipart(text, letter);
  }

  private MimeMessage mime(Message message) throws MessagingException {
    var mime = new MimeMessage(SESSION) {
      @Override
      protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + message.messageId() + ">");
      }
    };
    mime.setFrom(new InternetAddress(settings.from()));
    mime.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(message.to()));
    mime.setSubject(message.subject(), StandardCharsets.UTF_8.name());
    mime.setSentDate(Date.from(clock.instant()));
    if (message.enclosed() == null) {
      mime.setText(message.body(), StandardCharsets.UTF_8.name());
    } else {
      mime.setContent(parts(message));
    }
    mime.saveChanges();
    return mime;
  }
}
