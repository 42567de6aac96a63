package org.baton.protocol;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the files of a pack name, for cells of tables and for letters that refer to it.
 *
 * @param letters file names below {@code templates/}
 * @param answers keys of the answers that forms keep with a case
 * @param days those of them that are dates
 * @param routes the ways that a referral form offers; empty where none does
 * @param processes ids of the processes of the models
 * @param anchors what deadlines count from beside such days
 * @param personal by letters, the names in them that say whom a family is or what was said of it
 */
public record PackWords(Set<String> roles, Set<String> services, Set<String> forums, Set<String> sectors, Set<String> letters, Set<String> answers,
    Set<String> days, Set<String> routes, Set<String> processes, Set<String> anchors, Map<String, Set<String>> personal) {

  static PackWords of(PackFiles files, Profile profile, Map<String, TableModel> tables, Map<String, FormDefinition> forms,
      Set<String> processes, PackVocabulary vocabulary) {
    return new PackWords(
        Optional.ofNullable(tables.get("role")).map(table -> sorted(table.names().stream())).orElse(Set.of()),
        sorted(profile.services().stream().map(Profile.Service::id)),
        sorted(profile.forums().stream().map(Profile.Forum::id)),
        sorted(profile.services().stream().map(Profile.Service::sector).filter(sector -> sector != null)),
        sorted(files.content().keySet().stream().filter(FileNames::isLetter).map(name -> name.substring(PackFiles.LETTERS.length()))),
        sorted(fields(forms).filter(field -> field.targets().contains("answer")).map(FormDefinition.Field::key)),
        sorted(fields(forms).filter(field -> field.targets().contains("answer") && field.type().equals("datetime")).map(FormDefinition.Field::key)),
        sorted(fields(forms).filter(field -> field.targets().contains("case.route")).flatMap(field -> field.options().stream())),
        sorted(processes.stream()),
        vocabulary.anchors(),
        personal(files, vocabulary.personalNames()));
  }

  private static Map<String, Set<String>> personal(PackFiles files, Set<String> names) {
    var personal = new TreeMap<String, Set<String>>();
    files.letters().forEach((letter, text) -> personal.put(letter, Placeholders.readable(text).stream().filter(name -> names.contains(name) || Placeholders.isAnswer(name)).collect(Collectors.toCollection(TreeSet::new))));
    return personal;
  }

  private static Stream<FormDefinition.Field> fields(Map<String, FormDefinition> forms) {
    return forms.values().stream().flatMap(form -> form.fields().stream());
  }

  private static Set<String> sorted(Stream<String> names) {
    return names.filter(name -> name != null && !name.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
  }
}
