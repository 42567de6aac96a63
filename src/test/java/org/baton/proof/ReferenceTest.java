package org.baton.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.protocol.Cell;
import org.baton.protocol.Fact;
import org.baton.protocol.Known;
import org.baton.protocol.LetterData;
import org.baton.protocol.Moment;
import org.baton.protocol.Pack;
import org.baton.protocol.PackFiles;
import org.baton.protocol.Sentences;
import org.baton.protocol.TableContract;
import org.baton.protocol.TargetPart;
import org.baton.support.DeclaredVocabulary;
import org.junit.jupiter.api.Test;
import org.springframework.util.StringUtils;

/** {@code docs/reference.md} is what the code declares. Written anew by {@code mvn test -Dtest=ReferenceTest -Dbaton.write=true}. */
class ReferenceTest {

  private static final Pattern RESULT = Pattern.compile("camunda:resultVariable=\"(\\w+)\"");
  private static final Path PAGE = Path.of("docs/reference.md");

  @Test
  void the_page_says_what_packs_can_name() throws IOException {
    var page = page();
    if (Boolean.getBoolean("baton.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  @Test
  void the_facts_that_packs_may_say_themselves_are_those_that_the_page_names() {
    var said = new TreeSet<String>();
    PackFiles.shippedAuthorities().stream().map(authority -> new Pack("shipped", PackFiles.shipped(authority, new ArrayList<>()))).forEach(pack -> {
      pack.forms().forEach(form -> pack.form(form).each(field -> said.addAll(field.isFact() ? List.of(field.key()) : List.of())));
      pack.files().content().forEach((name, bytes) -> RESULT.matcher(name.endsWith(".bpmn") ? new String(bytes, StandardCharsets.UTF_8) : "").results().forEach(found -> said.add(found.group(1))));
    });
    said.retainAll(Fact.all());
    assertThat(said).containsExactly("acceptance", "forum", "panelOutcome");
  }

  private static String page() throws IOException {
    var lines = new ArrayList<String>();
    lines.add("# What a pack can name\n");
    lines.add("Generated from the code by `mvn test -Dtest=ReferenceTest -Dbaton.write=true`; a test compares it. How to use it: [add an authority](how-to/add-an-authority.md),"
        + " [change a rule](how-to/change-a-rule.md).\n");
    lines.add("- [What forms can tell](#what-forms-can-tell)\n- [What forms can show](#what-forms-can-show)\n- [Tables that Baton reads](#tables-that-baton-reads)\n- [Calls that models can make](#calls-that-models-can-make)\n- [What shared models need](#what-shared-models-need)\n- [Facts that Baton sets](#facts-that-baton-sets)\n"
        + "- [Instants that deadlines count from](#instants-that-deadlines-count-from)\n- [Names that letters can say](#names-that-letters-can-say)\n- [Sentences that Baton says](#sentences-that-baton-says)\n");
    targets(lines);
    shown(lines);
    tables(lines);
    calls(lines);
    lines.add("## What shared models need\n\nOf a pack that takes them. A row is one that the model names; the table may have more.\n\n| model | needs |\n|---|---|");
    lines.addAll(SharedModels.lines());
    lines.add("\n## Facts that Baton sets\n\nNo form and no table of a pack sets them, but for `forum`, `acceptance` and `panelOutcome`.\n");
    lines.add(list(Fact.all().stream().sorted().toList()));
    lines.add("## Instants that deadlines count from\n\nIn the column `countedFrom` of the table `deadline`, beside the key of any day that a form asks for (target `answer`). A step that counts from one stands where it is known.\n\n| instant | what it is | known from |\n|---|---|---|");
    var vocabulary = new DeclaredVocabulary();
    vocabulary.anchorsInWords().forEach((name, words) -> lines.add("| `" + name + "` | " + words + " | " + from(vocabulary.anchorMoments().get(name)) + " |"));
    lines.add("\n## Names that letters can say\n\nBetween `{{` and `}}`, in letters and entries. The latest answer to a field of the target `answer` is `{{answer.<key>}}`, in the words of the form, within a section `{{#answer.<key>}}` ... `{{/answer.<key>}}`, as it may not have been given; a letter with one is locked. A letter with a name that says whom a family is"
        + " or what was said of it is locked (`encrypted` in the table `notice`). A name outside a section `{{#name}}` ... `{{/name}}` stands in letters that are sent once it is known.\n\n| name | known from | only in locked letters |\n|---|---|---|");
    vocabulary.letterNames().stream().filter(name -> !name.equals(LetterData.ANSWER)).sorted().forEach(name -> lines.add("| `" + name + "` | " + from(vocabulary.letterMoments().get(name)) + " | " + (vocabulary.personalNames().contains(name) ? "yes" : "") + " |"));
    lines.add("\n## Sentences that Baton says\n\nIn chronologies, minutes, papers and reasons. An authority says one in its own words by a line in `templates/<authority>/sentences.yaml`"
        + " (`agenda.notReached: Time ran out`), with names that the sentence has here.\n\n| sentence | words |\n|---|---|");
    Sentences.shared().forEach((name, words) -> lines.add("| `" + name + "` | " + words.replace("\n", "<br>").replace("|", "\\|") + " |"));
    return String.join("\n", lines).stripTrailing() + "\n";
  }

  private static String from(Moment moment) {
    return moment == null ? "" : moment.from();
  }

  private static void targets(List<String> lines) {
    lines.add("## What forms can tell\n\nIn `properties.target` of a field; several are parted by commas. Beside these: `fact` (the answer becomes an engine fact, for gateways and tables) and `answer`"
        + " (kept with the case under the key of the field). `*` is a word of your own; in a fact that is set, the same with a capital: `consent.triage` sets `consentTriage`. What belongs together is kept together: where a form names one of a group, it names all that are needed.\n");
    lines.add("| target | field | needed | what it says |\n|---|---|---|---|");
    DeclaredVocabulary.FORMS.things().forEach(thing -> thing.parts().forEach(part -> {
      lines.add(row(part, ""));
      part.row().forEach(child -> lines.add(row(child, "- ")));
      part.alongside().forEach(path -> lines.add("| - `" + path + "` | a text | | Only shows what the row is about |"));
    }));
    lines.add("");
  }

  private static String row(TargetPart part, String indent) {
    return "| " + indent + "`" + part.path() + "` | " + part.kind().words() + (part.choices().isEmpty() ? "" : " of " + part.choices().stream().map(one -> "`" + one + "`")
        .collect(Collectors.joining(", "))) + " | " + (part.needed() ? "yes" : "") + " | " + part.about() + (part.sets().isEmpty() ? ""
        : ". Sets " + part.sets().stream().sorted().map(fact -> "`" + fact + "`").collect(Collectors.joining(", "))) + " |";
  }

  private static void shown(List<String> lines) {
    lines.add("## What forms can show\n\nIn `properties.shows` of a field. Rows fill the fields of a repeated group that have these keys.\n");
    lines.add("| path | in | what is shown |\n|---|---|---|");
    DeclaredVocabulary.FORMS.shown().forEach(shown -> lines.add("| `" + shown.path() + "` | " + (shown.rows() ? "a repeated group" + (shown.fields().isEmpty() ? ""
        : ": " + shown.fields().stream().map(key -> "`" + key + "`").collect(Collectors.joining(", "))) : shown.day() ? "a date" : "a text") + " | " + shown.about() + (shown.table().isEmpty() ? "" : ". Needs the table `" + shown.table() + "`") + " |"));
    lines.add("");
  }

  private static void tables(List<String> lines) {
    lines.add("## Tables that Baton reads\n\nEvery row of them is read before a pack comes into force. Further tables are the pack's own: a model asks them by a business rule task.\n");
    DeclaredVocabulary.TABLES.shapes().forEach((key, shape) -> {
      lines.add("### `" + key + "`\n\n" + shape.declared().about() + ". " + when(shape) + ".\n");
      lines.add("| column | headed | what may stand there |\n|---|---|---|");
      shape.inputs().forEach(column -> lines.add("| `" + column.name() + "` (in) | | " + words(column) + " |"));
      shape.outputs().forEach(column -> lines.add("| `" + column.name() + "` | " + column.head() + " | " + words(column) + (column.needed() ? "" : "; the column may be left out") + " |"));
      lines.add("");
    });
  }

  private static void calls(List<String> lines) {
    lines.add("## Calls that models can make\n\nAs `${bean.method(execution, 'literal')}`; Camunda Modeler offers each as an element template.\n");
    lines.add("| call | at | what it does | sets | needs |\n|---|---|---|---|---|");
    DeclaredVocabulary.BEANS.calls().forEach(call -> lines.add("| `" + call.name() + "`" + call.literals().stream().map(literal -> "<br>`" + literal.name() + "`: "
            + StringUtils.uncapitalize(literal.names().about()) + (literal.names().table().isEmpty() ? "" : " (`" + literal.names().table() + "`)")).collect(Collectors.joining()) + " | "
        + switch (call.declared().at()) {
          case STEP -> "a service task";
          case OUTSIDE -> "an asynchronous service task";
          case COLLECTION -> "the collection of a step, each as `" + call.declared().each() + "`";
          case DUTY -> "the date of a boundary timer";
          case WAIT -> "the date of a timer";
          case GROUP -> "the candidate groups of a user task";
        } + " | " + call.declared().value() + " | " + Arrays.stream(call.declared().sets()).map(fact -> "`" + fact + "`").collect(Collectors.joining(", ")) + " | "
        + Stream.of(Arrays.stream(call.declared().needs()).map(Moment::inWords), Arrays.stream(call.declared().reads()).map(fact -> "`" + fact + "`"),
            Stream.of(call.declared().notBefore()).filter(row -> !row.isEmpty()).map(row -> "no wait for it that is over before the deadline `" + row + "`")).flatMap(part -> part).collect(Collectors.joining(", ")) + " |"));
    lines.add("");
  }

  private static String when(TableContract.Shape shape) {
    return (shape.declared().always() ? "Every pack has it" : shape.declared().neededBy().isEmpty() ? "A pack may leave it out"
        : "Needed by a pack whose models call `" + shape.declared().neededBy() + "`") + (shape.declared().several() ? "; several rows answer (hit policy COLLECT)" : "; one row answers (UNIQUE)")
        + (shape.declared().asksFor().length == 0 ? "" : ". Baton itself asks for the rows " + Arrays.stream(shape.declared().asksFor()).map(row -> "`" + row + "`").collect(Collectors.joining(", ")));
  }

  private static String words(TableContract.Column column) {
    var said = column.declared();
    if (!column.choices().isEmpty()) {
      return column.choices().stream().map(one -> "`" + one + "`").collect(Collectors.joining(", "))
          + Arrays.stream(said.bars()).map(bars -> ". Where it answers `" + bars.word() + "`, " + bars.what() + " is refused, there and in what is called").collect(Collectors.joining());
    }
    if (said.of().length + said.or().length > 0) {
      var named = Arrays.stream(said.of()).map(Known::inWords).collect(Collectors.joining(", "));
      return named + (said.or().length == 0 ? "" : ", or " + Arrays.stream(said.or()).map(one -> "`" + one + "`").collect(Collectors.joining(", ")))
          + (said.listed() ? ", or a value that the column lists" : "");
    }
    if (said.lists()) {
      return "a text of " + said.room() + " characters at most, one that the column lists";
    }
    return switch (column.type()) {
      case "boolean" -> "true or false";
      case "integer" -> "a whole number from " + said.least() + " to " + said.most();
      default -> said.name() == Cell.Name.ANY ? "a text of " + said.room() + " characters at most" : "a name of the pack's own, of " + said.room() + " characters at most";
    };
  }

  private static String list(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")) + ".\n";
  }
}
