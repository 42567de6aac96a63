package org.baton;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.protocol.Clause;
import org.baton.protocol.Pack;
import org.baton.protocol.PackFiles;
import org.baton.protocol.PackVocabulary;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** The walls: what each module may use, and where the engine may be touched. */
class ModularityTest {

  private static final int MOST_OFFERED = 12;
  /** Texts of Java code, in one of the first two groups; comments and single characters are passed over. */
  private static final Pattern TEXT = Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"|//[^\n]*|/\\*.*?\\*/|'(?:[^'\\\\]|\\\\.)+'", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\\w(?:[\\w.-]*\\w)?");
  /** Whose text names a clause all the same. */
  private static final Map<String, Set<String>> NAMES_A_CLAUSE = Map.of(
      // An example of how the description of a row begins.
      "TableCheck.java", Set.of("WAR-4.3a"));

  private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.baton");

  @Test
  void modules_use_only_what_they_declare() {
    ApplicationModules.of(Baton.class).verify();
  }

  @Test
  void code_names_no_clause_as_the_profile_says_which_clauses_it_carries_out() throws IOException {
    var clauses = PackFiles.shippedAuthorities().stream().flatMap(authority -> new Pack("shipped", PackFiles.shipped(authority, new ArrayList<>())).catalogue().clauses().stream())
        .map(Clause::id).collect(Collectors.toSet());
    assertThat(clauses).contains("WAR-1.1a", "NEL-SD-1", "CAM-ROL-2").hasSizeGreaterThan(300);
    var named = new TreeMap<String, Set<String>>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        var found = texts(file).flatMap(text -> WORD.matcher(text).results()).map(MatchResult::group).filter(clauses::contains).collect(Collectors.toSet());
        if (!found.isEmpty()) {
          named.put(file.getFileName().toString(), found);
        }
      }
    }
    assertThat(named).containsExactlyInAnyOrderEntriesOf(NAMES_A_CLAUSE);
  }

  private static Stream<String> texts(Path file) throws IOException {
    return TEXT.matcher(Files.readString(file)).results().map(found -> found.group(1) == null ? found.group(2) : found.group(1)).filter(Objects::nonNull);
  }

  @Test
  void the_pages_that_a_profile_can_name_are_those_that_there_are() throws IOException {
    try (var pages = Files.list(Path.of("src/main/resources/pages"))) {
      assertThat(pages.map(page -> page.getFileName().toString().replace(".html", ""))).containsExactlyInAnyOrderElementsOf(PackVocabulary.PAGES);
    }
  }

  @Test
  void engine_types_stay_in_process_packages_and_the_platform() {
    noClasses().that().resideOutsideOfPackages("..process..", "org.baton.platform..", "org.baton.protocol")
        .should().dependOnClassesThat().resideInAPackage("org.camunda.bpm..")
        .because("a move to a maintained fork of the engine must stay mechanical").check(CLASSES);
    noClasses().that().resideInAPackage("org.baton.protocol")
        .should().dependOnClassesThat(resideInAnyPackage("org.camunda.bpm.engine.impl..", "org.camunda.bpm.engine.runtime..", "org.camunda.bpm.engine.repository.."))
        .because("packs are read with the DMN library alone").check(CLASSES);
  }

  @Test
  void engine_internals_stay_in_the_platform() {
    noClasses().that().resideOutsideOfPackage("org.baton.platform..")
        .should().dependOnClassesThat().resideInAPackage("org.camunda.bpm.engine.impl..").check(CLASSES);
  }

  @Test
  void nothing_looks_up_the_newest_version_of_a_running_thing() {
    noClasses().that().resideOutsideOfPackage("..demo..").should()
        .callMethod(RuntimeService.class, "startProcessInstanceByKey", String.class)
        .orShould().callMethod(ProcessDefinitionQuery.class, "latestVersion")
        .because("a case ends under the protocol it began under").check(CLASSES);
  }

  @Test
  void native_queries_are_not_used() {
    noClasses().should().callMethodWhere(DescribedPredicate.describe("is a native query",
        call -> call.getName().startsWith("createNative"))).check(CLASSES);
  }

  /** What has more to offer is about more than one thing. The sizes of classes and methods are Checkstyle's. */
  @Test
  void a_service_offers_twelve_methods_at_most() {
    classes().that().areAnnotatedWith(Service.class).should(new ArchCondition<>("have 12 public methods at most") {
      @Override
      public void check(JavaClass service, ConditionEvents events) {
        var offered = service.getMethods().stream().filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)).count();
        events.add(new SimpleConditionEvent(service, offered <= MOST_OFFERED, service.getSimpleName() + " has " + offered + " public methods"));
      }
    }).check(CLASSES);
  }

  /** The engine's own services are made after what it calls: beside it, in {@code process} and {@code platform}, that is no fault of ours. */
  @Test
  void no_component_beside_the_engine_needs_one_that_is_made_later() {
    var components = CLASSES.that(metaAnnotatedWith(Component.class)).that(resideOutsideOfPackages("..process..", "org.baton.platform.."));
    assertThat(components).hasSizeGreaterThan(100);
    var waiting = components.stream().filter(component -> component.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass)
        .anyMatch(needed -> needed.isAssignableTo(ObjectFactory.class) || needed.isEquivalentTo(Lazy.class))).map(JavaClass::getName).toList();
    assertThat(waiting).as("a circle of components is a fault of the cut").isEmpty();
  }
}
