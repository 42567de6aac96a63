package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A code is read by the label beside which it was ticked; what somebody wrote stays as it was written. */
class AnswerWordsTest {

  private static final FormDefinition FORM = FormDefinition.read("""
      {"id": "asked", "components": [
        {"type": "textfield", "id": "f1", "key": "condition", "label": "Condition", "properties": {"target": "answer"}},
        {"type": "radio", "id": "f2", "key": "abuse", "label": "Abuse", "values": [{"label": "Yes, now", "value": "YES"}, {"label": "Not known", "value": "NOT_KNOWN"}], "properties": {"target": "answer"}},
        {"type": "checklist", "id": "f3", "key": "needs", "label": "Needs", "values": [{"label": "Autism", "value": "ASD"}, {"label": "Language", "value": "LANGUAGE"}], "properties": {"target": "answer"}},
        {"type": "checkbox", "id": "f4", "key": "agreed", "label": "Agreed", "properties": {"target": "answer"}},
        {"type": "datetime", "id": "f5", "key": "day", "subtype": "date", "label": "Day", "properties": {"target": "answer"}},
        {"type": "number", "id": "f6", "key": "count", "label": "Count", "properties": {"target": "answer"}},
        {"type": "dynamiclist", "id": "f7", "path": "steps", "label": "Steps", "properties": {"target": "answer"}, "components": [
          {"type": "textfield", "id": "f8", "key": "what", "label": "What", "properties": {"target": "answer"}},
          {"type": "select", "id": "f9", "key": "who", "label": "Who", "values": [{"label": "The school", "value": "SCHOOL"}], "properties": {"target": "answer"}}]}]}
      """.getBytes(StandardCharsets.UTF_8));

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "condition | ADHD | ADHD", "condition | [\"ASD\"] | [\"ASD\"]", "condition | true | true", "condition | 2026-02-02 | 2026-02-02",
      "abuse | YES | Yes, now", "abuse | NOT_KNOWN | Not known", "abuse | NO_LONGER_OFFERED | NO_LONGER_OFFERED",
      "needs | [\"ASD\",\"LANGUAGE\"] | Autism, Language", "needs | [] | ``", "agreed | true | yes", "agreed | false | no",
      "day | 2026-02-02 | 2 February 2026", "count | 3 | 3",
      "steps | [{\"what\":\"Ring the school\",\"who\":\"SCHOOL\"},{\"what\":\"ADHD clinic\"}] | What: Ring the school, Who: The school; What: ADHD clinic",
      "steps | no list | no list"})
  void is_read_as(String key, String kept, String words) {
    assertThat(FORM.field(key).orElseThrow().inWords(kept)).isEqualTo(words);
  }
}
