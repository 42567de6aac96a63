package org.baton;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls: what each module may use, and where the engine may be touched. */
class ModularityTest {

  private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.baton");

  @Test
  void modules_use_only_what_they_declare() {
    ApplicationModules.of(Baton.class).verify();
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
}
