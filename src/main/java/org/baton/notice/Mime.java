package org.baton.notice;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Properties;

/** A message as mail programs read it, under the Message-ID that it is given. */
final class Mime {

  private static final Session SESSION = Session.getInstance(new Properties());

  private Mime() {}

  static MimeMessage of(Mail.Message message, String from, Instant sentAt) {
    try {
      var mime = new MimeMessage(SESSION) {
        @Override
        protected void updateMessageID() throws MessagingException {
          setHeader("Message-ID", "<" + message.messageId() + ">");
        }
      };
      mime.setFrom(new InternetAddress(from));
      var recipients = new ArrayList<Address>();
      for (var address : message.to()) {
        recipients.add(new InternetAddress(address));
      }
      mime.setRecipients(jakarta.mail.Message.RecipientType.TO, recipients.toArray(Address[]::new));
      mime.setSubject(message.subject(), StandardCharsets.UTF_8.name());
      mime.setSentDate(Date.from(sentAt));
      if (message.enclosed() == null) {
        mime.setText(message.body(), StandardCharsets.UTF_8.name());
      } else {
        mime.setContent(parts(message));
      }
      mime.saveChanges();
      return mime;
    } catch (MessagingException e) {
      throw new IllegalStateException("Notice " + message.messageId() + " cannot be written as mail", e);
    }
  }

  private static MimeMultipart parts(Mail.Message message) throws MessagingException {
    var text = new MimeBodyPart();
    text.setText(message.body(), StandardCharsets.UTF_8.name());
    var letter = new MimeBodyPart();
    letter.setDataHandler(new DataHandler(new ByteArrayDataSource(message.enclosed(), "application/pdf")));
    letter.setFileName("letter.pdf");
    return new MimeMultipart(text, letter);
  }
}
