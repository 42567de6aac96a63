package org.baton.casefile.consent;

import java.util.TreeSet;
import org.baton.protocol.Faults;
import org.baton.protocol.FormDefinition;
import org.baton.protocol.Pack;
import org.baton.protocol.PackRule;

/** A form by which somebody takes consent back takes back all that anybody was asked for; otherwise what was left out would stand for ever. */
final class EveryConsentTakenBack implements PackRule {

  @Override
  public void check(Pack pack, Faults faults) {
    var asked = Purposes.askedFor(pack);
    pack.forms().stream().map(pack::form).filter(form -> form.takes("case.reference") && takesBack(form)).forEach(form -> {
      var left = new TreeSet<>(asked);
      left.removeAll(Purposes.of(form));
      left.forEach(purpose -> faults.add(Pack.file(form), form.id(), "a form by which consent is taken back, without '" + Purposes.CONSENT + purpose + "'", "that target too, as other forms ask for this consent"));
    });
  }

  private static boolean takesBack(FormDefinition form) {
    return Purposes.fields(form).anyMatch(field -> field.options().contains(ConsentState.WITHDRAWN.name()) && field.targets().stream().anyMatch(target -> target.startsWith(Purposes.CONSENT)));
  }
}
