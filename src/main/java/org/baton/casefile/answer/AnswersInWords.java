package org.baton.casefile.answer;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.casefile.CaseId;
import org.baton.protocol.FormDefinition.Field;
import org.baton.protocol.Packs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people have answered about a case, in the words of the forms that asked them. */
@Service
@Transactional(readOnly = true)
public class AnswersInWords {

  private final AnswerStore store;
  private final Packs packs;

  AnswersInWords(AnswerStore store, Packs packs) {
    this.store = store;
    this.packs = packs;
  }

  /**
   * A question and its answer.
   *
   * @param form id of the form that asked
   * @param key of its field
   * @param by id of who answered
   */
  public record Said(String form, String key, String question, String answer, Instant at, String by) {}

  /** Every answer about the case, those that later ones have replaced too, in their order. */
  public List<Said> of(CaseId id) {
    return store.of(id).stream().map(this::said).toList();
  }

  /** The latest answer to fields of that key; empty if nobody was asked, or answered. */
  Optional<Said> latest(CaseId id, String key) {
    return store.of(id).stream().filter(answer -> answer.key().equals(key)).reduce((earlier, later) -> later).map(this::said);
  }

  /** The latest answer for each key, whichever form asked. */
  public Map<String, Said> latest(CaseId id) {
    var latest = new LinkedHashMap<String, FormAnswer>();
    store.of(id).forEach(answer -> latest.put(answer.key(), answer));
    return latest.values().stream().map(this::said).collect(Collectors.toMap(Said::key, said -> said, (one, other) -> one, LinkedHashMap::new));
  }

  /** A form that the pack no longer has asked in words that nobody knows; its answer is shown as it was kept. */
  private Said said(FormAnswer answer) {
    var pack = packs.of(answer.deploymentId());
    var field = pack.forms().contains(answer.form()) ? pack.form(answer.form()).field(answer.key()) : Optional.<Field>empty();
    return new Said(answer.form(), answer.key(), field.map(one -> one.label()).orElse(answer.key()), field.map(one -> one.inWords(answer.value())).orElse(answer.value()), answer.at(), answer.by());
  }
}
