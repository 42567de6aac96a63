package org.baton.protocol;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All tables that Java reads, as the records declare them that their rows become. */
public final class TableContract {

  /**
   * A column as code declares it.
   *
   * @param head what it is headed with
   * @param type {@code string}, {@code boolean} or {@code integer}
   * @param choices the codes that can stand there; empty where that is not a list of Baton's own
   * @param needed whether every such table has the column
   * @param kind what may stand in its cells
   */
  public record Column(String name, String head, String type, List<String> choices, boolean needed, Cell declared, CellKind kind) {

    /** What may stand there, as people read it. */
    public String inWords() {
      return choices.isEmpty() ? Arrays.stream(declared.of()).map(Known::inWords).collect(Collectors.joining(", ")) : String.join(", ", choices);
    }
  }

  /** A table as code declares it. */
  public record Shape(String key, PackTable declared, List<Column> inputs, List<Column> outputs) {

    boolean needed() {
      return declared.always();
    }

    Optional<Column> input(String name) {
      return inputs.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    Optional<Column> output(String name) {
      return outputs.stream().filter(column -> column.name().equals(name)).findFirst();
    }
  }

  private final Map<String, Shape> shapes = new TreeMap<>();

  private TableContract() {}

  /**
   * @param rows records that are marked with {@link PackTable}
   * @throws IllegalStateException if two declare the same table
   */
  public static TableContract of(Collection<Class<?>> rows) {
    var contract = new TableContract();
    rows.forEach(row -> {
      var declared = row.getAnnotation(PackTable.class);
      for (var key : declared.value()) {
        var shape = new Shape(key, declared, Arrays.stream(declared.asks()).map(asks -> column(asks.value(), asks.type(), asks.cell())).toList(),
            Arrays.stream(row.getRecordComponents()).map(TableContract::column).toList());
        if (contract.shapes.put(key, shape) != null) {
          throw new IllegalStateException("Two records declare the table '" + key + "'; expected one");
        }
      }
    });
    return contract;
  }

  /** By their keys. */
  public Map<String, Shape> shapes() {
    return shapes;
  }

  /** The tables that packs need whose models call the bean. */
  List<String> neededBy(String bean) {
    return shapes.values().stream().filter(shape -> shape.declared().neededBy().equals(bean)).map(Shape::key).toList();
  }

  private static Column column(RecordComponent component) {
    return column(component.getName(), component.getGenericType(), component.getAnnotation(Cell.class));
  }

  private static Column column(String name, Type type, Cell cell) {
    var optional = TargetPart.raw(type) == Optional.class;
    var inner = optional ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
    var raw = TargetPart.raw(inner);
    var kind = kind(raw, cell);
    var choices = raw.isEnum() ? Arrays.stream(raw.getEnumConstants()).map(constant -> ((Enum<?>) constant).name()).toList() : List.<String>of();
    return new Column(name, cell.value(), raw == boolean.class ? "boolean" : raw == int.class ? "integer" : "string", choices, !cell.optional(), cell,
        optional ? kind.orNothing() : kind);
  }

  private static CellKind kind(Class<?> type, Cell cell) {
    if (type.isEnum()) {
      return CellKind.oneOf(Arrays.stream(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name()).toArray(String[]::new));
    }
    if (type == boolean.class) {
      return CellKind.truth();
    }
    if (type == int.class) {
      return CellKind.whole(cell.least(), cell.most());
    }
    if (type == LocalTime.class) {
      return CellKind.time();
    }
    if (cell.of().length + cell.or().length > 0) {
      return type == List.class ? CellKind.listOf(cell.room(), known(cell), what(cell)) : CellKind.oneOf(known(cell), what(cell) + ", one of").within(cell.room());
    }
    return cell.name() == Cell.Name.ANY ? CellKind.text(cell.room()) : CellKind.name(cell.room(), cell.name().pattern, cell.name().example);
  }

  private static Function<PackWords, Collection<String>> known(Cell cell) {
    return words -> {
      var all = Arrays.stream(cell.of()).flatMap(known -> known.in(words).stream()).collect(Collectors.toCollection(TreeSet::new));
      all.addAll(List.of(cell.or()));
      return all;
    };
  }

  private static String what(Cell cell) {
    return Arrays.stream(cell.of()).map(Known::inWords).collect(Collectors.joining(", ")) + (cell.or().length == 0 ? "" : " or a word of Baton's own");
  }
}
