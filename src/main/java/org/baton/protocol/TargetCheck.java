package org.baton.protocol;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.baton.protocol.FormDefinition.Field;

/** Finds answers that nobody would keep or read, and what a field would be filled with that it cannot show. */
final class TargetCheck {

  private static final String ANSWER = "answer";
  private static final String SHOWN_ANSWER = "answer.";
  private static final Set<String> SAYS_WORDS = Set.of("text", "textfield", "textarea");
  private static final Set<String> CHOICES = Set.of("radio", "select");
  private static final Set<String> WRITTEN = Set.of("textfield", "textarea", "radio", "select", "datetime", "number");

  private final FormContract contract;
  private final Set<String> answers;
  private final Set<String> read;
  private final BiPredicate<String, String> carriedOut;
  private final Faults faults;

  /**
   * @param answers keys of answers that forms of the pack keep
   * @param read keys of answers that something reads
   * @param carriedOut whether the profile names a clause for an element of a file
   */
  TargetCheck(FormContract contract, Set<String> answers, Set<String> read, BiPredicate<String, String> carriedOut, Faults faults) {
    this.contract = contract;
    this.answers = answers;
    this.read = read;
    this.carriedOut = carriedOut;
    this.faults = faults;
  }

  void check(String file, FormDefinition form) {
    form.fields().forEach(field -> {
      checkAny(file, field);
      checkRead(file, field);
      checkTargets(file, field);
      field.children().forEach(child -> {
        checkAny(file, child);
        checkRowTargets(file, field, child);
      });
      field.targets().stream().flatMap(target -> contract.part(target).stream()).filter(TargetPart::takesRows).filter(part -> field.repeats()).forEach(rows ->
          FormContract.neededInRow(rows, field.children().stream().flatMap(child -> child.targets().stream()).collect(Collectors.toSet()))
              .forEach(path -> faults.add(file, field.id(), "rows without the target '" + path + "'", "a field with it, as no row can be kept without")));
    });
    contract.missing(form.fields().stream().flatMap(field -> field.targets().stream()).filter(target -> !target.equals(ANSWER)).collect(Collectors.toSet()))
        .forEach((path, named) -> faults.add(file, form.id(), "the targets " + named + " without '" + path + "'", "a field with that target too, as they are kept together"));
    form.fields().forEach(field -> field.targets().forEach(target -> contract.missing(Set.of(target)).keySet().forEach(path -> checkAskedWith(file, form, field, path))));
  }

  /** What is needed beside an answer must be asked wherever that is: nobody can answer what the form hides. */
  private void checkAskedWith(String file, FormDefinition form, Field field, String needed) {
    form.asking(needed).filter(other -> !hiding(field).containsAll(hiding(other))).ifPresent(other -> faults.add(file, other.id(),
        "hidden where '" + field.key() + "' is asked, beside which it is needed", "no condition, or one that '" + field.key() + "' has too: all of it, or a part before or after 'or'"));
  }

  /** The conditions each of which hides the field. */
  private static Set<String> hiding(Field field) {
    return field.hide().map(condition -> Set.of(condition.replaceFirst("^=\\s*", "").split("\\s+or\\s+"))).orElse(Set.of());
  }

  private void checkAny(String file, Field field) {
    if (!field.key().isEmpty() && field.targets().isEmpty() && field.shows().isEmpty() && !field.type().equals("table")) {
      faults.add(file, field.id(), "no target for the answer '" + field.key() + "'", "properties.target");
    }
    checkShown(file, field);
  }

  private void checkRead(String file, Field field) {
    var evidence = field.properties().get("evidence");
    if (evidence != null && !(evidence.equals("true") && (!field.clauses().isEmpty() || carriedOut.test(file, field.id())))) {
      faults.add(file, field.id(), "evidence '" + evidence + "'", "true, on a field that names the clause for which its answer is kept");
    }
    if (evidence == null && field.targets().equals(List.of("answer")) && !read.contains(field.key())) {
      faults.add(file, field.id(), "the answer '" + field.key() + "', which nothing reads",
          "a condition, another form, a table or a step that reads it, a target such as chronology." + PackCheck.kebab(field.key()).replace('-', '_') + ", or evidence: true with its clause");
    }
  }

  private void checkShown(String file, Field field) {
    var path = field.shows();
    if (path.startsWith(SHOWN_ANSWER) && !answers.contains(path.substring(SHOWN_ANSWER.length()))) {
      faults.add(file, field.id(), "it shows '" + path + "'", "the key of an answer of a form after 'answer.', one of " + Near.first(answers, path.substring(SHOWN_ANSWER.length())));
    } else if (path.startsWith(SHOWN_ANSWER) && !SAYS_WORDS.contains(field.type())) {
      faults.add(file, field.id(), "it shows '" + path + "' in a " + field.type(), "one of " + SAYS_WORDS.stream().sorted().toList() + ", as an answer is shown in words");
    } else if (!path.isEmpty()) {
      contract.shown(path).ifPresentOrElse(shown -> checkFits(file, field, shown),
          () -> faults.add(file, field.id(), "it shows '" + path + "'", "what Baton can show, one of " + contract.likeShown(path)));
    }
  }

  private void checkFits(String file, Field field, FormContract.Shown shown) {
    if (shown.rows() != field.repeats()) {
      faults.add(file, field.id(), "it shows '" + field.shows() + "' in a " + field.type(), shown.rows() ? "a repeated group, as that has rows" : "a text, as that has no rows");
    } else if (!shown.fields().isEmpty() && field.children().stream().noneMatch(child -> shown.fields().contains(child.key()))) {
      faults.add(file, field.id(), "rows of '" + field.shows() + "' without a field that they fill", "fields with the keys " + shown.fields());
    }
  }

  private void checkTargets(String file, Field field) {
    for (var target : field.targets()) {
      var part = contract.part(target);
      if (target.equals("fact") || target.equals(ANSWER)) {
        continue;
      }
      if (part.isEmpty()) {
        faults.add(file, field.id(), "the target '" + target + "'", "a target that is kept, one of " + contract.like(target));
      } else if (field.repeats() != (part.get().kind() == TargetPart.Kind.ROWS) && !(part.get().kind() == TargetPart.Kind.TEXT_OR_ROWS)) {
        faults.add(file, field.id(), "the target '" + target + "' for " + (field.repeats() ? "rows" : "one answer"),
            field.repeats() ? "answer, or a target that takes rows" : "a repeated group, as rows are kept there");
      } else if (!field.repeats()) {
        checkKind(file, field, target, part.get());
      }
    }
  }

  /** What stands in a row is kept by where its group goes; anything else would be lost. */
  private void checkRowTargets(String file, Field group, Field child) {
    for (var target : child.targets()) {
      var part = contract.inRow(group.targets(), target);
      var kept = target.equals(ANSWER) ? group.targets().contains(ANSWER) : part.isPresent() || contract.alongside(group.targets(), target);
      if (!kept) {
        faults.add(file, child.id(), "the target '" + target + "' in rows that go to " + group.targets(),
            "answer where the group goes there too, or what is kept of such rows, one of " + contract.likeInRow(group.targets(), target));
      }
      part.ifPresent(known -> checkKind(file, child, target, known));
    }
  }

  private void checkKind(String file, Field field, String target, TargetPart part) {
    var fits = switch (part.kind()) {
      case DAY -> field.type().equals("datetime");
      case TIME -> field.type().equals("textfield");
      case YES_OR_NO -> field.type().equals("checkbox") || CHOICES.contains(field.type()) && field.options().contains("YES");
      case CHOICE -> CHOICES.contains(field.type()) && part.choices().containsAll(field.options());
      case ROWS -> field.repeats();
      case TEXT, TEXT_OR_ROWS -> WRITTEN.contains(field.type());
    };
    if (!fits) {
      faults.add(file, field.id(), "a " + field.type() + (field.options().isEmpty() ? "" : " of " + field.options()) + " for the target '" + target + "'",
          part.kind().words() + (part.choices().isEmpty() ? "" : " of " + part.choices()));
    }
  }
}
