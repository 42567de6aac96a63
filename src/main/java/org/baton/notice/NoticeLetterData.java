package org.baton.notice;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.baton.protocol.LetterData;
import org.springframework.stereotype.Component;

/** The note that a letter is about. */
@Component
class NoticeLetterData implements LetterData {

  @Override
  public Set<String> names() {
    return Set.of(Notices.NOTE);
  }

  /** Whoever writes it writes about a family. */
  @Override
  public Set<String> personal() {
    return names();
  }

  @Override
  public Map<String, Object> data(Map<String, Object> facts) {
    var data = new HashMap<String, Object>();
    if (facts.containsKey(Notices.NOTE)) {
      data.put("note", facts.get(Notices.NOTE));
    }
    return data;
  }
}
