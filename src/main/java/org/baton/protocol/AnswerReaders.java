package org.baton.protocol;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The answers that something of a pack reads: a condition, another form, a table, a letter, a step, or the filed referral. What a form
 * asks in vain costs people's time, and they believe that somebody knows it.
 */
public final class AnswerReaders {

  private static final String SHOWN = "answer.";
  private static final Pattern WORD = Pattern.compile("[\\w-]+");
  private static final Pattern AFTER_HYPHEN = Pattern.compile("-([a-z])");
  private static final Pattern LITERAL = Pattern.compile("'(\\w+)'");
  private static final String FILED = "${records.file(";

  private final Set<String> read = new HashSet<>();

  private AnswerReaders() {}

  /** Keys of fields that are read; other words of the pack are among them and do no harm. */
  static Set<String> of(PackFiles files, Map<String, FormDefinition> forms, Map<String, TableModel> tables) {
    var readers = new AnswerReaders();
    forms.values().forEach(form -> form.each(readers::ofField));
    tables.values().forEach(readers::ofTable);
    files.content().forEach((name, bytes) -> readers.ofFile(name, new String(bytes, StandardCharsets.UTF_8), forms));
    return readers.read;
  }

  private void ofField(FormDefinition.Field field) {
    if (field.shows().startsWith(SHOWN)) {
      read.add(field.shows().substring(SHOWN.length()));
    }
    field.hide().flatMap(FormCondition::names).ifPresent(read::addAll);
    field.after().ifPresent(read::add);
  }

  private void ofTable(TableModel table) {
    table.inputs().forEach(column -> read.add(column.expression()));
    table.rules().stream().flatMap(rule -> Stream.concat(rule.inputs().stream(), rule.outputs().stream())).filter(cell -> cell != null)
        .flatMap(cell -> WORD.matcher(cell).results()).forEach(word -> {
          read.add(word.group());
          read.add(answerKey(word.group()));
        });
  }

  /** The answer that chooses whom a word of the tables means: {@code supporting-services} is asked for as {@code supportingServices}. */
  public static String answerKey(String word) {
    return AFTER_HYPHEN.matcher(word).replaceAll(letter -> letter.group(1).toUpperCase());
  }

  private void ofFile(String name, String text, Map<String, FormDefinition> forms) {
    if (FileNames.isLetter(name)) {
      Placeholders.readable(text).stream().filter(Placeholders::isAnswer).forEach(place -> read.add(place.substring(Placeholders.OF_ANSWER.length())));
    }
    if (name.endsWith(".bpmn")) {
      LITERAL.matcher(text).results().forEach(literal -> read.add(literal.group(1)));
      if (text.contains(FILED) && forms.containsKey("referral")) {
        forms.get("referral").fields().forEach(field -> read.add(field.key()));
      }
    }
  }
}
