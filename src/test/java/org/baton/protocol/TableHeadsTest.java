package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.baton.support.DeclaredVocabulary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables that Java reads are headed in one way in every authority, and Modeler offers in them what Java knows. */
class TableHeadsTest {

  private static final List<String> AUTHORITIES = List.of("warwickshire", "north-east-lincolnshire", "camden");

  record Headed(String authority, TableModel.Column column, TableContract.Column declared) {

    @Override
    public String toString() {
      return authority + ": " + declared.head();
    }
  }

  static Stream<Headed> outputs() {
    return AUTHORITIES.stream().flatMap(authority -> {
      var pack = new Pack(authority, PlantedFaults.shipped(authority));
      return pack.tables().stream().map(pack::table).map(DecisionTable::model).filter(table -> DeclaredVocabulary.TABLES.shapes().containsKey(table.key()))
          .flatMap(table -> table.outputs().stream().flatMap(column -> DeclaredVocabulary.TABLES.shapes().get(table.key()).output(column.expression()).stream()
              .map(declared -> new Headed(authority, column, declared))));
    });
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
