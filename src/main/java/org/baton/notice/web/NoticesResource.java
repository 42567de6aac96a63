package org.baton.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.baton.casefile.Access;
import org.baton.casefile.CaseNotFoundException;
import org.baton.casefile.NotAllowedException;
import org.baton.notice.Notices;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows what was sent about a case, and the password that opens a protected letter, to be told by another way. */
@RestController
@Tag(name = "Notices")
class NoticesResource {

  private final Notices notices;
  private final Access access;

  NoticesResource(Notices notices, Access access) {
    this.notices = notices;
    this.access = access;
  }

  /** @param password null where the letter is not protected */
  record NoticeView(String messageId, String name, String recipient, String subject, Instant sentAt, String password) {}

  @GetMapping("/api/cases/{id}/notices")
  @Operation(summary = "What was sent about a case", description = "password: opens the enclosed letter; tell it by another way than the mail")
  List<NoticeView> of(@PathVariable String id) {
    return notices.of(access.read(id, "notices").id()).stream().map(notice -> new NoticeView(notice.messageId(), notice.name(),
        notice.recipient(), notice.subject(), notice.sentAt(), notice.secret().orElse(null))).toList();
  }

  @ExceptionHandler
  ProblemDetail notAllowed(NotAllowedException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail notFound(CaseNotFoundException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
  }
}
