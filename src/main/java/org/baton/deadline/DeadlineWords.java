package org.baton.deadline;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.calendar.DueDate;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseId;
import org.baton.casefile.answer.AnswersInWords;
import org.baton.protocol.Row;
import org.springframework.stereotype.Component;

/** How a deadline explains its date. */
@Component
class DeadlineWords {

  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.UK).withZone(WorkingCalendar.ZONE);
  static final DateTimeFormatter SKIPPED = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);
  /** Days that an explanation names, the rest by their number. */
  static final int NAMED = 20;
  /** Longest explanation, as its column holds it. */
  private static final int EXPLANATION = 4000;

  private final Map<String, String> names;
  private final AnswersInWords answers;

  DeadlineWords(List<Anchors> anchors, AnswersInWords answers) {
    this.answers = answers;
    names = new HashMap<>(Deadlines.ANCHORS);
    anchors.forEach(known -> names.putAll(known.names()));
  }

  /** For example: "Due Tue 10 Mar 2026 17:00: 10 working days before the beginning of the sitting on Tue 24 Mar 2026 10:00, by 17:00, as WAR-2.2.6a asks." */
  String explain(Row<DeadlineRow> row, Optional<String> caseId, Instant from, DueDate due) {
    var rest = due.skipped().size() - NAMED;
    var skipped = due.skipped().stream().limit(NAMED).map(day -> SKIPPED.format(day.date()) + " (" + day.reason() + ")").collect(Collectors.joining(", "))
        + (rest > 0 ? " and " + rest + " more" : "");
    return cut("Due " + DAY.format(due.at()) + ": " + counted(row.cells(), anchor(row.cells().countedFrom(), caseId) + " on " + DAY.format(from))
        + (row.clauses().isEmpty() ? "" : ", as " + String.join(" and ", row.clauses()) + " asks") + (skipped.isEmpty() ? "" : "; not counted: " + skipped) + ".");
  }

  /** Nought of something is that very day, or that very instant. */
  private static String counted(DeadlineRow row, String anchor) {
    var by = row.at().map(time -> ", by " + time).orElse("");
    return row.amount() == 0 ? (row.at().isPresent() ? "on the day of " : "at ") + anchor + by
        : row.span().length() + (row.direction() == DeadlineRow.Direction.BEFORE ? " before " : " after ") + anchor + by;
  }

  /** A day that a form asked for is called as the form called it that asked last. */
  private String anchor(String name, Optional<String> caseId) {
    return Optional.ofNullable(names.get(name)).orElseGet(() -> "the day given as '" + caseId.map(CaseId::new).map(answers::latest).map(latest -> latest.get(name))
        .map(AnswersInWords.Said::question).filter(question -> !question.isBlank()).orElse(name) + "'");
  }

  static String cut(String explanation) {
    return explanation.length() <= EXPLANATION ? explanation : explanation.substring(0, EXPLANATION - 1) + "\u2026";
  }
}
