package org.baton.notice.web;

import java.util.List;
import java.util.Optional;
import org.baton.casefile.Access;
import org.baton.casefile.CaseId;
import org.baton.casefile.CurrentUser;
import org.baton.casefile.Right;
import org.baton.notice.Notice;
import org.baton.notice.NoticeNotFoundException;
import org.baton.notice.Notices;
import org.baton.panel.Panels;
import org.springframework.stereotype.Component;

/** The notices open to whoever tells passwords and sees to what nobody got: those about cases and panels that are open to them. */
@Component
class Telling {

  private final Notices notices;
  private final Access access;
  private final Panels panels;
  private final CurrentUser user;

  Telling(Notices notices, Access access, Panels panels, CurrentUser user) {
    this.notices = notices;
    this.access = access;
    this.panels = panels;
    this.user = user;
  }

  List<Notice> undelivered() {
    access.require(Right.PASSWORDS);
    return notices.undelivered(user.authorities()).stream().filter(this::isOpen).toList();
  }

  /** @param caseId of one case; empty for all */
  List<Notices.Locked> locked(String caseId) {
    access.require(Right.PASSWORDS);
    return notices.locked(user.authorities(), caseId).stream().filter(letter -> isOpen(letter.notice())).toList();
  }

  /** The authority of the notice. @throws NoticeNotFoundException if there is none, or it is not open */
  List<String> authority(String messageId) {
    access.require(Right.PASSWORDS);
    var notice = notices.get(user.authorities(), messageId);
    if (!isOpen(notice)) {
      throw new NoticeNotFoundException(messageId);
    }
    return List.of(notice.authority());
  }

  private boolean isOpen(Notice notice) {
    return access.has(notice.authority(), Right.PASSWORDS) && notice.caseId().map(id -> !access.opened(List.of(new CaseId(id)), Optional.of(Right.PASSWORDS)).isEmpty())
        .or(() -> notice.meetingId().map(id -> access.opensForum(notice.authority(), panels.meeting(id).forum()))).orElse(true);
  }
}
