package org.baton.casefile.answer;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.baton.casefile.CaseId;
import org.baton.protocol.Fact;
import org.baton.protocol.LetterData;
import org.springframework.stereotype.Component;

/** What letters say of answers about the case: {@code answer.<key>} is the latest to a field of that key, in the words of the form that asked. */
@Component
class AnswerLetterData implements LetterData {

  private final AnswersInWords answers;

  AnswerLetterData(AnswersInWords answers) {
    this.answers = answers;
  }

  @Override
  public Set<String> names() {
    return Set.of(ANSWER);
  }

  @Override
  public Map<String, Object> data(Map<String, Object> facts) {
    return facts.get(Fact.CASE_ID) instanceof String id ? Map.of(ANSWER, new Latest(new CaseId(id))) : Map.of();
  }

  /** Read by key, when a letter asks for one. */
  private final class Latest extends AbstractMap<String, String> {

    private final CaseId id;

    Latest(CaseId id) {
      this.id = id;
    }

    @Override
    public String get(Object key) {
      return answers.latest(id, String.valueOf(key)).map(AnswersInWords.Said::answer).orElse(null);
    }

    @Override
    public boolean containsKey(Object key) {
      return get(key) != null;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
      return Set.of();
    }
  }
}
