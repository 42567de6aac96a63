package org.baton.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds what is wrong with the forms of a pack: what Tasklist cannot show, what the server cannot hold to, and answers that nobody keeps. */
final class FormCheck {

  private final PackFiles files;
  private final Map<String, FormDefinition> forms;
  private final FormFileCheck file;
  private final FieldCheck fields;
  private final TargetCheck targets;
  private final FormTextCheck texts;
  private final Faults faults;

  FormCheck(PackFiles files, Map<String, FormDefinition> forms, FieldCheck fields, TargetCheck targets, FormTextCheck texts, Faults faults) {
    this.files = files;
    this.forms = forms;
    this.file = new FormFileCheck(faults);
    this.fields = fields;
    this.targets = targets;
    this.texts = texts;
    this.faults = faults;
  }

  void check() {
    forms.values().forEach(form -> {
      var name = PackCheck.kebab(form.id()) + ".form";
      if (!files.content().containsKey(name)) {
        var where = files.content().keySet().stream().filter(file -> FileNames.isForm(file) && FormDefinition.read(files.content().get(file)).id().equals(form.id())).findFirst().orElse(name);
        faults.add(where, form.id(), "the id '" + form.id() + "' in the file " + where, "the file " + name + ", or the id that the file's name says");
      } else {
        check(name, form);
      }
    });
  }

  private void check(String name, FormDefinition form) {
    var root = FormFileCheck.tree(files.content().get(name));
    if (!file.check(name, root)) {
      return;
    }
    checkIds(name, form);
    var asked = new TreeSet<String>();
    form.fields().stream().map(FormDefinition.Field::key).filter(key -> !key.isEmpty()).forEach(asked::add);
    form.each(field -> {
      fields.check(name, form, field);
      texts.checkCondition(name, field, asked);
    });
    targets.check(name, form);
    checkKeys(name, form.fields());
    form.fields().forEach(field -> checkKeys(name, field.children()));
    texts.checkTexts(name, root, form, asked);
  }

  private void checkIds(String file, FormDefinition form) {
    var ids = new HashSet<String>();
    form.each(field -> {
      if (!field.id().isEmpty() && !ids.add(field.id())) {
        faults.add(file, field.id(), "the id a second time", "each id once, those inside groups included: Tasklist shows no form otherwise");
      }
      if (field.id().isEmpty()) {
        faults.add(file, field.key(), "a component without id", "an id such as field_" + field.key());
      }
    });
  }

  private void checkKeys(String file, List<FormDefinition.Field> fields) {
    var seen = new HashSet<String>();
    fields.stream().filter(field -> !field.key().isEmpty() && !seen.add(field.key()))
        .forEach(field -> faults.add(file, field.id(), "the key '" + field.key() + "' a second time", "each key once"));
  }
}
