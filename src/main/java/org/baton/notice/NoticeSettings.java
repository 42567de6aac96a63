package org.baton.notice;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where notices go.
 *
 * @param folder each notice becomes one {@code .eml} file here, unless a mail server is connected
 * @param from sender's address
 * @param key 32 bytes in base64, with which passwords of letters are sealed; blank only in the demo profile, which makes one
 */
@ConfigurationProperties("baton.notice")
public record NoticeSettings(Path folder, String from, String key) {

  public NoticeSettings {
    if (folder == null) {
      throw new IllegalArgumentException("baton.notice.folder is not set; expected a folder, for example data/mail");
    }
    if (from == null || !from.contains("@")) {
      throw new IllegalArgumentException("baton.notice.from is '" + from + "'; expected an address, for example baton@example.org");
    }
    key = key == null ? "" : key.strip();
  }
}
