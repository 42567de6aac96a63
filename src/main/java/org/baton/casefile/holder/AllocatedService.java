package org.baton.casefile.holder;

import java.util.Map;
import java.util.Optional;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseShow;
import org.baton.casefile.CaseTarget;
import org.baton.protocol.Moment;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** The service that is to take the case; the holder stays who it is until that service accepts. */
@Component
@Shows(value = "case.allocatedService", about = "The name of the service that is to take the case")
class AllocatedService implements CaseTarget<AllocatedService.Named>, CaseShow<String> {

  record Named(@TargetPath(value = "case.allocatedService", about = "The service that is to take the case, an id of the profile", gives = {Moment.ALLOCATION, Moment.SERVICE}) String service) {}

  private final CaseFile cases;
  private final Holders holders;

  AllocatedService(CaseFile cases, Holders holders) {
    this.cases = cases;
    this.holders = holders;
  }

  @Override
  public Map<String, Object> keep(CaseId id, Submission submission, Named said) {
    holders.allocate(id, said.service());
    return Map.of();
  }

  @Override
  public Optional<String> show(Submission submission, CaseId id, String word) {
    var record = cases.get(id);
    return record.allocatedService().map(service -> cases.pack(record).profile().serviceName(service));
  }
}
