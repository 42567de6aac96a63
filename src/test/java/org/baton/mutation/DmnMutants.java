package org.baton.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.baton.protocol.Pack;
import org.w3c.dom.Element;

/** What can be taken away from the rules of a table. */
final class DmnMutants {

  private static final Pattern LISTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+");
  private static final Pattern TIME = Pattern.compile("\"(\\d\\d):(\\d\\d)\"");

  private final Pack pack;
  private final String file;
  private final byte[] bytes;
  private final Xml sound;
  private final List<Mutant> mutants = new ArrayList<>();

  DmnMutants(Pack pack, String file) {
    this.pack = pack;
    this.file = file;
    this.bytes = pack.files().content().get(file);
    this.sound = Xml.read(bytes);
  }

  List<Mutant> all() {
    sound.all("rule").forEach(rule -> {
      var clauses = clauses(rule);
      if (!clauses.isEmpty()) {
        of(rule, clauses);
      }
    });
    return mutants;
  }

  private void of(Element rule, List<String> clauses) {
    add(rule, clauses, Kind.RULE, "", copy -> Xml.remove(copy.byId(id(rule))));
    var outputs = Xml.children(rule, "outputEntry");
    for (var column = 0; column < outputs.size(); column++) {
      output(rule, clauses, column);
    }
    var inputs = Xml.children(rule, "inputEntry");
    for (var column = 0; column < inputs.size(); column++) {
      bound(rule, clauses, column);
    }
  }

  private List<String> clauses(Element rule) {
    var key = Xml.children((Element) rule.getParentNode().getParentNode(), "decisionTable").isEmpty() ? "" : ((Element) rule.getParentNode().getParentNode()).getAttribute("id");
    return pack.findTable(key).stream().flatMap(table -> table.model().rules().stream()).filter(one -> one.id().equals(id(rule))).findFirst().map(one -> one.clauses()).orElse(List.of());
  }

  private void output(Element rule, List<String> clauses, int column) {
    var table = (Element) rule.getParentNode();
    var output = Xml.children(table, "output").get(column);
    var now = text(Xml.children(rule, "outputEntry").get(column));
    var other = other(table, output, column, now);
    if (!other.isEmpty() && !other.equals(now)) {
      add(rule, clauses, Kind.OUTPUT, output.getAttribute("name"), copy -> set(Xml.children(copy.byId(id(rule)), "outputEntry").get(column), other));
    }
  }

  /** Another value that may stand there; empty if none is known. */
  private static String other(Element table, Element output, int column, String now) {
    if (now.equals("true") || now.equals("false")) {
      return now.equals("true") ? "false" : "true";
    }
    if (NUMBER.matcher(now).matches()) {
      return String.valueOf(Integer.parseInt(now) + 1);
    }
    var time = TIME.matcher(now);
    if (time.matches()) {
      return "\"%02d:%s\"".formatted((Integer.parseInt(time.group(1)) + 23) % 24, time.group(2));
    }
    var values = new TreeSet<String>();
    Xml.children(output, "outputValues").forEach(listed -> LISTED.matcher(listed.getTextContent()).results().forEach(value -> values.add(value.group())));
    if (values.size() < 2) {
      Xml.children(table, "rule").forEach(rule -> values.add(text(Xml.children(rule, "outputEntry").get(column))));
    }
    values.remove("");
    values.remove(now);
    var higher = values.higher(now);
    return values.isEmpty() ? "" : higher == null ? values.first() : higher;
  }

  private void bound(Element rule, List<String> clauses, int column) {
    var now = text(Xml.children(rule, "inputEntry").get(column));
    if (now.startsWith("\"") || now.equals("-")) {
      return;
    }
    var numbers = NUMBER.matcher(now).results().toList();
    for (var at = 0; at < numbers.size(); at++) {
      var number = numbers.get(at);
      var moved = now.substring(0, number.start()) + (Integer.parseInt(number.group()) + 1) + now.substring(number.end());
      add(rule, clauses, Kind.BOUND, Xml.children((Element) rule.getParentNode(), "input").get(column).getAttribute("id") + " " + at,
          copy -> set(Xml.children(copy.byId(id(rule)), "inputEntry").get(column), moved));
    }
  }

  private void add(Element rule, List<String> clauses, Kind kind, String detail, Consumer<Xml> change) {
    var copy = Xml.read(bytes);
    change.accept(copy);
    mutants.add(new Mutant(pack.authority(), kind, file, id(rule), detail, clauses, Xml.text(rule), copy.bytes()));
  }

  private static String id(Element element) {
    return element.getAttribute("id");
  }

  private static String text(Element entry) {
    return entry.getTextContent().strip();
  }

  private static void set(Element entry, String value) {
    Xml.children(entry, "text").get(0).setTextContent(value);
  }
}
