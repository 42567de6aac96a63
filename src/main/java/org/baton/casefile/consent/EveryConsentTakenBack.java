package org.baton.casefile.consent;

import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.protocol.Faults;
import org.baton.protocol.FormDefinition;
import org.baton.protocol.Pack;
import org.baton.protocol.PackRule;

/** A form by which somebody takes consent back takes back all that anybody was asked for; otherwise what was left out would stand for ever. */
final class EveryConsentTakenBack implements PackRule {

  private static final String CONSENT = "consent.";

  @Override
  public void check(Pack pack, Faults faults) {
    var asked = pack.forms().stream().flatMap(form -> purposes(pack.form(form))).collect(Collectors.toCollection(TreeSet::new));
    pack.forms().stream().map(pack::form).filter(form -> form.takes("case.reference") && takesBack(form)).forEach(form -> {
      var left = new TreeSet<>(asked);
      left.removeAll(purposes(form).collect(Collectors.toSet()));
      left.forEach(purpose -> faults.add(Pack.file(form), form.id(), "a form by which consent is taken back, without '" + CONSENT + purpose + "'", "that target too, as other forms ask for this consent"));
    });
  }

  private static boolean takesBack(FormDefinition form) {
    return fields(form).anyMatch(field -> field.options().contains(ConsentState.WITHDRAWN.name()) && field.targets().stream().anyMatch(target -> target.startsWith(CONSENT)));
  }

  private static Stream<String> purposes(FormDefinition form) {
    return fields(form).filter(field -> Stream.of(ConsentState.values()).map(Enum::name).anyMatch(field.options()::contains)).flatMap(field -> field.targets().stream())
        .filter(target -> target.startsWith(CONSENT)).map(target -> target.substring(CONSENT.length()));
  }

  private static Stream<FormDefinition.Field> fields(FormDefinition form) {
    return form.fields().stream().flatMap(field -> Stream.concat(Stream.of(field), field.children().stream()));
  }
}
