package org.baton.protocol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.ResolvableType;

/** All that forms can tell Baton and show of it, as the classes declare it that keep it and show it. */
public final class FormContract {

  /** Targets that belong together: what one {@link FormTarget} keeps. */
  public record Thing(Class<?> kept, List<TargetPart> parts) {

    Set<String> paths() {
      return parts.stream().map(TargetPart::path).collect(Collectors.toSet());
    }

    /** The part that a field names so; one that is named exactly goes before one of any word. */
    Optional<TargetPart> part(String target) {
      return parts.stream().filter(part -> part.path().equals(target)).findFirst().or(() -> parts.stream().filter(part -> part.matches(target)).findFirst());
    }
  }

  /**
   * Something that can be shown.
   *
   * @param rows whether as rows, for a repeated group
   * @param fields the keys of the fields that a row fills; empty if it has no rows, or they are not known beforehand
   * @param table the table without which nothing is shown; empty for none
   */
  public record Shown(String path, String about, boolean rows, boolean day, List<String> fields, String table) {}

  private static final int OTHER = 15_000;
  /** As the engine stores a text variable. */
  private static final int FACT = 3_900;

  private final List<Thing> things;
  private final List<Shown> shown;
  private final Map<String, Thing> exact = new HashMap<>();
  /** Those with a part of any word. */
  private final List<Thing> open;
  private final Map<String, Integer> rooms = new HashMap<>(Map.of("fact", FACT));

  private FormContract(List<Thing> things, List<Shown> shown) {
    this.things = things;
    this.shown = shown;
    open = things.stream().filter(thing -> thing.paths().stream().anyMatch(path -> path.endsWith("*"))).toList();
    things.forEach(thing -> thing.paths().forEach(path -> exact.put(path, thing)));
    things.stream().flatMap(thing -> thing.parts().stream()).flatMap(part -> Stream.concat(Stream.of(part), part.row().stream()))
        .filter(part -> !part.path().endsWith("*")).forEach(part -> rooms.merge(part.path(), part.room(), Math::min));
  }

  /**
   * @param targets classes that are {@link FormTarget}s
   * @param shows classes that are {@link FormShow}s
   * @throws IllegalStateException if two keep the same target, or show the same path
   */
  public static FormContract of(Collection<Class<?>> targets, Collection<Class<?>> shows) {
    var things = targets.stream().map(kept -> new Thing(kept, TargetPart.of(said(kept)))).sorted(Comparator.comparing(thing -> thing.parts().get(0).path())).toList();
    var shown = shows.stream().map(FormContract::shown).sorted(Comparator.comparing(Shown::path)).toList();
    once(things.stream().flatMap(thing -> thing.parts().stream()).map(TargetPart::path));
    once(shown.stream().map(Shown::path));
    return new FormContract(things, shown);
  }

  /** The record that a {@link FormTarget} takes. */
  public static Class<?> said(Class<?> target) {
    return ResolvableType.forClass(target).as(FormTarget.class).getGeneric(0).resolve();
  }

  private static Shown shown(Class<?> shows) {
    var value = ResolvableType.forClass(shows).as(FormShow.class).getGeneric(0);
    var declared = shows.getAnnotation(Shows.class);
    var row = value.resolve() == List.class ? value.getGeneric(0).resolve() : null;
    return new Shown(declared.value(), declared.about(), row != null, value.resolve() == LocalDate.class,
        row == null || !row.isRecord() ? List.of() : ShownRows.keys(row), declared.table());
  }

  private static void once(Stream<String> paths) {
    var seen = new TreeSet<String>();
    paths.filter(path -> !seen.add(path)).findFirst().ifPresent(path -> {
      throw new IllegalStateException("Two classes declare '" + path + "'; expected one");
    });
  }

  public List<Thing> things() {
    return things;
  }

  public List<Shown> shown() {
    return shown;
  }

  /** What keeps a target that stands outside rows; that of the exact path goes before that of any word. */
  public Optional<Thing> thing(String target) {
    return Optional.ofNullable(exact.get(target)).or(() -> open.stream().filter(thing -> thing.part(target).isPresent()).findFirst());
  }

  public Optional<TargetPart> part(String target) {
    return thing(target).flatMap(thing -> thing.part(target));
  }

  /** The part of a row that a field names so, where its group has one of these targets. */
  Optional<TargetPart> inRow(List<String> groups, String target) {
    var rows = groups.stream().flatMap(group -> part(group).stream()).toList();
    return rows.stream().flatMap(group -> group.row().stream()).filter(part -> part.path().equals(target)).findFirst()
        .or(() -> rows.stream().flatMap(group -> group.row().stream()).filter(part -> part.matches(target)).findFirst());
  }

  /**
   * A fact that a form sets.
   *
   * @param field the id of the field
   * @param values those that it can have; empty where it can have any
   */
  record Sets(String field, String fact, Set<String> values) {}

  /** The facts that the form sets: fields that are facts themselves, and those that follow from what is kept. */
  Stream<Sets> sets(FormDefinition form) {
    return form.fields().stream().flatMap(field -> Stream.concat(sets(field, target -> part(target)),
        field.children().stream().flatMap(child -> sets(child, target -> inRow(field.targets(), target)))));
  }

  private static Stream<Sets> sets(FormDefinition.Field field, Function<String, Optional<TargetPart>> part) {
    var own = field.isFact() ? Stream.of(new Sets(field.id(), field.key(), field.choices())) : Stream.<Sets>of();
    return Stream.concat(own, field.targets().stream().flatMap(target -> part.apply(target).stream().flatMap(kept -> kept.sets(target).map(fact -> new Sets(field.id(), fact, switch (kept.kind()) {
      case CHOICE -> Set.copyOf(kept.choices());
      case TEXT -> field.choices().stream().filter(choice -> !kept.setsNotWith().contains(choice)).collect(Collectors.toSet());
      default -> Set.of();
    })))));
  }

  /** Whether a row of such a group may name it to show what it is about. */
  boolean alongside(List<String> groups, String target) {
    return groups.stream().flatMap(group -> part(group).stream()).anyMatch(group -> group.alongside().contains(target));
  }

  /** What can be shown under the path; that of the exact path goes before that of any word. */
  public Optional<Shown> shown(String path) {
    return shown.stream().filter(one -> one.path().equals(path)).findFirst().or(() -> shown.stream().filter(one -> TargetPart.matches(one.path(), path)).findFirst());
  }

  /** Targets outside rows, the likest first. */
  Collection<String> like(String target) {
    return Near.first(Stream.concat(Stream.of("fact", "answer"), things.stream().flatMap(thing -> thing.parts().stream()).map(TargetPart::path)).toList(), target);
  }

  /** Targets of the fields in rows of such a group, the likest first. */
  Collection<String> likeInRow(List<String> groups, String target) {
    return Near.first(groups.stream().flatMap(group -> part(group).stream())
        .flatMap(group -> Stream.concat(group.row().stream().map(TargetPart::path), group.alongside().stream())).toList(), target);
  }

  Collection<String> likeShown(String path) {
    return Near.first(shown.stream().map(Shown::path).toList(), path);
  }

  /** The most characters that there is room for under all of these targets, those of rows too. */
  int room(List<String> targets) {
    return targets.stream().mapToInt(target -> Optional.ofNullable(rooms.get(target)).or(() -> part(target).map(TargetPart::room)).orElse(OTHER)).min().orElse(OTHER);
  }

  /** The targets of one form that belong to the same things as those that it names, and that it must name too. */
  public Map<String, Set<String>> missing(Set<String> targets) {
    var missing = new TreeMap<String, Set<String>>();
    var together = new HashMap<Thing, Set<String>>();
    targets.forEach(target -> thing(target).ifPresent(thing -> together.computeIfAbsent(thing, one -> new TreeSet<>()).add(target)));
    together.forEach((thing, named) -> thing.parts().stream().filter(part -> part.needed() && named.stream().noneMatch(part::matches))
        .forEach(part -> missing.put(part.path(), named)));
    return missing;
  }

  static List<String> neededInRow(TargetPart group, Collection<String> named) {
    return new ArrayList<>(group.row().stream().filter(part -> part.needed() && named.stream().noneMatch(part::matches)).map(TargetPart::path).toList());
  }
}
