package org.baton.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baton.protocol.FormDate;
import org.baton.protocol.FormDefinition.Field;
import org.baton.protocol.FormText;
import org.baton.protocol.Markdown;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.BytesValue;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.SpinRuntimeException;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;

/** Answers as they are sent, kept and shown: plain values of the engine's variables, days as days in London, rows by their targets. */
final class FormValues {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FormValues() {}

  /** A day is kept as the day in London that was meant. */
  static Object kept(Field field, Object sent) {
    return field.type().equals("datetime") && sent != null && !"".equals(sent) ? FormDate.of(sent).toString() : sent;
  }

  static List<Map<String, Object>> rows(Field field, Object value) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var sent : (List<?>) value) {
      var row = new LinkedHashMap<String, Object>();
      field.children().forEach(child -> {
        var answer = kept(child, ((Map<?, ?>) sent).get(child.key()));
        if (answer != null && !"".equals(answer)) {
          child.targets().forEach(target -> row.put(target.equals("answer") ? child.key() : target, answer));
        }
      });
      rows.add(row);
    }
    return rows;
  }

  static Object written(Field field, Object value) {
    return value instanceof Markdown marked ? marked.text() : value instanceof String text && field.type().equals("text") ? Markdown.escape(text) : value;
  }

  static Object asVariable(Object value) {
    try {
      return value instanceof String text && text.length() < FormGate.PLAIN_TEXT || value instanceof Boolean || value instanceof Number
          ? value : SpinValues.jsonValue(JSON.writeValueAsString(value)).create();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What a form shows cannot be written as JSON", e);
    }
  }

  static Map<String, Object> plain(VariableMap sent) {
    var answers = new LinkedHashMap<String, Object>();
    for (var key : sent.keySet()) {
      TypedValue value = sent.getValueTyped(key);
      if (value instanceof ObjectValue || value instanceof FileValue || value instanceof BytesValue) {
        throw new FormFieldValidationException(key, key + ": got " + value.getType().getName() + ", expected a text, a number, true or false, a date or JSON");
      }
      answers.put(key, plain(value == null ? null : value.getValue()));
    }
    return FormText.clean(answers);
  }

  private static Object plain(Object value) {
    try {
      return value instanceof SpinJsonNode node ? JSON.readValue(node.toString(), new TypeReference<Object>() {}) : value;
    } catch (JsonProcessingException | SpinRuntimeException e) {
      throw new FormFieldValidationException(null, "An answer is no readable JSON; expected a list of rows or of texts");
    }
  }
}
