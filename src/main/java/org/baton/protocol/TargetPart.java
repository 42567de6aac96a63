package org.baton.protocol;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A target as code declares it.
 *
 * @param needed whether what it belongs to cannot be kept without it
 * @param choices the codes that can be chosen; empty where that is not a list of Baton's own
 * @param row the targets of the fields of one row
 * @param alongside paths of a row that only show what it is about
 * @param gives what is known once it is answered
 * @param sets the facts that it sets, as {@link TargetPath#sets} has them
 * @param setsNotWith texts with which they are not set
 */
public record TargetPart(String path, Kind kind, boolean needed, int room, String about, List<String> choices, List<TargetPart> row, Set<String> alongside, Set<Moment> gives,
    Set<String> sets, Set<String> setsNotWith) {

  /** Kinds of notes and purposes of consent end in columns of this length. */
  private static final Pattern WORD = Pattern.compile("[a-zA-Z]\\w{0,39}");

  /** What kind of answer it is. */
  public enum Kind {
    TEXT("a text or a choice"),
    DAY("a date"),
    TIME("a time of day, as text such as 10:00"),
    YES_OR_NO("a checkbox, or a choice with YES among its values"),
    CHOICE("a choice"),
    ROWS("a repeated group"),
    TEXT_OR_ROWS("a text, or a repeated group");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As those read it who make forms. */
    public String words() {
      return words;
    }
  }

  /** The parts of a record, those of records in it among them. */
  static List<TargetPart> of(Class<?> record) {
    var parts = new ArrayList<TargetPart>();
    for (var component : record.getRecordComponents()) {
      if (component.isAnnotationPresent(TargetPath.class)) {
        parts.add(of(component));
      } else {
        parts.addAll(of(component.getType()));
      }
    }
    return List.copyOf(parts);
  }

  private static TargetPart of(RecordComponent component) {
    var path = component.getAnnotation(TargetPath.class);
    var type = inner(component.getGenericType(), Map.class, Optional.class);
    var raw = raw(type);
    var row = raw == List.class || raw == TextOrRows.class ? of(raw(((ParameterizedType) type).getActualTypeArguments()[0])) : List.<TargetPart>of();
    return new TargetPart(path.value(), kind(raw), needed(component), path.room(), path.about(),
        raw.isEnum() ? Arrays.stream(raw.getEnumConstants()).map(constant -> ((Enum<?>) constant).name()).toList() : List.of(), row, Set.of(path.alongside()), Set.of(path.gives()),
        Set.of(path.sets()), Set.of(path.setsNotWith()));
  }

  private static boolean needed(RecordComponent component) {
    return !Set.of(Map.class, Optional.class, List.class, boolean.class).contains(component.getType());
  }

  private static Kind kind(Class<?> type) {
    if (type.isEnum()) {
      return Kind.CHOICE;
    }
    var kind = Map.<Class<?>, Kind>of(String.class, Kind.TEXT, LocalDate.class, Kind.DAY, LocalTime.class, Kind.TIME, boolean.class, Kind.YES_OR_NO,
        Boolean.class, Kind.YES_OR_NO, List.class, Kind.ROWS, TextOrRows.class, Kind.TEXT_OR_ROWS).get(type);
    if (kind == null) {
      throw new IllegalStateException("A part of a form's record is a " + type.getName() + "; expected a type that forms can send");
    }
    return kind;
  }

  /** What an {@code Optional} may hold, or a map by words. */
  private static Type inner(Type type, Class<?>... wrappers) {
    if (type instanceof ParameterizedType wrapped && Arrays.asList(wrappers).contains(wrapped.getRawType())) {
      var arguments = wrapped.getActualTypeArguments();
      return arguments[arguments.length - 1];
    }
    return type;
  }

  static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType of ? of.getRawType() : type);
  }

  /** Whether a field can name it so. */
  public boolean matches(String target) {
    return matches(path, target);
  }

  /** @param pattern may end in {@code .*} */
  static boolean matches(String pattern, String path) {
    if (!pattern.endsWith(".*")) {
      return pattern.equals(path);
    }
    var start = pattern.substring(0, pattern.length() - 1);
    return path.startsWith(start) && WORD.matcher(path.substring(start.length())).matches();
  }

  /** The facts that a field sets which names it so. */
  Stream<String> sets(String target) {
    var word = target.substring(target.lastIndexOf('.') + 1);
    return sets.stream().map(fact -> fact.replace("*", word.substring(0, 1).toUpperCase() + word.substring(1)));
  }

  boolean takesRows() {
    return kind == Kind.ROWS || kind == Kind.TEXT_OR_ROWS;
  }
}
