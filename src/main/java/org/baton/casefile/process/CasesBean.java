package org.baton.casefile.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.answer.Answers;
import org.baton.casefile.chronology.Chronology;
import org.baton.casefile.consent.ConsentState;
import org.baton.casefile.consent.Consents;
import org.baton.casefile.family.Family;
import org.baton.casefile.family.People;
import org.baton.casefile.holder.Holders;
import org.baton.casefile.run.Runs;
import org.baton.protocol.Fact;
import org.baton.protocol.FormDate;
import org.baton.protocol.ModelBean;
import org.baton.protocol.ModelCall;
import org.baton.protocol.Moment;
import org.baton.protocol.Names.What;
import org.baton.protocol.Names;
import org.baton.protocol.SystemRights;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.springframework.context.annotation.Lazy;

/** {@code cases}: what models do to the case they carry. */
@ModelBean(name = "cases")
public class CasesBean {

  private static final Set<String> TRUTHS = Set.of("true", "false");
  private static final Pattern POSTCODE = Pattern.compile("[A-Z]{1,2}\\d[A-Z\\d]?\\d[A-Z]{2}");

  private final CaseFile cases;
  private final Runs runs;
  private final People people;
  private final Holders holders;
  private final Consents consents;
  private final Answers answers;
  private final Chronology chronology;
  private final RuntimeService runtimeService;
  private final RepositoryService repositoryService;
  private final SystemRights rights;

  CasesBean(CaseFile cases, Runs runs, People people, Holders holders, Consents consents, Answers answers, Chronology chronology, @Lazy RuntimeService runtimeService, @Lazy RepositoryService repositoryService, SystemRights rights) {
    this.rights = rights;
    this.cases = cases;
    this.runs = runs;
    this.people = people;
    this.holders = holders;
    this.consents = consents;
    this.answers = answers;
    this.chronology = chronology;
    this.runtimeService = runtimeService;
    this.repositoryService = repositoryService;
  }

  /** Brings the case to a stage of the {@code holder} table; the baton passes where the table says so. */
  @ModelCall("Brings the case to a stage of the table holder. The baton passes where the table says so.")
  public void stage(DelegateExecution execution, @Names(value = What.ROW, table = "holder", column = "stage", about = "The stage", shown = true) String stage) {
    holders.enterStage(caseId(execution), stage);
  }

  /**
   * As {@link #stage}, as of a day before now.
   *
   * @param key the key of the answer that has the day
   */
  @ModelCall("Brings the case to a stage of the table holder as of a day before now.")
  public void stageSince(DelegateExecution execution, @Names(value = What.ROW, table = "holder", column = "stage", about = "The stage", shown = true) String stage, @Names(value = What.ANSWER, about = "The day since when") String key) {
    holders.enterStage(caseId(execution), stage, FormDate.kept(answer(execution, key)));
  }

  /**
   * Refuses the step if another service holds the case than an answer names, so that what was entered is taken back.
   *
   * @param key the key of the answer that names the holder
   */
  @ModelCall("Refuses the step if another service holds the case than an answer names, so that what was entered is taken back.")
  public void checkHolder(DelegateExecution execution, @Names(value = What.ANSWER, about = "The answer that names the holder") String key) {
    var record = cases.get(caseId(execution));
    if (!record.holder().equals(answer(execution, key))) {
      throw new IllegalArgumentException(key + " is '" + answer(execution, key) + "', but by the table 'holder' a case of " + record.route() + " at stage "
          + record.stage() + " is held by '" + record.holder() + "'; expected that service, or another stage");
    }
  }

  private String answer(DelegateExecution execution, String key) {
    return Optional.ofNullable(answers.latest(caseId(execution)).get(key))
        .orElseThrow(() -> new IllegalArgumentException(key + " was not answered; expected an answer of the form"));
  }

  /** Notes that nothing can be entered about the child, who has no profile in the system of record. */
  @ModelCall("Notes on the case that the child has no profile in the system of record, so that nothing is entered.")
  public void noteNoProfile(DelegateExecution execution) {
    chronology.note(caseId(execution), "RECORD", cases.pack(caseId(execution)).say("record.noProfile"), "");
  }

  /**
   * Makes the service that an answer names the one at hand, for a step of its own.
   *
   * @param key the key of the answer
   */
  @ModelCall(value = "Makes the service that an answer names the one at hand, for a step of its own.", gives = Moment.SERVICE)
  public void askService(DelegateExecution execution, @Names(value = What.ANSWER, about = "The answer that names the service") String key) {
    execution.setVariable(Fact.MEMBER_SERVICE, cases.pack(caseId(execution)).profile().service(answer(execution, key)).id());
  }

  /** Notes the panel that the {@code forum} fact names as the case's own. */
  @ModelCall(value = "Notes the panel that the fact forum names as that of the case.", gives = Moment.PANEL)
  public void assignForum(DelegateExecution execution) {
    holders.assignForum(caseId(execution), (String) execution.getVariable(Fact.FORUM));
  }

  /** Sets the fact {@code postcodeDistrict} from the family's address: the first half of its post code alone, as the engine knows no addresses. */
  @ModelCall(value = "Reads the first half of the post code of the family; NONE where no whole post code is known.", sets = Fact.POSTCODE_DISTRICT)
  public void readPostcode(DelegateExecution execution) {
    var postcode = people.family(caseId(execution)).address().map(Family.Address::postcode).map(text -> text.replaceAll("\\s", "").toUpperCase()).orElse("");
    execution.setVariable(Fact.POSTCODE_DISTRICT, POSTCODE.matcher(postcode).matches() ? postcode.substring(0, postcode.length() - 3) : "NONE");
  }

  /** Closes the case with an outcome of the {@code closure} table. */
  @ModelCall("Closes the case with an outcome of the table closure.")
  public void close(DelegateExecution execution, @Names(value = What.ROW, table = "closure", column = "outcome", about = "The outcome") String outcome) {
    holders.close(caseId(execution), outcome);
  }

  /** Sets the fact {@code readsRecordSystem} for the service that the case is allocated to. */
  @ModelCall(value = "Reads whether the allocated service can look into the system of record.", sets = Fact.READS_RECORD_SYSTEM, needs = Moment.ALLOCATION)
  public void readAllocatedService(DelegateExecution execution) {
    var record = cases.get(caseId(execution));
    var service = cases.pack(record).profile().service(record.allocatedService().orElseThrow());
    execution.setVariable(Fact.READS_RECORD_SYSTEM, service.readsRecordSystem());
  }

  /**
   * Tells the pathway that carries the case, and with it whether a service is named for the case that has not accepted it yet. Sets
   * {@code pathwayWoken} to whether it listens to that.
   *
   * @param message name of the message, for example {@code baton.consentWithdrawn}
   */
  @ModelCall(value = "Tells the pathway that carries the case, and whether it was listening.", sets = Fact.PATHWAY_WOKEN)
  public void tell(DelegateExecution execution, @Names(value = What.MESSAGE, about = "The message") String message) {
    execution.setVariable(Fact.PATHWAY_WOKEN, runs.tell(caseId(execution), message, Map.of(
        Fact.SERVICE_NAMED, cases.get(caseId(execution)).allocatedService().isPresent(), Fact.ACCEPTANCE, "OPEN")));
  }

  /** Sets the fact {@code sharingAllowed}: whether everybody asked lets information about the case be shared, as of now. */
  @ModelCall(value = "Reads whether everybody who was asked lets information about the case be shared, as of now.", sets = Fact.SHARING_ALLOWED, reads = "consentSharing")
  public void readSharing(DelegateExecution execution) {
    execution.setVariable(Fact.SHARING_ALLOWED, consents.standing(caseId(execution)).get("sharing") == ConsentState.GIVEN);
  }

  /** Sets a fact for each purpose that somebody was asked about, {@code consentPanel} for {@code panel}, to what stands of it now; a purpose that nobody was asked about sets none. */
  @ModelCall(value = "Reads what stands now of each consent that was asked for, as the facts that forms set: consentPanel, for the purpose panel.", sets = Consents.FACT + "*")
  public void readConsents(DelegateExecution execution) {
    consents.standing(caseId(execution)).forEach((purpose, state) -> execution.setVariable(Consents.fact(purpose), state.name()));
  }

  /**
   * Sets a fact again as a form once took it for the case, for a process that did not see that form; null if nobody was asked.
   *
   * @param key the key of a field that is a fact of its form and an answer of the case
   */
  @ModelCall("Sets a fact again as a form once took it for the case, for a process that did not see that form.")
  public void recall(DelegateExecution execution, @Names(value = What.FACT, sets = true, about = "The fact") String key) {
    var answer = answers.latest(caseId(execution)).get(key);
    execution.setVariable(key, answer != null && TRUTHS.contains(answer) ? (Object) Boolean.valueOf(answer) : answer);
  }

  /**
   * Begins the next phase of the case as a process of its own, from the pack the case began under and in the same transaction. The
   * present process, and the one that called it, must end with this step, as a case has one main run.
   */
  @ModelCall("Begins the next phase of the case as a process of its own, from the pack that the case began under. The present process, and the one that called it, must end with this step, as a case has one main run.")
  public void begin(DelegateExecution execution, @Names(value = What.PROCESS, about = "The process") String processKey) {
    begun(execution, processKey, Map.of()).execute();
  }

  /**
   * As {@link #begin}, but where the case stands already, with all facts of the present process and whether a service is named for the
   * case that has not accepted it yet.
   *
   * @param elementId an element of that process, before which it begins
   */
  @ModelCall("Begins a process of the case where the case stands already, with all facts of the present process.")
  public void beginAt(DelegateExecution execution, @Names(value = What.PROCESS, about = "The process") String processKey, @Names(value = What.ELEMENT, about = "The element before which it begins") String elementId) {
    var facts = new HashMap<>(execution.getVariables());
    facts.put(Fact.SERVICE_NAMED, cases.get(caseId(execution)).allocatedService().isPresent());
    facts.put(Fact.ACCEPTANCE, "OPEN");
    rights.asSystem(() -> begun(execution, processKey, facts).startBeforeActivity(elementId).execute());
  }

  /** The process that carries the case, where the present one was called by it. */
  private static String outermost(DelegateExecution execution) {
    var at = execution.getProcessInstance();
    while (at.getSuperExecution() != null) {
      at = at.getSuperExecution().getProcessInstance();
    }
    return at.getId();
  }

  private ProcessInstantiationBuilder begun(DelegateExecution execution, String processKey, Map<String, Object> more) {
    var record = cases.get(caseId(execution));
    runs.ended(outermost(execution));
    var definition = repositoryService.createProcessDefinitionQuery()
        .deploymentId(record.deploymentId()).processDefinitionKey(processKey).singleResult();
    var facts = new HashMap<>(more);
    facts.put(Fact.CASE_ID, record.id().value());
    record.forum().ifPresent(forum -> facts.put(Fact.FORUM, forum));
    return runtimeService.createProcessInstanceById(definition.getId()).businessKey(record.id().value()).setVariables(facts);
  }

  static CaseId caseId(DelegateExecution execution) {
    return new CaseId((String) execution.getVariable(Fact.CASE_ID));
  }
}
