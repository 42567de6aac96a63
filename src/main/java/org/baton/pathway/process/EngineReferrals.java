package org.baton.pathway.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseId;
import org.baton.casefile.access.CurrentUser;
import org.baton.casefile.chronology.Chronology;
import org.baton.pathway.ReceiptStore;
import org.baton.pathway.Referrals;
import org.baton.protocol.FormAnswersRefusedException;
import org.baton.protocol.FormContract;
import org.baton.protocol.FormDefinition;
import org.baton.protocol.FormRules;
import org.baton.protocol.FormText;
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

  private static final int LONGEST_KEY = 100;
  private static final int LONGEST_NOTE = 15_000;

  private final Packs packs;
  private final Chronology chronology;
  private final ReceiptStore receipts;
  private final FormService formService;
  private final RepositoryService repositoryService;
  private final CurrentUser user;
  private final Clock clock;
  private final FormContract contract;

  EngineReferrals(Packs packs, Chronology chronology, ReceiptStore receipts, FormService formService, RepositoryService repositoryService, CurrentUser user, Clock clock, FormContract contract) {
    this.contract = contract;
    this.user = user;
    this.packs = packs;
    this.chronology = chronology;
    this.receipts = receipts;
    this.formService = formService;
    this.repositoryService = repositoryService;
    this.clock = clock;
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
    requireNote(unplaced, answers);
    var receipt = begin(pack, TAKE_OVER, key, placed, hash(answers), unplaced);
    if (receipt.created() && !unplaced.isEmpty()) {
      chronology.note(receipt.caseId(), "TAKEN_OVER", pack.say("case.takenOver", "answers", unplaced.stream().map(field -> field + ": " + answers.get(field)).collect(Collectors.joining("; "))));
    }
    return receipt;
  }

  /** What no field asks for is kept as a note, and follows the rules of a text. */
  private static void requireNote(List<String> unplaced, Map<String, Object> answers) {
    var length = 0;
    for (var field : unplaced) {
      var text = field + ": " + answers.get(field);
      length += text.length();
      if (length > LONGEST_NOTE || FormText.fault(text, true).isPresent()) {
        throw new IllegalArgumentException("What no field asks for has " + length + " characters and more; expected texts of " + LONGEST_NOTE
            + " at most together, without control characters");
      }
    }
  }

  private Receipt begin(Pack pack, String process, String key, Map<String, Object> answers, String hash, List<String> unplaced) {
    if (key != null && (FormText.blank(key) || key.length() > LONGEST_KEY || FormText.fault(key, false).isPresent())) {
      throw new IllegalArgumentException("Idempotency-Key has " + key.length() + " characters; expected 1 to " + LONGEST_KEY + ", not blank and without control characters");
    }
    if (key != null && !receipts.reserve(pack.authority(), key, hash, user.id())) {
      return again(pack.authority(), key, hash, unplaced);
    }
    var faults = FormRules.check(pack.form(process), answers, Map.of(), WorkingCalendar.day(clock.instant()), contract);
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
        chronology.note(before.caseId(), "RECEIVED_AGAIN", packs.current(authority).say("case.receivedAgain")));
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
