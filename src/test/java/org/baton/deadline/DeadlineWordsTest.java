package org.baton.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.calendar.OnClosedDay;
import org.baton.calendar.Unit;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseId;
import org.baton.casefile.answer.AnswersInWords;
import org.baton.deadline.DeadlineRow.Direction;
import org.baton.protocol.Pack;
import org.baton.protocol.PackFiles;
import org.baton.protocol.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;

/** The sentence that explains a date reads as English. */
class DeadlineWordsTest {

  private static final Pack PACK = new Pack("shipped", PackFiles.shipped("camden", new ArrayList<>()));
  private static final String CASE = "CAM-2026-000001";
  private static final Instant FROM = WorkingCalendar.at(LocalDate.of(2026, 11, 4), LocalTime.of(10, 0));

  private final AnswersInWords answers = Mockito.mock(AnswersInWords.class);
  private final DeadlineWords words = new DeadlineWords(List.of(new Anchors() {

    @Override
    public Map<String, String> names() {
      return Map.of("PRE_MEETING", "the pre-meet", "MEETING_START", "the beginning of the sitting");
    }

    @Override
    public Optional<Instant> instant(String name, Map<String, Object> facts) {
      return Optional.empty();
    }
  }), answers);

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "10 | WORKING_DAYS | BEFORE | MEETING_START | 17:00 | 10 working days before the beginning of the sitting on Wed 4 Nov 2026 10:00, by 17:00",
      "1 | WORKING_DAYS | AFTER | RECEIVED | | 1 working day after the receipt of the referral on Wed 4 Nov 2026 10:00",
      "24 | CLOCK_HOURS | AFTER | OPENED | | 24 clock hours after the opening of the task on Wed 4 Nov 2026 10:00",
      "0 | CALENDAR_DAYS | AFTER | PRE_MEETING | 23:59 | on the day of the pre-meet on Wed 4 Nov 2026 10:00, by 23:59",
      "0 | CLOCK_HOURS | AFTER | PRE_MEETING | | at the pre-meet on Wed 4 Nov 2026 10:00"})
  void a_date_is_explained(int amount, Unit unit, Direction direction, String anchor, LocalTime at, String sentence) {
    assertThat(explained(amount, unit, direction, anchor, Optional.ofNullable(at))).contains(": " + sentence + ", as CAM-REF-1 asks");
  }

  @Test
  void a_day_that_a_form_asked_for_is_called_as_the_form_called_it_that_asked_last() {
    Mockito.when(answers.latest(new CaseId(CASE))).thenReturn(Map.of("planEndsOn", new AnswersInWords.Said("reviewEnd", "planEndsOn", "New end", "30 November 2026", FROM, "worker")));
    assertThat(explained(2, Unit.WEEKS, Direction.AFTER, "planEndsOn", Optional.empty())).contains("2 weeks after the day given as 'New end' on Wed 4 Nov 2026");
  }

  private String explained(int amount, Unit unit, Direction direction, String anchor, Optional<LocalTime> at) {
    var row = new DeadlineRow("Do it", amount, unit, direction, anchor, at, OnClosedDay.KEEP, false, List.of("chair"));
    return words.explain(new Row<>(row, "rule", List.of("CAM-REF-1")), Optional.of(CASE), FROM, PACK.calendar().due(FROM, row.span()));
  }
}
