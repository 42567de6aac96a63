package org.baton.notice.web;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.baton.casefile.CaseId;
import org.baton.casefile.access.Access;
import org.baton.casefile.access.PanelAccess;
import org.baton.casefile.access.CurrentUser;
import org.baton.casefile.access.Right;
import org.baton.notice.Notice;
import org.baton.notice.NoticeNotFoundException;
import org.baton.notice.Deliveries;
import org.baton.panel.sitting.Meeting;
import org.baton.panel.sitting.Sittings;
import org.springframework.stereotype.Component;

/** The notices open to whoever tells passwords and sees to what nobody got: those about cases and panels that are open to them. */
@Component
class Telling {

  private final Deliveries deliveries;
  private final Access access;
  private final PanelAccess panelAccess;
  private final Sittings sittings;
  private final CurrentUser user;

  Telling(Deliveries deliveries, Access access, PanelAccess panelAccess, Sittings sittings, CurrentUser user) {
    this.deliveries = deliveries;
    this.access = access;
    this.panelAccess = panelAccess;
    this.sittings = sittings;
    this.user = user;
  }

  List<Notice> undelivered() {
    access.require(Right.PASSWORDS);
    return open(deliveries.undelivered(user.authorities()), Function.identity());
  }

  /** @param caseId of one case; empty for all */
  List<Deliveries.Locked> locked(String caseId) {
    access.require(Right.PASSWORDS);
    return open(deliveries.locked(user.authorities(), caseId), Deliveries.Locked::notice);
  }

  /** The authority of the notice. @throws NoticeNotFoundException if there is none, or it is not open */
  List<String> authority(String messageId) {
    access.require(Right.PASSWORDS);
    var notice = deliveries.get(user.authorities(), messageId);
    if (open(List.of(notice), Function.identity()).isEmpty()) {
      throw new NoticeNotFoundException(messageId);
    }
    return List.of(notice.authority());
  }

  /** Asks once for all of them what is open. */
  private <T> List<T> open(List<T> rows, Function<T, Notice> notice) {
    var may = user.authorities().stream().filter(authority -> access.has(authority, Right.PASSWORDS)).toList();
    var opened = access.opened(rows.stream().map(notice).flatMap(row -> row.caseId().stream()).map(CaseId::new).toList(), Optional.of(Right.PASSWORDS));
    var panelsOpen = panelAccess.forums();
    var known = new HashMap<String, Meeting>();
    return rows.stream().filter(row -> {
      var about = notice.apply(row);
      return may.contains(about.authority()) && about.caseId().map(id -> opened.contains(new CaseId(id)))
          .or(() -> about.meetingId().map(id -> known.computeIfAbsent(id, sittings::get).forum()).map(panelsOpen.getOrDefault(about.authority(), Set.of())::contains))
          .orElse(true);
    }).toList();
  }
}
