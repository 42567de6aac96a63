package org.baton.story;

import java.util.List;
import org.baton.protocol.Pack;

/** A file of examples, whatever they are of. */
interface Examples<R> {

  List<Example<R>> examples();

  /** @throws AssertionError which says what is otherwise in the pack */
  void require(Pack pack, R row);

  /** As {@link #require(Pack, Object)}, of each row of the examples that say so. */
  default void require(Pack pack, String says) {
    examples().stream().filter(example -> example.says().equals(says)).flatMap(example -> example.rows().stream()).forEach(row -> require(pack, row));
  }

  /** @param name as {@link PackYaml#names} gives it, whose ending says what they are of */
  static Examples<?> read(String name) {
    var file = PackYaml.file("examples", name);
    if (name.endsWith(PackYaml.FORM)) {
      return FormExampleFile.read(file);
    }
    if (name.endsWith(PackYaml.LETTER)) {
      return LetterExampleFile.read(file);
    }
    return name.endsWith(PackYaml.STEPS) ? StepExampleFile.read(file) : ExampleFile.read(file);
  }
}
