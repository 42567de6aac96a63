package org.baton;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.baton.protocol.Pack;
import org.baton.protocol.PackFiles;
import org.baton.protocol.PackVocabulary;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Service;

/** The walls: what each module may use, and where the engine may be touched. */
class ModularityTest {

  private static final int MOST_OFFERED = 12;
  /** Clauses begin with the letters of an authority, all else with others. */
  private static final String CLAUSE = "\"(?:%s)-\\d[\\w.]*\"";

  private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.baton");

  @Test
  void modules_use_only_what_they_declare() {
    ApplicationModules.of(Baton.class).verify();
  }

  @Test
  void code_names_no_clause_as_the_profile_says_which_clauses_it_carries_out() throws IOException {
    var clause = Pattern.compile(CLAUSE.formatted(String.join("|", PackFiles.shippedAuthorities().stream()
        .map(authority -> new Pack("shipped", PackFiles.shipped(authority, new ArrayList<>())).profile().caseNumberPrefix()).toList())));
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        assertThat(clause.matcher(Files.readString(file)).results().map(MatchResult::group).toList()).as("%s", file).isEmpty();
      }
    }
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
  void a_service_offers_twelve_methods_at_most_and_needs_none_that_is_made_later() {
    classes().that().areAnnotatedWith(Service.class).should(new ArchCondition<>("have 12 public methods at most") {
      @Override
      public void check(JavaClass service, ConditionEvents events) {
        var offered = service.getMethods().stream().filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)).count();
        events.add(new SimpleConditionEvent(service, offered <= MOST_OFFERED, service.getSimpleName() + " has " + offered + " public methods"));
      }
    }).check(CLASSES);
    noClasses().that().areAnnotatedWith(Service.class).should().dependOnClassesThat().areAssignableTo(ObjectProvider.class)
        .orShould().dependOnClassesThat().areAssignableTo(Lazy.class).because("a circle of services is a fault of the cut").check(CLASSES);
  }
}
