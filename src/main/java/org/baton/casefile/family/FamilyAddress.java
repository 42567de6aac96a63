package org.baton.casefile.family;

import java.util.Map;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseTarget;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** Where the family lives. An address counts from its first piece: a line alone, a post code alone, or that it must be withheld. */
@Component
class FamilyAddress implements CaseTarget<FamilyAddress.Told> {

  record Told(
      @TargetPath(value = "family.addressLine", about = "The address without the post code", room = 500) Optional<String> line,
      @TargetPath(value = "family.postcode", about = "The post code", room = 12) Optional<String> postcode,
      @TargetPath(value = "family.addressWithheld", about = "Whether the address must not be shown or sent to anybody who does not need it") boolean withheld,
      @TargetPath(value = "family.addressOpenReason", about = "Why an address that was withheld may be shown again; asking this lets it be shown", room = 2_000) Optional<String> openReason) {}

  private final Addresses addresses;

  FamilyAddress(Addresses addresses) {
    this.addresses = addresses;
  }

  @Override
  public Map<String, Object> keep(CaseId id, Submission submission, Told said) {
    said.openReason().ifPresent(reason -> addresses.liftWithholding(id, reason));
    var address = new Family.Address(said.line().map(NormalForm::tidy).orElse(null), said.postcode().map(NormalForm::tidy).orElse(null), said.withheld());
    if (address.told() || address.withheld()) {
      if (CaseTarget.ofOpening(submission)) {
        addresses.recordWithReferral(id, address);
      } else {
        addresses.record(id, address);
      }
    }
    return Map.of();
  }
}
