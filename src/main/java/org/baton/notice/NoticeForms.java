package org.baton.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baton.protocol.Fact;
import org.baton.protocol.FormStore;
import org.baton.protocol.Markdown;
import org.springframework.stereotype.Component;

/**
 * Takes what forms say about a notice that is told by other means, and shows it.
 *
 * <p>Targets: {@code notice.toldHow/toldWhom/toldOn/toldWhat}. Shows: {@code notice.toTell}.
 */
@Component
class NoticeForms implements FormStore {

  private final Notices notices;

  NoticeForms(Notices notices) {
    this.notices = notices;
  }

  @Override
  public Set<String> homes() {
    return Set.of("notice");
  }

  @Override
  public Set<String> targets() {
    return Set.of("notice.toldHow", "notice.toldWhom", "notice.toldOn", "notice.toldWhat");
  }

  @Override
  public Set<String> shows() {
    return Set.of("notice.toTell");
  }

  @Override
  public Map<String, Object> store(Submission submission, Map<String, Object> answers) {
    try {
      notices.toldAtTask(List.of(submission.authority()), submission.fact(Fact.NOTICE_ID).orElseThrow(), ToldForm.told(answers));
    } catch (NoticeRefusedException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return Map.of();
  }

  @Override
  public Optional<Object> show(Submission submission, String path) {
    return path.equals("notice.toTell") ? submission.fact(Fact.NOTICE_ID).map(id -> inWords(notices.get(List.of(submission.authority()), id))) : Optional.empty();
  }

  private static Markdown inWords(Notice notice) {
    return new Markdown("**To " + Markdown.escape(notice.addressee()) + "**\n\n**" + Markdown.escape(notice.subject()) + "**\n\n" + Markdown.escape(notice.letter().orElse("")));
  }
}
