package org.baton.protocol;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.baton.protocol.DecisionTable.Answer;

/** Makes the record of a {@link PackTable} of what a rule answers. */
final class CellReader {

  private CellReader() {}

  /** @throws IllegalStateException if a cell is empty that must not be; the pack check finds that before */
  static <R extends Record> R read(Class<R> type, Answer answer) {
    return RecordMaker.make(type, component -> value(component.getGenericType(), component, answer));
  }

  private static Object value(Type type, RecordComponent component, Answer answer) {
    var raw = TargetPart.raw(type);
    var name = component.getName();
    if (raw == Optional.class) {
      return answer.optionalText(name).map(text -> value(((ParameterizedType) type).getActualTypeArguments()[0], component, answer));
    }
    if (raw == boolean.class) {
      return answer.values().get(name) == null && component.getAnnotation(Cell.class).optional() ? Boolean.FALSE : (Object) answer.yes(name);
    }
    if (raw == int.class) {
      return answer.number(name);
    }
    var text = answer.text(name);
    return raw == List.class ? List.of(text.split(",\\s*")) : raw == LocalTime.class ? LocalTime.parse(text) : raw.isEnum() ? constant(raw, text) : text;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object constant(Class<?> type, String text) {
    return Enum.valueOf((Class<Enum>) type, text);
  }
}
