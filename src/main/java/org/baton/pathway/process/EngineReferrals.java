package org.baton.pathway.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.baton.casefile.CaseId;
import org.baton.pathway.ReceiptStore;
import org.baton.pathway.Referrals;
import org.baton.protocol.FormAnswersRefusedException;
import org.baton.protocol.FormRules;
import org.baton.protocol.Packs;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins the process {@code referral} of the authority's newest pack with its start form. */
@Service
class EngineReferrals implements Referrals {

  private static final String REFERRAL = "referral";
  private static final ObjectMapper JSON = new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

  private final Packs packs;
  private final ReceiptStore receipts;
  private final FormService formService;
  private final RepositoryService repositoryService;

  EngineReferrals(Packs packs, ReceiptStore receipts, FormService formService, RepositoryService repositoryService) {
    this.packs = packs;
    this.receipts = receipts;
    this.formService = formService;
    this.repositoryService = repositoryService;
  }

  @Override
  @Transactional
  public Receipt receive(String authority, String key, Map<String, Object> answers) {
    var hash = hash(answers);
    var before = key == null ? null : receipts.find(authority, key).orElse(null);
    if (before != null) {
      if (!before.contentHash().equals(hash)) {
        throw new KeyUsedException(key);
      }
      return new Receipt(before.caseId(), false);
    }
    var pack = packs.current(authority);
    var faults = FormRules.check(pack.form(REFERRAL), answers, Map.of());
    if (!faults.isEmpty()) {
      throw new FormAnswersRefusedException(REFERRAL, faults);
    }
    var definition = repositoryService.createProcessDefinitionQuery()
        .deploymentId(pack.deploymentId()).processDefinitionKey(REFERRAL).singleResult();
    var id = new CaseId(formService.submitStartForm(definition.getId(), answers).getBusinessKey());
    if (key != null) {
      receipts.insert(authority, key, hash, id);
    }
    return new Receipt(id, true);
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
