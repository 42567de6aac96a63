package org.baton.protocol;

/** Finds codes that letters, minutes and lists would show as they stand, as nobody has said how people read them. */
final class WordsCheck {

  private final ModelSources pack;
  private final CodeWords words;
  private final Faults faults;

  WordsCheck(ModelSources pack, CodeWords words, Faults faults) {
    this.pack = pack;
    this.words = words;
    this.faults = faults;
  }

  void check() {
    new FactValues(pack).of(Fact.PANEL_OUTCOME).forEach(outcome -> require(Sentences.FILE, "sentences", outcome));
    pack.models().forEach((file, model) -> model.elements("serviceTask").forEach(step -> ModelProcess.call(BpmnFile.camunda(step, "expression"))
        .ifPresent(call -> pack.vocabulary().beans().forms(call.bean(), call.method()).filter(form -> form.literals().size() == call.literals().size()).forEach(form -> {
          for (var at = 0; at < form.literals().size(); at++) {
            if (form.literals().get(at).names().shown()) {
              call.literal(at).ifPresent(code -> require(file, step.getAttribute("id"), code));
            }
          }
        }))));
  }

  private void require(String file, String element, String code) {
    if (words.ofOutcome(code).isEmpty()) {
      faults.add(file, element, "'" + code + "', for which people have no words", "an option of a form with that value, or a line " + CodeWords.SENTENCE + code + ": ... in " + Sentences.FILE);
    }
  }
}
