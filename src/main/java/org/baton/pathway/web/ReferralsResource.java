package org.baton.pathway.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.baton.casefile.access.StarterAccess;
import org.baton.casefile.access.CurrentUser;
import org.baton.pathway.Referrals;
import org.baton.protocol.ApiInput;
import org.baton.protocol.FormAnswersRefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes referrals from other systems. */
@RestController
@RequestMapping("/api/referrals")
@Tag(name = "Referrals")
class ReferralsResource {

  private final Referrals referrals;
  private final CurrentUser user;
  private final StarterAccess starters;

  ReferralsResource(Referrals referrals, CurrentUser user, StarterAccess starters) {
    this.starters = starters;
    this.referrals = referrals;
    this.user = user;
  }

  /** @param authority whose protocol it falls under; may be left out if the sender belongs to one authority only */
  record Referral(String authority, Map<String, Object> answers) {}

  record Received(String caseId) {}

  @PostMapping
  @Operation(summary = "Receive a referral",
      description = "The answers are those of the authority's referral form, by field key. Sent twice under one Idempotency-Key it makes one case. "
          + "Bad input gets a problem detail that lists every fault at once, and nothing is stored.")
  ResponseEntity<Received> receive(
      @Parameter(description = "The same for every try at sending one referral; at most 100 characters")
      @RequestHeader(name = "Idempotency-Key", required = false) String key,
      @RequestBody Referral referral) {
    if (key != null && key.length() > 100) {
      throw new IllegalArgumentException("Idempotency-Key has " + key.length() + " characters; expected 100 at most");
    }
    if (referral.answers() == null) {
      throw new IllegalArgumentException("answers is missing; expected the answers of the referral form by field key");
    }
    var authority = ApiInput.authority(referral.authority(), user.authorities());
    starters.requireStart(authority, "referral", Optional.empty(), Optional.empty());
    var receipt = referrals.receive(authority, key, referral.answers());
    var location = URI.create("/api/cases/" + receipt.caseId());
    return (receipt.created() ? ResponseEntity.created(location) : ResponseEntity.ok().location(location))
        .body(new Received(receipt.caseId().value()));
  }

  record Fault(String field, String value, String expected) {}

  @ExceptionHandler
  ProblemDetail refused(FormAnswersRefusedException e) {
    var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, "The referral breaks the rules of its form; nothing was stored.");
    problem.setTitle("Referral refused");
    problem.setProperty("faults", e.faults().stream().map(fault -> new Fault(fault.field(), fault.value(), fault.expected())).toList());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail keyUsed(Referrals.KeyUsedException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail badInput(IllegalArgumentException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
  }
}
