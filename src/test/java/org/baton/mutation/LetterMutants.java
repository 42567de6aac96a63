package org.baton.mutation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.baton.protocol.Pack;

/** What can be taken away from the letters, papers and entries that rules of tables name: what each says of the case. */
final class LetterMutants {

  private static final String FOLDER = "templates/";
  private static final Pattern PLACE = Pattern.compile("\\{\\{([^#^/{}][^{}]*)}}");

  private final Pack pack;

  LetterMutants(Pack pack) {
    this.pack = pack;
  }

  List<Mutant> all() {
    var mutants = new ArrayList<Mutant>();
    pack.files().content().keySet().stream().filter(name -> name.startsWith(FOLDER) && name.endsWith(".txt")).forEach(name -> {
      var clauses = clauses(name.substring(FOLDER.length()));
      var text = new String(pack.files().content().get(name), StandardCharsets.UTF_8);
      if (!clauses.isEmpty()) {
        new TreeSet<>(PLACE.matcher(text).results().map(place -> place.group(1)).toList()).forEach(place -> mutants.add(new Mutant(pack.authority(), Kind.PLACEHOLDER, name, name.substring(FOLDER.length()), place, clauses, text,
            text.replace("{{" + place + "}}", "").getBytes(StandardCharsets.UTF_8))));
      }
    });
    return mutants;
  }

  /** Of the rules that name the file in an answer. */
  private List<String> clauses(String letter) {
    return pack.tables().stream().flatMap(key -> pack.table(key).model().rules().stream()).filter(rule -> rule.outputs().contains("\"" + letter + "\""))
        .flatMap(rule -> rule.clauses().stream()).distinct().sorted().toList();
  }
}
