package org.baton.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds what is wrong with the words of a form and with its conditions. */
final class FormTextCheck {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]{0,200})}}");
  private static final Pattern FOREIGN = Pattern.compile("<[a-zA-Z!/?]|//|!\\[|(?i)\\b(https?|javascript|data|file|ftp):");

  private final Set<String> facts;
  private final Faults faults;

  /** @param facts the names that conditions can ask beside the answers of their form */
  FormTextCheck(Set<String> facts, Faults faults) {
    this.facts = facts;
    this.faults = faults;
  }

  /** Rows are judged by what the form asks outside them, as the server has no more to hand. */
  void checkCondition(String file, FormDefinition.Field field, Set<String> asked) {
    field.hide().ifPresent(hide -> FormCondition.names(hide).ifPresentOrElse(
        names -> names.stream().filter(name -> !asked.contains(name) && !facts.contains(name)).forEach(name ->
            faults.add(file, field.id(), "a condition on '" + name + "'", "the key of a field of this form outside rows, or a fact of the pack")),
        () -> faults.add(file, field.id(), "the condition '" + hide + "'", FormCondition.EXPECTED)));
  }

  void checkTexts(String file, JsonNode parent, FormDefinition form, Set<String> asked) {
    var known = new TreeSet<>(asked);
    form.each(field -> known.add(field.shownAs()));
    parent.path("components").forEach(component -> {
      for (var setting : List.of("text", "label", "description", "dateLabel", "timeLabel")) {
        checkText(file, component.path("id").asText(), component.path(setting).asText(), known);
      }
      component.path("values").forEach(value -> checkText(file, component.path("id").asText(), value.path("label").asText(), known));
      checkTexts(file, component, form, asked);
    });
  }

  private void checkText(String file, String id, String text, Set<String> known) {
    if (text.startsWith("=")) {
      faults.add(file, id, "the calculation '" + text + "'", "a text");
    }
    var foreign = FOREIGN.matcher(text);
    if (foreign.find()) {
      faults.add(file, id, "'" + foreign.group() + "' in a text", "plain text with Markdown: no HTML, no pictures and no links to other places");
    }
    var rest = PLACEHOLDER.matcher(text).replaceAll(match -> {
      if (!known.contains(match.group(1).strip()) && !facts.contains(match.group(1).strip())) {
        faults.add(file, id, "{{" + match.group(1) + "}}", "the key of a field, what the form shows, or a fact, one of " + Near.first(known, match.group(1)));
      }
      return "";
    });
    if (rest.contains("{{")) {
      faults.add(file, id, "'{{' without a name", "{{name}}");
    }
  }
}
