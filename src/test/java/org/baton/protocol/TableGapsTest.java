package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.validation.DMNValidator.Validation;
import org.kie.dmn.validation.DMNValidatorFactory;

/** Our own check for gaps and overlaps, held against an independent one on our own tables, sound and spoilt. */
class TableGapsTest {

  /** Tables with ranges or several columns, each sound and spoilt: file, what to replace, and by what. */
  static Stream<Arguments> tables() {
    return Stream.of(
        Arguments.of("quorum.dmn", "", ""),
        Arguments.of("quorum.dmn", ">&gt;= 3<", ">&gt;= 4<"),
        Arguments.of("quorum.dmn", ">&lt; 3<", ">&lt;= 3<"),
        Arguments.of("vote-result.dmn", "", ""),
        Arguments.of("vote-result.dmn", ">&gt; 0<", ">&gt; 1<"),
        Arguments.of("vote-result.dmn", ">&lt;= 0<", ">&lt;= 1<"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void finds_what_an_independent_check_finds(String file, String part, String spoilt) {
    var sound = new String(PackFiles.shipped("warwickshire", new ArrayList<>()).content().get(file), StandardCharsets.UTF_8);
    var dmn = part.isEmpty() ? sound : sound.replace(part, spoilt);
    var ours = TableGaps.find(DmnTables.read(dmn.getBytes(StandardCharsets.UTF_8)).get(0));

    assertThat(!ours.isEmpty()).as("ours: %s, theirs: %s", ours, independent(dmn)).isEqualTo(!independent(dmn).isEmpty());
    assertThat(ours.isEmpty()).isEqualTo(part.isEmpty());
  }

  @Test
  void a_cell_that_cannot_be_understood_is_named() {
    var sound = new String(PackFiles.shipped("warwickshire", new ArrayList<>()).content().get("quorum.dmn"), StandardCharsets.UTF_8);
    assertThat(TableGaps.find(DmnTables.read(sound.replace(">&gt;= 3<", ">is defined(x)<").getBytes(StandardCharsets.UTF_8)).get(0)))
        .singleElement().asString().contains("cell 'is defined(x)' is not one of");
  }

  /** Only what it says of gaps and overlaps; numbers are called {@code number} there. */
  private static List<String> independent(String dmn) {
    var reader = new InputStreamReader(new ByteArrayInputStream(
        dmn.replace("typeRef=\"integer\"", "typeRef=\"number\"").getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    return DMNValidatorFactory.newValidator().validate(reader, Validation.ANALYZE_DECISION_TABLE).stream().map(DMNMessage::getText)
        .filter(text -> text.contains("Gap detected") || text.contains("Overlap") || text.contains("overlap")).toList();
  }
}
