package org.baton.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which clauses of the protocol each file of a pack says it carries out, so that none goes missing with a step, a row or a field that
 * somebody takes out. Who means it says so in the name of the deployment: {@code without WAR-3.3a}.
 */
public final class CarriedClauses {

  private static final Pattern SAID = Pattern.compile("without ([A-Z0-9.a-z-]+(?:,\\s*[A-Z0-9.a-z-]+)*)");

  private CarriedClauses() {}

  /**
   * The clauses that a file carried out before and does not any more, and that the name of the deployment does not say it goes without.
   *
   * @param before a pack that was in force
   * @param after a pack without faults
   * @param name of the deployment; null for none
   */
  public static List<PackFault> lost(PackFiles before, PackFiles after, String name) {
    var said = said(name);
    var faults = new ArrayList<PackFault>();
    before.content().forEach((file, bytes) -> {
      if (!Arrays.equals(bytes, after.content().get(file))) {
        var gone = new TreeSet<>(of(before, file));
        gone.removeAll(of(after, file));
        gone.removeAll(said);
        gone.forEach(clause -> faults.add(new PackFault(file, file, "nothing that carries out " + clause + ", which this file did until now",
            "what carries it out, or 'without " + clause + "' in the name of the deployment")));
      }
    });
    return faults;
  }

  /** Those of all files. */
  static Set<String> of(PackFiles files) {
    return files.content().keySet().stream().flatMap(file -> of(files, file).stream()).collect(Collectors.toSet());
  }

  private static Set<String> of(PackFiles files, String file) {
    var bytes = files.content().get(file);
    var clauses = new TreeSet<String>();
    if (bytes == null) {
      return clauses;
    }
    if (FileNames.isModel(file)) {
      BpmnFile.read(bytes).elements("*").forEach(element -> clauses.addAll(BpmnFile.clauses(element)));
    } else if (FileNames.isTable(file)) {
      DmnTables.read(bytes).forEach(table -> table.rules().forEach(rule -> clauses.addAll(rule.clauses())));
    } else if (FileNames.isForm(file)) {
      FormDefinition.read(bytes).each(field -> clauses.addAll(field.clauses()));
    } else if (file.equals(PackFiles.PROFILE)) {
      var profile = Pack.readProfile(bytes);
      profile.services().stream().map(Profile.Service::clause).filter(clause -> clause != null).forEach(clauses::add);
      profile.carriedOut().values().forEach(named -> clauses.addAll(DecisionTable.clauses(named + ":")));
    }
    return clauses;
  }

  private static Set<String> said(String name) {
    var said = new TreeSet<String>();
    if (name != null) {
      SAID.matcher(name).results().forEach(found -> said.addAll(List.of(found.group(1).split(",\\s*"))));
    }
    return said;
  }
}
