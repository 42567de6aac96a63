package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.baton.support.DeclaredVocabulary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables that Java reads are headed in one way in every authority, and Modeler offers in them what Java knows. */
class TableHeadsTest {

  /** What a way in is called, and what is counted, each protocol has a word of its own for. */
  private static final Set<String> OF_THE_PROTOCOL = Set.of("route", "servicesPresent", "chairPresent", "leadingMargin");

  record Headed(String authority, TableModel.Column column, TableContract.Column declared) {

    @Override
    public String toString() {
      return authority + ": " + declared.head();
    }
  }

  static Stream<Headed> outputs() {
    return columns(TableModel::outputs, TableContract.Shape::output);
  }

  static Stream<Headed> inputs() {
    return columns(TableModel::inputs, TableContract.Shape::input).filter(headed -> !OF_THE_PROTOCOL.contains(headed.declared().name()));
  }

  private static Stream<Headed> columns(Function<TableModel, List<TableModel.Column>> of, BiFunction<TableContract.Shape, String, Optional<TableContract.Column>> declared) {
    return PackFiles.shippedAuthorities().stream().flatMap(authority -> {
      var pack = new Pack(authority, PlantedFaults.shipped(authority));
      return pack.tables().stream().map(pack::table).map(DecisionTable::model).filter(table -> DeclaredVocabulary.TABLES.shapes().containsKey(table.key()))
          .flatMap(table -> of.apply(table).stream().flatMap(column -> declared.apply(DeclaredVocabulary.TABLES.shapes().get(table.key()), column.expression()).stream()
              .map(one -> new Headed(authority, column, one))));
    });
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void a_column_that_baton_asks_by_has_its_head(Headed headed) {
    assertThat(headed.column().label()).isEqualTo(headed.declared().head());
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void a_column_has_its_head_and_lists_what_can_stand_in_it(Headed headed) {
    assertThat(headed.column().label()).isEqualTo(headed.declared().head());
    assertThat(headed.column().type()).isEqualTo(headed.declared().type());
    if (!headed.declared().choices().isEmpty()) {
      assertThat(headed.column().listed()).containsExactlyElementsOf(headed.declared().choices().stream().map(choice -> "\"" + choice + "\"").toList());
    }
  }
}
