package org.baton.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.FormTarget;
import org.baton.protocol.Markdown;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** A notice that mail could not bring is told by other means. */
@Component
@Shows(value = "notice.toTell", about = "What is to be told, and to whom")
class ToldAnswer implements FormTarget<ToldAnswer.Told>, FormShow<Markdown> {

  record Told(
      @TargetPath(value = "notice.toldHow", about = "By which means it was told", room = 40) String how,
      @TargetPath(value = "notice.toldWhom", about = "To whom", room = 200) String whom,
      @TargetPath(value = "notice.toldOn", about = "The day on which it was told") LocalDate on,
      @TargetPath(value = "notice.toldWhat", about = "What was said, and what was answered", room = 2_000) String what) {

    Deliveries.Told told() {
      return new Deliveries.Told(how, whom.strip(), on, what.strip());
    }
  }

  private final Deliveries deliveries;

  ToldAnswer(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public Map<String, Object> keep(Submission submission, Told said) {
    try {
      deliveries.toldAtTask(List.of(submission.authority()), submission.need(Fact.NOTICE_ID), said.told());
      return Map.of();
    } catch (NoticeRefusedException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  @Override
  public Optional<Markdown> show(Submission submission, String word) {
    return submission.fact(Fact.NOTICE_ID).map(id -> inWords(deliveries.get(List.of(submission.authority()), id)));
  }

  private static Markdown inWords(Notice notice) {
    return new Markdown("**To " + Markdown.escape(notice.addressee()) + "**\n\n**" + Markdown.escape(notice.subject()) + "**\n\n" + Markdown.escape(notice.letter().orElse("")));
  }
}
