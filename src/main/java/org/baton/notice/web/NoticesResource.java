package org.baton.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.baton.casefile.CaseNotFoundException;
import org.baton.casefile.access.Access;
import org.baton.casefile.access.PanelAccess;
import org.baton.casefile.access.Right;
import org.baton.notice.Notice;
import org.baton.notice.NoticeNotFoundException;
import org.baton.notice.NoticeRefusedException;
import org.baton.notice.Deliveries;
import org.baton.notice.ToldForm;
import org.baton.panel.PanelRefusedException;
import org.baton.panel.sitting.Sittings;
import org.baton.protocol.FormAnswersRefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows what was sent about a case or a meeting and what nobody has got, and tells the password of a protected letter, once. */
@RestController
@Tag(name = "Notices")
class NoticesResource {

  private final Deliveries deliveries;
  private final Access access;
  private final PanelAccess panelAccess;
  private final Sittings sittings;
  private final Telling telling;
  private final ToldForm form;

  NoticesResource(Deliveries deliveries, Access access, PanelAccess panelAccess, Sittings sittings, Telling telling, ToldForm form) {
    this.deliveries = deliveries;
    this.access = access;
    this.panelAccess = panelAccess;
    this.sittings = sittings;
    this.telling = telling;
    this.form = form;
  }

  /**
   * @param sentAt when it was sent or told; null until then
   * @param locked whether its letter opens with a password only
   * @param failure why the last try failed; null if none did
   */
  record NoticeView(String messageId, String name, String addressee, String recipient, String subject, Notice.State state, Instant writtenAt, Instant sentAt,
      boolean locked, String caseId, String meetingId, int attempts, String failure) {}

  @GetMapping("/api/cases/{id}/notices")
  @Operation(summary = "What people were told about a case", description = "Passwords are not among it: POST /api/notices/{messageId}/password")
  List<NoticeView> of(@PathVariable String id) {
    return deliveries.of(access.read(id, "notices").id()).stream().map(NoticesResource::view).toList();
  }

  @GetMapping("/api/meetings/{id}/notices")
  @Operation(summary = "What people were told about a meeting")
  List<NoticeView> ofMeeting(@PathVariable String id) {
    var meeting = sittings.get(id);
    if (!panelAccess.opensForum(meeting.authority(), meeting.forum()) || !access.has(meeting.authority(), Right.CASE_FILE)) {
      throw new PanelRefusedException("There is no meeting of this id");
    }
    return deliveries.ofMeeting(meeting.id()).stream().map(NoticesResource::view).toList();
  }

  @GetMapping("/api/notices/undelivered")
  @Operation(summary = "Notices that nobody has got, the oldest first", description = "UNDELIVERED: the directory has no address; FAILED: every try to send it failed")
  List<NoticeView> undelivered() {
    return telling.undelivered().stream().map(NoticesResource::view).toList();
  }

  @PostMapping("/api/notices/{messageId}/password")
  @Operation(summary = "The password of a protected letter, shown once", description = "Tell it by another way than the mail. Who saw it, and when, stands on record")
  Map<String, String> password(@PathVariable String messageId) {
    return Map.of("password", deliveries.password(telling.authority(messageId), messageId));
  }

  @PostMapping("/api/notices/{messageId}/again")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Send a protected letter again, under a new password")
  Map<String, String> again(@PathVariable String messageId) {
    return Map.of("messageId", deliveries.again(telling.authority(messageId), messageId));
  }

  @PostMapping("/api/notices/{messageId}/retry")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Try a notice again that failed")
  void retry(@PathVariable String messageId) {
    deliveries.retry(telling.authority(messageId), messageId);
  }

  @PostMapping("/api/notices/{messageId}/told")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Record that somebody told it by other means", description = "Takes the answers of the form tellByOtherMeans by their keys")
  void told(@PathVariable String messageId, @RequestBody Map<String, Object> answers) {
    var authority = telling.authority(messageId);
    deliveries.told(authority, messageId, form.read(authority.get(0), answers));
  }

  private static NoticeView view(Notice notice) {
    return new NoticeView(notice.messageId(), notice.name(), notice.addressee(), notice.recipient(), notice.subject(), notice.state(), notice.writtenAt(),
        notice.sentAt().orElse(null), notice.locked(), notice.caseId().orElse(null), notice.meetingId().orElse(null), notice.attempts(), notice.failure().orElse(null));
  }

  @ExceptionHandler({CaseNotFoundException.class, NoticeNotFoundException.class, PanelRefusedException.class})
  ProblemDetail notFound(RuntimeException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail refused(NoticeRefusedException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler({FormAnswersRefusedException.class, IllegalArgumentException.class})
  ProblemDetail badInput(RuntimeException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
  }
}
