package org.baton.casefile.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.ConsentState;
import org.baton.protocol.Fact;
import org.baton.protocol.ModelBean;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Lazy;

/** {@code cases}: what models do to the case they carry. */
@ModelBean(name = "cases")
public class CasesBean {

  private static final Set<String> TRUTHS = Set.of("true", "false");

  private final CaseFile cases;
  private final RuntimeService runtimeService;
  private final RepositoryService repositoryService;

  CasesBean(CaseFile cases, @Lazy RuntimeService runtimeService, @Lazy RepositoryService repositoryService) {
    this.cases = cases;
    this.runtimeService = runtimeService;
    this.repositoryService = repositoryService;
  }

  /** Brings the case to a stage of the {@code holder} table; the baton passes where the table says so. */
  public void stage(DelegateExecution execution, String stage) {
    cases.enterStage(caseId(execution), stage);
  }

  /** Notes the panel that the {@code forum} fact names as the case's own. */
  public void assignForum(DelegateExecution execution) {
    cases.assignForum(caseId(execution), (String) execution.getVariable(Fact.FORUM));
  }

  /** Closes the case with an outcome of the {@code closure} table. */
  public void close(DelegateExecution execution, String outcome) {
    cases.close(caseId(execution), outcome);
  }

  /** Sets the fact {@code readsRecordSystem} for the service that the case is allocated to. */
  public void readAllocatedService(DelegateExecution execution) {
    var id = caseId(execution);
    var service = cases.pack(id).profile().service(cases.get(id).allocatedService().orElseThrow());
    execution.setVariable(Fact.READS_RECORD_SYSTEM, service.readsRecordSystem());
  }

  /**
   * Tells the pathway that carries the case, and with it whether a service is named for the case that has not accepted it yet. Sets
   * {@code pathwayWoken} to whether it listens to that.
   *
   * @param message name of the message, for example {@code baton.consentWithdrawn}
   */
  public void tell(DelegateExecution execution, String message) {
    execution.setVariable(Fact.PATHWAY_WOKEN, cases.tellPathway(caseId(execution), message, Map.of(
        Fact.SERVICE_NAMED, cases.get(caseId(execution)).allocatedService().isPresent(), Fact.ACCEPTANCE, "OPEN")));
  }

  /** Sets the fact {@code sharingAllowed}: whether everybody asked lets information about the case be shared, as of now. */
  public void readSharing(DelegateExecution execution) {
    execution.setVariable(Fact.SHARING_ALLOWED, cases.consents(caseId(execution)).get("sharing") == ConsentState.GIVEN);
  }

  /**
   * Sets a fact again as a form once took it for the case, for a process that did not see that form; null if nobody was asked.
   *
   * @param key the key of a field that is a fact of its form and an answer of the case
   */
  public void recall(DelegateExecution execution, String key) {
    var answer = cases.answers(caseId(execution)).get(key);
    execution.setVariable(key, answer != null && TRUTHS.contains(answer) ? (Object) Boolean.valueOf(answer) : answer);
  }

  /**
   * Begins the next phase of the case as a process of its own, from the pack the case began under and in the same transaction. The
   * present process must end with this step, as a case has one main run.
   */
  public void begin(DelegateExecution execution, String processKey) {
    var record = cases.get(caseId(execution));
    cases.runEnded(execution.getProcessInstanceId());
    var definition = repositoryService.createProcessDefinitionQuery()
        .deploymentId(record.deploymentId()).processDefinitionKey(processKey).singleResult();
    var facts = new HashMap<String, Object>(Map.of(Fact.CASE_ID, record.id().value()));
    record.forum().ifPresent(forum -> facts.put(Fact.FORUM, forum));
    runtimeService.createProcessInstanceById(definition.getId()).businessKey(record.id().value()).setVariables(facts).execute();
  }

  static CaseId caseId(DelegateExecution execution) {
    return new CaseId((String) execution.getVariable(Fact.CASE_ID));
  }
}
