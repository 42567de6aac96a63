package org.baton.platform.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.baton.casefile.CaseClosedException;
import org.baton.panel.PanelRefusedException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.util.EngineUtil;
import org.camunda.spin.SpinRuntimeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/**
 * What the engine's API answers to what goes wrong, at both of its doors: what is unknown and what is another authority's are one, the
 * loser of a race reads who was first, and no answer or log carries a statement, a class or what was typed.
 */
public final class EngineErrors {

  private static final Logger LOG = LoggerFactory.getLogger(EngineErrors.class);
  /** What the engine says to whoever found the task, when somebody else has just ended the process that it was in, or brought it on. */
  private static final List<String> GONE_MEANWHILE = List.of("Cannot restore state of process instance", "it has no current activity");
  private static final Pattern CLASS = Pattern.compile("\\b(?:[a-z][a-z0-9_]*\\.){2,}[A-Z][\\w$]*(?:@[0-9a-f]+)?");
  private static final Pattern UNKNOWN = Pattern.compile("(?i)(no|cannot find|couldn't find|could not find) .*\\b(found|with id|for id|with key|exists?)\\b|does(n't| not) exist|not found|\\bid '.*is null");
  private static final String OF_ANOTHER_TENANT = "belongs to no authenticated tenant";
  private static final String CONVERTED = "Cannot convert value";
  private static final String RESERVED = "is a reserved identifier";
  private static final String WEAK = "Password does not match policy";

  private EngineErrors() {}

  /** @param words null to keep the engine's own */
  private record Verdict(int status, String words) {}

  /**
   * @param status as the engine would answer
   * @param body likewise; its type stays if it is one of the engine's
   */
  public static Response answer(Throwable thrown, int status, ExceptionDto body) {
    var verdict = verdict(thrown, status);
    var words = verdict.words() == null ? scrubbed(body.getMessage()) : verdict.words();
    if (verdict.status() >= 500) {
      var reference = UUID.randomUUID().toString().substring(0, 8);
      LOG.error("Answer {} of the engine's API, reference {}", verdict.status(), reference, Unspoken.of(thrown));
      words = words + " (the server's log has more under " + reference + ")";
    }
    if (!thrown.getClass().getName().startsWith("org.camunda.")) {
      body.setType("RestException");
    }
    if (verdict.words() != null) {
      body.setType(verdict.status() == 404 ? "InvalidRequestException" : body.getType());
      body.setCode(verdict.status() == 404 ? null : body.getCode());
    }
    body.setMessage(words);
    var answer = Response.status(verdict.status()).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
    return (thrown instanceof TooManyAttempts attempts ? answer.header(HttpHeaders.RETRY_AFTER, attempts.seconds()) : answer).build();
  }

  /** Whether two did the same at once and this one lost, so that it may succeed when it is done again. */
  public static boolean lostRace(Throwable thrown) {
    return SqlFault.among(thrown, List.of(OptimisticLockingException.class)) || SqlFault.of(thrown).equals(Optional.of(SqlFault.RACE)) || GONE_MEANWHILE.stream().anyMatch(words -> said(thrown, words));
  }

  private static Verdict verdict(Throwable thrown, int status) {
    var sql = SqlFault.of(thrown);
    if (lostRace(thrown) || SqlFault.among(thrown, List.of(TaskAlreadyClaimedException.class))) {
      return new Verdict(409, first().orElse("Somebody else did this at the same time and was first; nothing of this was stored"));
    }
    if (sql.isPresent()) {
      return sql.get() == SqlFault.VALUE ? new Verdict(400, "A value cannot be kept where it belongs: it is missing, too long, or has characters that cannot be kept; nothing was stored")
          : new Verdict(500, "The database could not do this; nothing was stored");
    }
    if (said(thrown, OF_ANOTHER_TENANT)) {
      return gone();
    }
    if (status == 404 || status == 403) {
      return status == 404 ? first().map(words -> new Verdict(409, words)).orElseGet(EngineErrors::gone) : ended().orElseGet(() -> new Verdict(403, null));
    }
    if (unknown(thrown)) {
      return first().map(words -> new Verdict(409, words)).orElseGet(EngineErrors::gone);
    }
    if (said(thrown, CONVERTED)) {
      return new Verdict(400, "A value is of another kind than its type says; expected one that can be read as that type");
    }
    return UnreadableJson.words(thrown).map(words -> new Verdict(400, words)).orElseGet(() -> status < 500 ? new Verdict(status, null) : raced(mended(thrown, status)));
  }

  /** Whatever was stumbled over: with a task that somebody else has ended meanwhile, nothing of it was to be found any more. */
  private static Verdict raced(Verdict verdict) {
    return verdict.status() < 500 ? verdict : ended().orElse(verdict);
  }

  private static boolean unknown(Throwable thrown) {
    return SqlFault.among(thrown, List.of(NotFoundException.class))
        || SqlFault.causes(thrown).anyMatch(cause -> cause instanceof NullValueException && cause.getMessage() != null && UNKNOWN.matcher(cause.getMessage()).find());
  }

  /** A fault of Java's own, as when the API stumbles over a value that is missing or of another kind; its words are for programmers. */
  private static Optional<Throwable> stumble(Throwable thrown) {
    return SqlFault.causes(thrown).filter(cause -> cause.getClass().getName().startsWith("java.lang.")).findFirst();
  }

  /** The API's own resources take what was read apart: one that stumbles itself, and nothing that it calls, was sent nothing. */
  private static boolean whileReading(Throwable fault) {
    var places = fault.getStackTrace();
    return places.length > 0 && places[0].getClassName().startsWith("org.camunda.bpm.engine.rest.") || Arrays.stream(places).limit(8).map(StackTraceElement::getClassName)
        .anyMatch(place -> place.startsWith("org.camunda.spin.") || place.startsWith("org.camunda.bpm.engine.rest.dto."));
  }

  /** Much that the engine calls a fault of the server is one of the request. */
  private static Verdict mended(Throwable thrown, int status) {
    if (SqlFault.among(thrown, List.of(AuthorizationException.class))) {
      return new Verdict(403, null);
    }
    if (said(thrown, WEAK)) {
      return new Verdict(400, WEAK + ": expected 12 characters or more, of four kinds, without the user's own names, and none that many people use");
    }
    if (SqlFault.among(thrown, List.of(NullValueException.class, NotValidException.class, BadUserRequestException.class, FormFieldValidationException.class,
        SpinRuntimeException.class, StackOverflowError.class))) {
      return new Verdict(400, null);
    }
    var refused = refused(thrown);
    if (refused.isPresent()) {
      return new Verdict(400, refused.get());
    }
    if (SqlFault.causes(thrown).flatMap(cause -> Arrays.stream(cause.getStackTrace())).anyMatch(place -> place.getClassName().endsWith(".DateTimeUtil"))) {
      return new Verdict(400, "A day or an instant cannot be read; expected one such as 2026-02-02T09:00:00.000+0000");
    }
    if (said(thrown, RESERVED)) {
      return new Verdict(400, "'*' stands for everybody; expected the id of a user");
    }
    var stumble = stumble(thrown);
    if (stumble.filter(EngineErrors::whileReading).isPresent()) {
      return new Verdict(400, "A value cannot be read; expected one of the kinds that the API's description names, and none left out");
    }
    return new Verdict(status, stumble.filter(fault -> !(fault instanceof IllegalArgumentException || fault instanceof IllegalStateException)).isPresent()
        ? "Baton could not do this" : null);
  }

  /** What a step of Baton's own refuses in words, though the engine calls it a fault. */
  private static Optional<String> refused(Throwable thrown) {
    return SqlFault.causes(thrown).filter(cause -> cause instanceof PanelRefusedException || cause instanceof CaseClosedException
        || cause instanceof IllegalArgumentException && cause.getStackTrace().length > 0 && cause.getStackTrace()[0].getClassName().startsWith("org.baton.")).map(Throwable::getMessage).filter(words -> words != null).reduce((outer, inner) -> inner);
  }

  private static Verdict gone() {
    return new Verdict(404, "There is nothing of that id, or nothing that you may see");
  }

  private static Optional<Verdict> ended() {
    return first().filter(words -> words.contains(" was done by ") || words.contains(" was taken back ")).map(words -> new Verdict(409, words));
  }

  private static Optional<String> first() {
    return Optional.ofNullable(EngineUtil.lookupProcessEngine(null)).flatMap(FirstComer::words);
  }

  private static boolean said(Throwable thrown, String words) {
    return SqlFault.causes(thrown).anyMatch(cause -> cause.getMessage() != null && cause.getMessage().contains(words));
  }

  private static String scrubbed(String words) {
    return words == null ? "Baton could not do this" : CLASS.matcher(words).replaceAll("a value");
  }
}
