package org.baton.protocol;

import java.util.Set;
import java.util.TreeSet;

/** Finds conditions of forms that compare with what is never there: the field would always be hidden, or always be asked. */
final class ConditionCheck {

  private final ModelSources pack;
  private final FactValues values;
  private final Faults faults;

  ConditionCheck(ModelSources pack, Faults faults) {
    this.pack = pack;
    this.values = new FactValues(pack);
    this.faults = faults;
  }

  void check() {
    pack.forms().values().forEach(form -> form.each(field -> field.hide().ifPresent(hide -> FormCondition.comparisons(hide).forEach(compared -> {
      var known = known(form, compared.name());
      if (!known.isEmpty() && !known.contains(compared.constant())) {
        faults.add(PackCheck.kebab(form.id()) + ".form", field.id(), "a condition on '" + compared.name() + "' being '" + compared.constant() + "', which it never is", "one of " + new TreeSet<>(known));
      }
    }))));
  }

  /** What the form itself asks goes before what a fact was; empty where it can be anything. */
  private Set<String> known(FormDefinition form, String name) {
    return form.fields().stream().filter(field -> field.key().equals(name) && field.takesAnswer()).findFirst().map(FormDefinition.Field::choices).orElseGet(() -> values.of(name));
  }
}
