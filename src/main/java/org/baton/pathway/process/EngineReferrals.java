package org.baton.pathway.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.CurrentUser;
import org.baton.pathway.ReceiptStore;
import org.baton.pathway.Referrals;
import org.baton.protocol.FormAnswersRefusedException;
import org.baton.protocol.FormDefinition;
import org.baton.protocol.FormRules;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins the processes {@code referral} and {@code takeOver} of the authority's newest pack, each with its start form of the same name. */
@Service
class EngineReferrals implements Referrals {

  private static final String REFERRAL = "referral";
  private static final String TAKE_OVER = "takeOver";
  private static final ObjectMapper JSON = new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

  private final Packs packs;
  private final CaseFile cases;
  private final ReceiptStore receipts;
  private final FormService formService;
  private final RepositoryService repositoryService;
  private final CurrentUser user;

  EngineReferrals(Packs packs, CaseFile cases, ReceiptStore receipts, FormService formService, RepositoryService repositoryService, CurrentUser user) {
    this.user = user;
    this.packs = packs;
    this.cases = cases;
    this.receipts = receipts;
    this.formService = formService;
    this.repositoryService = repositoryService;
  }

  @Override
  @Transactional
  public Receipt receive(String authority, String key, Map<String, Object> answers) {
    return begin(packs.current(authority), REFERRAL, key, answers, hash(answers), List.of());
  }

  @Override
  @Transactional
  public Receipt takeOver(String authority, String key, Map<String, Object> answers) {
    var pack = packs.current(authority);
    if (!pack.forms().contains(TAKE_OVER)) {
      throw new IllegalArgumentException("Authority '" + authority + "' takes over no open cases; expected a process and a form '" + TAKE_OVER + "' in its pack");
    }
    var placed = new LinkedHashMap<>(answers);
    placed.keySet().retainAll(pack.form(TAKE_OVER).fields().stream().filter(FormDefinition.Field::takesAnswer).map(FormDefinition.Field::key).toList());
    var unplaced = answers.keySet().stream().filter(field -> !placed.containsKey(field)).sorted().toList();
    var receipt = begin(pack, TAKE_OVER, key, placed, hash(answers), unplaced);
    if (receipt.created() && !unplaced.isEmpty()) {
      cases.note(receipt.caseId(), "TAKEN_OVER", unplaced.stream().map(field -> field + ": " + answers.get(field)).collect(Collectors.joining("; ", "Not placed: ", "")), "");
    }
    return receipt;
  }

  private Receipt begin(Pack pack, String process, String key, Map<String, Object> answers, String hash, List<String> unplaced) {
    if (key != null && key.isBlank()) {
      throw new IllegalArgumentException("Idempotency-Key is blank; expected a key, or none");
    }
    if (key != null && !receipts.reserve(pack.authority(), key, hash, user.id())) {
      return again(pack.authority(), key, hash, unplaced);
    }
    var faults = FormRules.check(pack.form(process), answers, Map.of());
    if (!faults.isEmpty()) {
      throw new FormAnswersRefusedException(process, faults);
    }
    var definition = repositoryService.createProcessDefinitionQuery()
        .deploymentId(pack.deploymentId()).processDefinitionKey(process).singleResult();
    var id = new CaseId(submit(definition.getId(), answers));
    if (key != null) {
      receipts.received(pack.authority(), key, id);
    }
    return new Receipt(id, true, unplaced);
  }

  private Receipt again(String authority, String key, String hash, List<String> unplaced) {
    var before = receipts.find(authority, key).orElseThrow();
    if (!before.contentHash().equals(hash)) {
      throw new KeyUsedException(key);
    }
    before.receivedBy().filter(sender -> !sender.equals(user.id())).ifPresent(sender ->
        cases.note(before.caseId(), "RECEIVED_AGAIN", "The same referral was sent under its key by somebody else", ""));
    return new Receipt(before.caseId(), false, unplaced);
  }

  /** @return the business key; what a step of the model refuses is told as what is wrong with the answers */
  private String submit(String definitionId, Map<String, Object> answers) {
    try {
      return formService.submitStartForm(definitionId, answers).getBusinessKey();
    } catch (ProcessEngineException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw new IllegalArgumentException(refused.getMessage(), e);
      }
      throw e;
    }
  }

  private static String hash(Map<String, Object> answers) {
    try {
      var bytes = JSON.writeValueAsString(new TreeMap<>(answers)).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("The referral cannot be read as JSON", e);
    }
  }
}
