package org.baton.notice;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where notices go.
 *
 * @param folder each notice becomes one {@code .eml} file here
 * @param from sender's address
 */
@ConfigurationProperties("baton.notice")
public record NoticeSettings(Path folder, String from) {

  public NoticeSettings {
    if (folder == null) {
      throw new IllegalArgumentException("baton.notice.folder is not set; expected a folder, for example data/mail");
    }
    if (from == null || !from.contains("@")) {
      throw new IllegalArgumentException("baton.notice.from is '" + from + "'; expected an address, for example baton@example.org");
    }
  }
}
