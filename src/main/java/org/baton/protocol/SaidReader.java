package org.baton.protocol;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the records that {@link FormTarget}s take of the answers of a form. */
public final class SaidReader {

  private SaidReader() {}

  /**
   * @param answers by their targets; rows as lists of such maps
   * @throws IllegalArgumentException if one is missing that is needed, or is not what its target takes; names the target
   */
  public static <A> A read(Class<A> record, Map<String, ?> answers) {
    return read(record, answers, TargetPart.of(record).stream().map(TargetPart::path).toList());
  }

  /** @param named targets that have a part of their own, so that they are none of those by words */
  private static <A> A read(Class<A> record, Map<String, ?> answers, List<String> named) {
    return RecordMaker.make(record, component -> part(component, answers, named));
  }

  private static Object part(RecordComponent component, Map<String, ?> answers, List<String> named) {
    var target = component.getAnnotation(TargetPath.class);
    if (target == null) {
      return read(component.getType(), answers, named);
    }
    return component.getType() == Map.class ? byWord(component, target.value(), answers, named)
        : value(component.getGenericType(), target.value(), answers.get(target.value()), answers);
  }

  /** What stands under the words that no other part of the record names. */
  private static Map<String, Object> byWord(RecordComponent component, String pattern, Map<String, ?> answers, List<String> named) {
    var type = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[1];
    var found = new LinkedHashMap<String, Object>();
    answers.forEach((path, answer) -> {
      if (TargetPart.matches(pattern, path) && !named.contains(path) && given(answer)) {
        found.put(path.substring(pattern.length() - 1), value(type, path, answer, answers));
      }
    });
    return found;
  }

  private static Object value(Type type, String path, Object answer, Map<String, ?> answers) {
    var raw = TargetPart.raw(type);
    if (raw == Optional.class) {
      return given(answer) ? Optional.of(value(((ParameterizedType) type).getActualTypeArguments()[0], path, answer, answers)) : Optional.empty();
    }
    if (raw == List.class) {
      return answer == null ? List.of() : rows(type, answer);
    }
    if (raw == TextOrRows.class) {
      return answer instanceof List<?> ? new TextOrRows<>(Optional.empty(), rows(type, answer)) : new TextOrRows<>(Optional.of(answer.toString()), List.of());
    }
    if (raw == boolean.class) {
      return yes(answer);
    }
    if (!given(answer)) {
      throw new IllegalArgumentException(path + ": got nothing, expected an answer, as the form says " + answers.keySet().stream().sorted().toList());
    }
    return raw == Boolean.class ? yes(answer) : one(raw, path, answer.toString());
  }

  private static boolean yes(Object answer) {
    return Boolean.TRUE.equals(answer) || "YES".equals(answer);
  }

  @SuppressWarnings("unchecked")
  private static <R extends Record> List<R> rows(Type list, Object answer) {
    var row = (Class<R>) TargetPart.raw(((ParameterizedType) list).getActualTypeArguments()[0]);
    return ((List<Map<String, ?>>) answer).stream().map(one -> read(row, one)).toList();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object one(Class<?> type, String path, String answer) {
    if (type == String.class) {
      return answer;
    }
    if (type == LocalDate.class) {
      return FormDate.of(answer);
    }
    try {
      return type == LocalTime.class ? LocalTime.parse(answer) : Enum.valueOf((Class<Enum>) type, answer);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(path + " is " + ApiInput.named(answer) + "; expected a time such as 10:00", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(path + " is " + ApiInput.named(answer) + "; expected one of " + Arrays.toString(type.getEnumConstants()), e);
    }
  }

  /** Whether it tells anything by itself: a box that nobody ticked may stand beside answers that were left blank. */
  public static boolean says(Object answer) {
    return given(answer) && !Boolean.FALSE.equals(answer);
  }

  /** Whether something was answered: no blank text and no empty list. */
  static boolean given(Object answer) {
    return answer != null && !(answer instanceof String text && text.isBlank()) && !(answer instanceof List<?> list && list.isEmpty());
  }
}
