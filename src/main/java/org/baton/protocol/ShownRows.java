package org.baton.protocol;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows that a form shows, as its fields take them. */
public final class ShownRows {

  private ShownRows() {}

  /** What is shown, as it goes into a variable: days as texts, rows as maps by the keys of the fields they fill, what they lack left out. */
  public static Object plain(Object shown) {
    return shown instanceof LocalDate day ? day.toString()
        : shown instanceof List<?> rows ? rows.stream().map(row -> row instanceof Record record ? map(record) : row).toList() : shown;
  }

  private static Map<String, Object> map(Record row) {
    var map = new LinkedHashMap<String, Object>();
    for (var component : row.getClass().getRecordComponents()) {
      var value = value(row, component);
      if (value != null) {
        map.put(key(component), value instanceof LocalDate day ? day.toString() : value);
      }
    }
    return map;
  }

  private static Object value(Record row, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      var value = accessor.invoke(row);
      return value instanceof Optional<?> perhaps ? perhaps.orElse(null) : value;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The row " + row.getClass().getName() + " cannot be read", e);
    }
  }

  /** The keys of the fields that such a row fills. */
  static List<String> keys(Class<?> row) {
    return Arrays.stream(row.getRecordComponents()).map(ShownRows::key).toList();
  }

  private static String key(RecordComponent component) {
    return component.isAnnotationPresent(FieldKey.class) ? component.getAnnotation(FieldKey.class).value() : component.getName();
  }
}
