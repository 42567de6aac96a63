package org.baton.casefile.consent;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.protocol.FormDefinition;
import org.baton.protocol.Pack;

/** What for forms ask for consent. */
final class Purposes {

  static final String CONSENT = "consent.";

  private Purposes() {}

  static SortedSet<String> askedFor(Pack pack) {
    return pack.forms().stream().flatMap(form -> of(pack.form(form)).stream()).collect(Collectors.toCollection(TreeSet::new));
  }

  static SortedSet<String> of(FormDefinition form) {
    return fields(form).filter(field -> Stream.of(ConsentState.values()).map(Enum::name).anyMatch(field.options()::contains)).flatMap(field -> field.targets().stream())
        .filter(target -> target.startsWith(CONSENT)).map(target -> target.substring(CONSENT.length())).collect(Collectors.toCollection(TreeSet::new));
  }

  static Stream<FormDefinition.Field> fields(FormDefinition form) {
    return form.fields().stream().flatMap(field -> Stream.concat(Stream.of(field), field.children().stream()));
  }
}
