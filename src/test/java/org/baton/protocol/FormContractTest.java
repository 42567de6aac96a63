package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.baton.protocol.TargetPart.Kind;
import org.baton.support.DeclaredVocabulary;
import org.junit.jupiter.api.Test;

/** What forms can tell and show is declared by records, and answers become those records. */
class FormContractTest {

  enum Sky { CLEAR, DULL }

  record Row(@TargetPath(value = "row.what", about = "What", room = 40) String what, @TargetPath(value = "row.by", about = "By when") Optional<LocalDate> by) {}

  record Person(@TargetPath(value = "trip.*", about = "Anything else") Map<String, Sky> others, @TargetPath(value = "trip.name", about = "Who") Optional<String> name) {}

  record Trip(
      @TargetPath(value = "trip.at", about = "When") LocalTime at,
      @TargetPath(value = "trip.far", about = "Whether it is far") boolean far,
      @TargetPath(value = "trip.rows", about = "What is taken", alongside = "row.shown") List<Row> rows,
      @TargetPath(value = "note.*", about = "Notes") Map<String, TextOrRows<Row>> notes,
      Person person) {}

  private static final class Trips implements FormTarget<Trip> {

    @Override
    public Map<String, Object> keep(Submission submission, Trip said) {
      return Map.of();
    }
  }

  @Shows(value = "trip.rows", about = "What is taken")
  private static final class TripRows implements FormShow<List<TripRows.Shown>> {

    record Shown(@FieldKey("case") String number, Optional<LocalDate> by) {}

    @Override
    public Optional<List<Shown>> show(Submission submission, String word) {
      return Optional.of(List.of(new Shown("7", Optional.of(LocalDate.of(2026, 11, 27))), new Shown("8", Optional.empty())));
    }
  }

  private final FormContract contract = FormContract.of(List.of(Trips.class), List.of(TripRows.class));

  @Test
  void a_target_is_known_by_its_exact_path_and_by_any_word_only_where_it_says_so() {
    assertThat(contract.part("trip.at")).hasValueSatisfying(part -> assertThat(part.kind()).isEqualTo(Kind.TIME));
    assertThat(contract.part("trip.far")).hasValueSatisfying(part -> assertThat(part.needed()).isFalse());
    assertThat(contract.part("trip.name")).as("the exact path before any word").hasValueSatisfying(part -> assertThat(part.kind()).isEqualTo(Kind.TEXT));
    assertThat(contract.part("trip.weather")).hasValueSatisfying(part -> assertThat(part.choices()).containsExactly("CLEAR", "DULL"));
    assertThat(contract.part("note.offer")).hasValueSatisfying(part -> assertThat(part.kind()).isEqualTo(Kind.TEXT_OR_ROWS));
    assertThat(contract.part("note.of fer")).isEmpty();
    assertThat(contract.part("notes.offer")).isEmpty();
    assertThat(contract.part("row.what")).as("a field of a row stands in a row alone").isEmpty();
    assertThat(contract.inRow(List.of("answer", "trip.rows"), "row.by")).isPresent();
    assertThat(contract.inRow(List.of("trip.rows"), "trip.at")).isEmpty();
    assertThat(contract.alongside(List.of("trip.rows"), "row.shown")).isTrue();
    assertThat(contract.alongside(List.of("trip.rows"), "row.other")).isFalse();
    assertThat(contract.room(List.of("row.what", "answer"))).isEqualTo(40);
  }

  @Test
  void targets_that_are_kept_together_are_asked_together() {
    assertThat(contract.missing(Set.of("trip.name"))).containsKey("trip.at");
    assertThat(contract.missing(Set.of("trip.name", "trip.at"))).isEmpty();
    assertThat(contract.missing(Set.of("answer"))).isEmpty();
  }

  @Test
  void answers_become_the_record_that_asks_for_them() {
    var trip = SaidReader.read(Trip.class, Map.of("trip.at", "10:30", "trip.far", "YES", "trip.name", " ", "trip.weather", "DULL", "note.offer", "A lift",
        "note.rows", List.of(Map.of("row.what", "Map")), "trip.rows", List.of(Map.of("row.what", "Tent", "row.by", "2026-05-31T23:00:00Z"), Map.of("row.what", "Map"))));

    assertThat(trip.at()).isEqualTo(LocalTime.of(10, 30));
    assertThat(trip.far()).isTrue();
    assertThat(trip.rows()).containsExactly(new Row("Tent", Optional.of(LocalDate.of(2026, 6, 1))), new Row("Map", Optional.empty()));
    assertThat(trip.notes().get("offer").text()).contains("A lift");
    assertThat(trip.notes().get("rows").rows()).containsExactly(new Row("Map", Optional.empty()));
    assertThat(trip.person()).isEqualTo(new Person(Map.of("weather", Sky.DULL), Optional.empty()));
  }

  @Test
  void what_is_missing_or_of_another_kind_is_refused_by_its_target() {
    assertThatThrownBy(() -> SaidReader.read(Trip.class, Map.of("trip.far", true))).hasMessageContaining("trip.at: got nothing");
    assertThatThrownBy(() -> SaidReader.read(Trip.class, Map.of("trip.at", "10.30"))).hasMessageContaining("trip.at is '10.30'; expected a time such as 10:00");
    assertThatThrownBy(() -> SaidReader.read(Trip.class, Map.of("trip.at", "10:30", "trip.weather", "WET"))).hasMessageContaining("trip.weather is 'WET'; expected one of [CLEAR, DULL]");
    assertThatThrownBy(() -> SaidReader.read(Trip.class, Map.of("trip.at", "10:30", "trip.rows", List.of(Map.of())))).hasMessageContaining("row.what: got nothing");
  }

  @Test
  void shown_rows_fill_the_fields_of_their_keys_and_leave_out_what_they_lack() {
    assertThat(contract.shown("trip.rows")).hasValueSatisfying(shown -> assertThat(shown.fields()).containsExactly("case", "by"));
    assertThat(ShownRows.plain(new TripRows().show(null, "").orElseThrow())).isEqualTo(List.of(Map.of("case", "7", "by", "2026-11-27"), Map.of("case", "8")));
  }

  @Test
  void two_classes_cannot_declare_the_same() {
    assertThatThrownBy(() -> FormContract.of(List.of(Trips.class, Trips.class), List.of())).hasMessageContaining("Two classes declare 'trip.at'");
    assertThatThrownBy(() -> FormContract.of(List.of(Trips.class), List.of(TripRows.class, TripRows.class))).hasMessageContaining("Two classes declare 'trip.rows'");
  }

  @Test
  void everything_that_is_declared_says_in_a_sentence_what_it_is() {
    assertThat(DeclaredVocabulary.FORMS.things().stream().flatMap(thing -> thing.parts().stream()).flatMap(part -> Stream.concat(Stream.of(part), part.row().stream())))
        .hasSizeGreaterThan(120).allSatisfy(part -> assertThat(part.about()).as(part.path()).matches("[A-Z]\\S* .*[^.]").hasSizeLessThan(200));
    assertThat(DeclaredVocabulary.FORMS.shown()).hasSizeGreaterThan(30).allSatisfy(shown -> assertThat(shown.about()).as(shown.path()).matches("[A-Z]\\S* .*[^.]"));
  }
}
