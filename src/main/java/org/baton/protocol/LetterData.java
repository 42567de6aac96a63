package org.baton.protocol;

import java.util.Map;

/** What a module knows that letters, mails and record entries may say. Personal data: only for what is written from it. */
public interface LetterData {

  /** @param facts the engine facts of the process that writes; names of the data are lowerCamel, values are never null */
  Map<String, Object> data(Map<String, Object> facts);
}
