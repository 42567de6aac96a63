package org.baton.casefile;

import java.util.Map;
import java.util.Optional;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** The service that is to take the case; the holder stays who it is until that service accepts. */
@Component
@Shows(value = "case.allocatedService", about = "The name of the service that is to take the case")
class AllocatedService implements CaseTarget<AllocatedService.Named>, CaseShow<String> {

  record Named(@TargetPath(value = "case.allocatedService", about = "The service that is to take the case, an id of the profile") String service) {}

  private final CaseFile cases;

  AllocatedService(CaseFile cases) {
    this.cases = cases;
  }

  @Override
  public Map<String, Object> keep(CaseId id, Submission submission, Named said) {
    cases.allocate(id, said.service());
    return Map.of();
  }

  @Override
  public Optional<String> show(Submission submission, CaseId id, String word) {
    return cases.get(id).allocatedService().map(service -> cases.pack(id).profile().service(service).name());
  }
}
