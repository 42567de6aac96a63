package org.baton.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baton.calendar.WorkingCalendar;
import org.baton.protocol.FormAnswersRefusedException;
import org.baton.protocol.FormContract;
import org.baton.protocol.FormDefinition;
import org.baton.protocol.FormRules;
import org.baton.protocol.PackFiles;
import org.baton.protocol.Packs;
import org.baton.protocol.SaidReader;
import org.springframework.stereotype.Component;

/**
 * The form {@code tellByOtherMeans} away from its task: the page draws it and REST is held to it, so that what was told is asked for
 * and checked in one way. Of the pack in force; where that is too old to have it, as Baton ships it.
 */
@Component
public class ToldForm {

  private static final String FILE = "tell-by-other-means.form";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Packs packs;
  private final Clock clock;
  private final FormContract contract;

  ToldForm(Packs packs, Clock clock, FormContract contract) {
    this.contract = contract;
    this.packs = packs;
    this.clock = clock;
  }

  /**
   * What the answers say.
   *
   * @param sent by the keys of the form's fields
   * @throws FormAnswersRefusedException if they break the form's rules
   */
  public Deliveries.Told read(String authority, Map<String, Object> sent) {
    var form = FormDefinition.read(file(authority));
    var faults = FormRules.check(form, sent, Map.of(), WorkingCalendar.day(clock.instant()), contract);
    if (!faults.isEmpty()) {
      throw new FormAnswersRefusedException(form.id(), faults);
    }
    var answers = new HashMap<String, Object>();
    form.fields().stream().filter(field -> sent.get(field.key()) != null).forEach(field -> field.targets().forEach(target -> answers.put(target, sent.get(field.key()))));
    return SaidReader.read(ToldAnswer.Told.class, answers).told();
  }

  /** The form's questions for a page: {@code key}, {@code label}, {@code most} characters, and what kind each is. */
  public List<Map<String, Object>> questions(String authority) {
    try {
      var questions = new ArrayList<Map<String, Object>>();
      for (var field : JSON.readTree(file(authority)).path("components")) {
        if (field.path("properties").path("target").asText().startsWith("notice.told")) {
          questions.add(question(field));
        }
      }
      return questions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> question(JsonNode field) {
    var type = field.path("type").asText();
    var options = new ArrayList<Map<String, Object>>();
    field.path("values").forEach(value -> options.add(Map.of("value", value.path("value").asText(), "name", value.path("label").asText())));
    return Map.of("key", field.path("key").asText(), "label", field.path("label").asText(field.path("dateLabel").asText()), "options", options,
        "choice", !options.isEmpty(), "day", type.equals("datetime"), "long", type.equals("textarea"), "short", type.equals("textfield"),
        "most", field.path("validate").path("maxLength").asText());
  }

  private byte[] file(String authority) {
    var inForce = packs.current(authority).files().content().get(FILE);
    return inForce == null ? PackFiles.sharedForm(FILE) : inForce;
  }
}
