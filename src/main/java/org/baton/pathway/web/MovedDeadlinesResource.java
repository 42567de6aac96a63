package org.baton.pathway.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.baton.casefile.access.CurrentUser;
import org.baton.deadline.Deadline;
import org.baton.deadline.DeadlineNotFoundException;
import org.baton.deadline.DeadlineStaysException;
import org.baton.deadline.CalendarMoves;
import org.baton.pathway.Duties;
import org.baton.protocol.ApiInput;
import org.baton.protocol.BadInputException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Offers the deadlines that a holiday or a closure moves which was added while their cases run; a supervisor says which follow. */
@RestController
@RequestMapping("/api/deadlines")
@Tag(name = "Deadlines")
class MovedDeadlinesResource {

  private final Duties duties;
  private final CurrentUser user;

  MovedDeadlinesResource(Duties duties, CurrentUser user) {
    this.duties = duties;
    this.user = user;
  }

  record Following(String reason) {}

  @GetMapping("/moved")
  @Operation(summary = "Open deadlines that the calendar in force would set to another instant",
      description = "dueAt: as it stands; dueByCalendar: as it would be; why: the days that made the difference. authority may be left out by who has one alone")
  List<CalendarMoves.Moved> moved(@RequestParam(required = false) String authority) {
    return duties.movedByCalendar(ApiInput.authority(authority, user.authorities()));
  }

  @PostMapping("/{id}/follow")
  @Operation(summary = "Let a deadline follow the calendar in force, with the reason",
      description = "By supervisors. The deadline, its timer and its task move together; the reason stands in its explanation and in the chronology of its case")
  Deadline follow(@PathVariable String id, @RequestBody Following following) {
    return duties.follow(user.authorities(), id, following.reason());
  }

  @ExceptionHandler
  ProblemDetail badInput(BadInputException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail notFound(DeadlineNotFoundException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail stays(DeadlineStaysException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }
}
