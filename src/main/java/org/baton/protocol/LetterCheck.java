package org.baton.protocol;

import com.samskivert.mustache.MustacheException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds what is wrong with letters, and with what tables leave open for letters to fill in. */
final class LetterCheck {

  private static final Pattern SUBJECT = Pattern.compile("Subject: *\\S.*");
  private static final int LONGEST_SUBJECT = 150;
  private static final int LONGEST = 15_000;
  private static final int LONGEST_SENTENCE = 1_000;

  private final Set<String> names;
  private final Set<String> answers;
  private final Faults faults;

  /** @param answers keys of fields whose answers are kept */
  LetterCheck(PackVocabulary vocabulary, Set<String> answers, Faults faults) {
    this.faults = faults;
    this.answers = answers;
    names = new TreeSet<>(vocabulary.letterNames());
    names.add(Letters.AUTHORITY_NAME);
    names.remove(LetterData.ANSWER);
  }

  /** Every letter begins with the line of its subject, as the lines after it are its body. */
  void check(Map<String, byte[]> content) {
    content.forEach((name, bytes) -> {
      if (FileNames.isLetter(name)) {
        text(name, bytes).ifPresent(text -> checkLetter(name, text));
      }
    });
  }

  /** A pack says sentences of Baton in its own words, with the names that each can have. */
  void checkSentences(Map<String, byte[]> content) {
    var file = content.get(Sentences.FILE);
    if (file == null) {
      return;
    }
    try {
      Sentences.read(file).forEach(this::checkSentence);
    } catch (UncheckedIOException e) {
      faults.add(Sentences.FILE, "sentences", "no list of sentences (" + String.valueOf(e.getCause().getMessage()).lines().findFirst().orElse("") + ")", "a line such as agenda.notReached: Not reached");
    }
  }

  private void checkSentence(String name, String text) {
    var shared = name.startsWith(CodeWords.SENTENCE) ? "" : Sentences.shared().get(name);
    if (shared == null) {
      faults.add(Sentences.FILE, name, "the sentence '" + name + "'", "one that Baton says, one of " + Near.first(Sentences.shared().keySet(), name));
    } else if (text == null || text.isBlank() || text.length() > LONGEST_SENTENCE) {
      faults.add(Sentences.FILE, name, text == null || text.isBlank() ? "nothing" : text.length() + " characters", "a text of " + LONGEST_SENTENCE + " characters at most");
    } else {
      checkPlaceholders(Sentences.FILE, name, text, Placeholders.in(shared));
    }
  }

  /** Cells can leave a day or a name open, where their column says so. */
  void checkCells(String file, TableModel table, TableContract.Shape shape) {
    for (var at = 0; at < table.outputs().size(); at++) {
      if (shape.output(table.outputs().get(at).expression()).filter(column -> column.declared().placeholders()).isPresent()) {
        for (var rule : table.rules()) {
          checkPlaceholders(file, rule.id(), rule.outputs().get(at));
        }
      }
    }
  }

  private void checkLetter(String name, String text) {
    var first = text.lines().findFirst().orElse("");
    if (text.isBlank() || text.substring(first.length()).isBlank()) {
      faults.add(name, name, "no text", "a line with the subject and the text of the letter");
    } else if (!SUBJECT.matcher(first).matches() || first.length() > LONGEST_SUBJECT) {
      faults.add(name, name, "the first line '" + first + "'", "'Subject: ' and what the letter is about, " + LONGEST_SUBJECT + " characters at most");
    }
    if (text.length() > LONGEST) {
      faults.add(name, name, text.length() + " characters", LONGEST + " at most");
    } else {
      checkPlaceholders(name, name, text);
      Placeholders.readableAlways(text).stream().filter(Placeholders::isAnswer).forEach(place -> faults.add(name, name, "{{" + place + "}}, which may not have been answered",
          "a section {{#" + place + "}} ... {{/" + place + "}} around it"));
    }
  }

  private Optional<String> text(String name, byte[] bytes) {
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      faults.add(name, name, "bytes that are no text", "UTF-8");
      return Optional.empty();
    }
  }

  private void checkPlaceholders(String file, String element, String text) {
    checkPlaceholders(file, element, text, names);
  }

  private void checkPlaceholders(String file, String element, String text, Set<String> names) {
    try {
      Placeholders.each(text, name -> known(file, element, name, names), name -> faults.add(file, element, "{{>" + name + "}}", "a letter that is whole in one file"));
    } catch (MustacheException e) {
      faults.add(file, element, "placeholders that cannot be read (" + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ")",
          "{{name}}, or {{#name}} and {{/name}} around what is only said where it is known");
    }
  }

  private void known(String file, String element, String name, Set<String> names) {
    if (Placeholders.isAnswer(name) && !file.equals(Sentences.FILE)) {
      var key = name.substring(Placeholders.OF_ANSWER.length());
      if (!answers.contains(key)) {
        faults.add(file, element, "{{" + name + "}}", "the key of a field with the target 'answer', one of " + Near.first(answers, key));
      }
    } else if (!names.contains(name)) {
      faults.add(file, element, "{{" + name + "}}", (file.equals(Sentences.FILE) ? "a name that this sentence has, one of " : "a name that letters know, one of ") + Near.first(names, name));
    }
  }
}
