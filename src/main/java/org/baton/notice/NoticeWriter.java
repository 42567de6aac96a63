package org.baton.notice;

import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseRecord;
import org.baton.panel.sitting.Meeting;
import org.baton.panel.sitting.Sittings;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.baton.protocol.PdfLetter;
import org.springframework.stereotype.Component;

/** Puts notices where the outbox finds them, or asks a person where mail cannot bring them. */
@Component
class NoticeWriter {

  private final NoticeStore store;
  private final Sealing sealing;
  private final OtherMeans otherMeans;
  private final CaseFile cases;
  private final Sittings sittings;
  private final Packs packs;

  NoticeWriter(NoticeStore store, Sealing sealing, OtherMeans otherMeans, CaseFile cases, Sittings sittings, Packs packs) {
    this.store = store;
    this.sealing = sealing;
    this.otherMeans = otherMeans;
    this.cases = cases;
    this.sittings = sittings;
    this.packs = packs;
  }

  /** Has a person tell what every try to send has failed to. */
  void ask(Notice notice) {
    ask(notice.caseId().map(CaseId::new).map(cases::pack).or(() -> notice.meetingId().map(sittings::get).map(meeting -> packs.of(meeting.deploymentId())))
        .orElseGet(() -> packs.current(notice.authority())), notice);
  }

  void ask(Pack pack, Notice notice) {
    otherMeans.begin(pack, notice, notice.meetingId().map(sittings::get).map(Meeting::forum)
          .or(() -> notice.caseId().map(CaseId::new).map(cases::get).flatMap(CaseRecord::forum)));
  }

  void insert(Notice notice) {
    var secret = notice.locked() ? Secrets.next() : null;
    store.insert(notice, secret == null ? null : PdfLetter.write(notice.subject(), notice.letter().orElseThrow(), secret), secret == null ? null : sealing.seal(secret));
  }
}
