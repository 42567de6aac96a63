package org.baton.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.baton.protocol.BeanContract;
import org.baton.protocol.Names;
import org.baton.support.DeclaredVocabulary;

/** What the shared models ask a pack for, read from the models themselves. */
final class SharedModels {

  private static final Path FOLDER = Path.of("bpmn/shared");
  private static final Pattern CALL = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\((?:execution|task)((?:, '[\\w.-]+')*)\\)}");
  private static final Pattern ANY_CALL = Pattern.compile("\\$\\{\\w+\\.");
  private static final Pattern LITERAL = Pattern.compile("'([\\w.-]+)'");

  private SharedModels() {}

  /** A line of the page for each model. */
  static List<String> lines() throws IOException {
    try (var files = Files.list(FOLDER)) {
      var lines = new ArrayList<String>();
      for (var file : files.filter(path -> path.toString().endsWith(".bpmn")).sorted().toList()) {
        lines.add("| `" + file.getFileName().toString().replace(".bpmn", "") + "` | " + needs(Files.readString(file)) + " |");
      }
      return lines;
    }
  }

  private static String needs(String model) {
    var own = all(model, "<(?:\\w+:)?process [^>]*?id=\"(\\w+)\"");
    return Stream.of(
        said("form", all(model, "camunda:formRef=\"(\\w+)\"")),
        said("process", all(model, "calledElement=\"(\\w+)\"").stream().filter(process -> !own.contains(process)).toList()),
        said("table", all(model, "camunda:decisionRef=\"(\\w+)\"")),
        rows(model)).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
  }

  private static String rows(String model) {
    var rows = new TreeSet<String>();
    CALL.matcher(model).results().forEach(found -> {
      var literals = LITERAL.matcher(found.group(3)).results().map(one -> one.group(1)).toList();
      DeclaredVocabulary.BEANS.calls().stream().filter(call -> call.name().equals(found.group(1) + "." + found.group(2)) && call.literals().size() == literals.size())
          .findFirst()
          .ifPresentOrElse(call -> rows.addAll(named(call, literals)), () -> {
            throw new AssertionError(found.group() + " is no call that Baton declares");
          });
    });
    assertThat(CALL.matcher(model).results().count()).as("every call is read").isEqualTo(ANY_CALL.matcher(model).results().count());
    return String.join("; ", rows);
  }

  private static List<String> named(BeanContract.Call call, List<String> literals) {
    return IntStream.range(0, literals.size()).filter(at -> call.literals().get(at).names().value() == Names.What.ROW)
        .mapToObj(at -> "row `" + literals.get(at) + "` of `" + call.literals().get(at).names().table() + "`").toList();
  }

  private static List<String> all(String model, String pattern) {
    return Pattern.compile(pattern).matcher(model).results().map(found -> found.group(1)).distinct().sorted().toList();
  }

  private static String said(String what, List<String> names) {
    return names.isEmpty() ? "" : what + " " + names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
