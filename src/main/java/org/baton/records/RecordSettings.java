package org.baton.records;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param folder where referrals are filed, one folder for each authority and panel */
@ConfigurationProperties("baton.records")
public record RecordSettings(Path folder) {

  public RecordSettings {
    if (folder == null) {
      throw new IllegalArgumentException("baton.records.folder is not set; expected a folder, for example data/referrals");
    }
  }
}
