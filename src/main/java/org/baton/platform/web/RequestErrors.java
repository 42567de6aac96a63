package org.baton.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.baton.protocol.BadInputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * What Baton's own API answers to what no resource expects. Comes before the resources' own handlers, which would repeat the words of a
 * fault's cause: those of the database carry statements, and those of a conversion carry classes.
 */
class RequestErrors implements HandlerExceptionResolver, Ordered {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response, Object handler, Exception thrown) {
    if (thrown instanceof MethodArgumentTypeMismatchException mismatch) {
      return answer(response, HttpStatus.BAD_REQUEST, mismatch.getName() + ": got " + got(mismatch.getValue()) + ", expected " + UnreadableJson.expected(mismatch.getRequiredType()));
    }
    if (thrown instanceof HttpMessageNotReadableException unread) {
      return answer(response, HttpStatus.BAD_REQUEST, UnreadableJson.words(unread).orElse("The body cannot be read; expected it as the API's description says"));
    }
    if (thrown instanceof BadInputException) {
      return answer(response, HttpStatus.BAD_REQUEST, thrown.getMessage());
    }
    var sql = SqlFault.of(thrown);
    if (sql.isEmpty()) {
      return null;
    }
    return switch (sql.get()) {
      case RACE -> answer(response, HttpStatus.CONFLICT, "Somebody else did this at the same time and was first; nothing of this was stored");
      case VALUE -> answer(response, HttpStatus.BAD_REQUEST, "A value cannot be kept where it belongs: it is missing, too long, or has characters that cannot be kept; nothing was stored");
      case OTHER -> Last.failed(response, thrown);
    };
  }

  private static String got(Object value) {
    return value == null ? "nothing" : value.toString().length() + " characters";
  }

  static ModelAndView answer(HttpServletResponse response, HttpStatus status, String words) {
    try {
      response.setStatus(status.value());
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.getOutputStream().write(JSON.writeValueAsBytes(ProblemDetail.forStatusAndDetail(status, words)));
      return new ModelAndView();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For what nobody has an answer to. */
  static class Last implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(RequestErrors.class);

    @Override
    public int getOrder() {
      return LOWEST_PRECEDENCE;
    }

    @Override
    public ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response, Object handler, Exception thrown) {
      return failed(response, thrown);
    }

    static ModelAndView failed(HttpServletResponse response, Exception thrown) {
      var reference = UUID.randomUUID().toString().substring(0, 8);
      LOG.error("Answer 500, reference {}", reference, Unspoken.of(thrown));
      return answer(response, HttpStatus.INTERNAL_SERVER_ERROR, "Baton could not do this; the server's log has more under " + reference);
    }
  }
}
