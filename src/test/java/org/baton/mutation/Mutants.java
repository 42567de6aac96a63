package org.baton.mutation;

import java.util.ArrayList;
import java.util.List;
import org.baton.protocol.BpmnFile;
import org.baton.protocol.Pack;
import org.baton.protocol.PackFiles;
import org.w3c.dom.Element;

/** Everything that can be taken away from what carries out a clause of an authority, one thing at a time. */
final class Mutants {

  private Mutants() {}

  /** In the order of the files' names; none of a pack whose elements name no clause. */
  static List<Mutant> of(String authority) {
    var pack = new Pack("shipped", PackFiles.shipped(authority, new ArrayList<>()));
    var mutants = new ArrayList<Mutant>();
    pack.files().content().keySet().forEach(file -> {
      if (file.endsWith(".bpmn")) {
        mutants.addAll(new BpmnMutants(pack, file, (name, element) -> clauses(pack, name, element)).all());
      } else if (file.endsWith(".dmn")) {
        mutants.addAll(new DmnMutants(pack, file).all());
      } else if (file.endsWith(".form")) {
        mutants.addAll(new FormMutants(pack, file, pack.profile()::carriedOut).all());
      }
    });
    mutants.addAll(new LetterMutants(pack).all());
    mutants.addAll(new ProfileMutants(pack).all());
    return mutants;
  }

  private static List<String> clauses(Pack pack, String file, Element element) {
    var clauses = new ArrayList<>(BpmnFile.clauses(element));
    clauses.addAll(pack.profile().carriedOut(file, element.getAttribute("id")));
    return clauses;
  }
}
