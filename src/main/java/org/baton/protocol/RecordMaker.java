package org.baton.protocol;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Function;

/** Makes records of which only the class is known. */
final class RecordMaker {

  private RecordMaker() {}

  /** @throws RuntimeException as a part or the record itself throws it */
  static <R> R make(Class<R> type, Function<RecordComponent, Object> part) {
    var components = type.getRecordComponents();
    var parts = Arrays.stream(components).map(part).toArray();
    try {
      var constructor = type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(parts);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The record " + type.getName() + " cannot be made", e);
    }
  }
}
