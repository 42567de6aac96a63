package org.baton.casefile.web;

import org.baton.casefile.access.NotAllowedException;
import org.baton.casefile.access.NotStarterException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The one answer to whoever has no role with the right, on every page and path of Baton's own. */
@RestControllerAdvice
class RefusedRights {

  @ExceptionHandler({NotAllowedException.class, NotStarterException.class})
  ProblemDetail refused(RuntimeException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, e.getMessage());
  }
}
