package org.baton.protocol;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The words that people of an authority read for a code: those that it gives itself, those that its forms offer, else those of Baton. */
final class CodeWords {

  /** {@code code.ALLOCATED} in a file of sentences; an authority has words for codes of its own there too. */
  static final String SENTENCE = "code.";

  private final Sentences sentences;
  /** By target, {@code answer.<key>} or the key of a fact: what people choose. */
  private final Map<String, Map<String, String>> options = new HashMap<>();
  /** Likewise: what people are asked. */
  private final Map<String, String> questions = new HashMap<>();

  CodeWords(Collection<FormDefinition> forms, Sentences sentences) {
    this.sentences = sentences;
    forms.forEach(form -> form.each(this::read));
  }

  private void read(FormDefinition.Field field) {
    var names = field.targets().stream().map(target -> target.equals("fact") ? field.key() : target.equals("answer") ? "answer." + field.key() : target);
    names.forEach(asked -> {
      var words = options.computeIfAbsent(asked, any -> new HashMap<>());
      field.labels().forEach(words::putIfAbsent);
      questions.putIfAbsent(asked, field.label());
    });
  }

  /** Of what a panel decided: chosen in a form, or set by a table or a model. */
  Optional<String> ofOutcome(String code) {
    return of(code, "panel.outcome", Fact.PANEL_OUTCOME);
  }

  /** @param asked targets of fields, {@code answer.<key>}, or keys of facts, that offer the code or are named after it */
  Optional<String> of(String code, String... asked) {
    return sentences.own(SENTENCE + code)
        .or(() -> Stream.of(asked).flatMap(one -> Stream.ofNullable(options.getOrDefault(one, Map.of()).get(code))).findFirst())
        .or(() -> sentences.ofBaton(SENTENCE + code))
        .or(() -> Stream.of(asked).filter(one -> one.toUpperCase().endsWith("." + code)).flatMap(one -> Stream.ofNullable(questions.get(one))).findFirst());
  }
}
