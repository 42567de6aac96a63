package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.baton.support.Rest;
import org.baton.support.Story;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.ModelParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the engine is set to, where its own default would be open. */
@ExtendWith(OutputCaptureExtension.class)
class HardeningTest extends Story {

  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test)(?:\\.(\\w+))?`");

  @Autowired private ProcessEngine engine;
  @LocalServerPort private int port;

  @Test
  void no_script_can_run() {
    assertThat(new ScriptEngineManager().getEngineFactories()).as("the engine's own two, which no element of a model that the check takes can call")
        .extracting(ScriptEngineFactory::getLanguageName).allMatch(language -> language.toLowerCase().contains("feel") || language.equals("JSP 2.1 EL"));
  }

  @Test
  void a_model_with_a_document_type_is_not_read() {
    var model = "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"x\">&e;</definitions>";
    assertThatThrownBy(() -> Bpmn.readModelFromStream(new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)))).isInstanceOf(ModelParseException.class);
    assertThat(configuration().isEnableXxeProcessing()).isFalse();
  }

  @Test
  void what_a_person_does_stands_in_the_operation_log_with_that_person() {
    var id = referral("warwickshire", with("route", "ROUTE_3", "district", "RUGBY", "immediateConcern", "NO"));
    var task = task(tasksOf(id), "Check consent").getId();
    assertThat(Rest.as("business-support.war", port).post("/engine-rest/task/" + task + "/claim", Map.of("userId", "business-support.war")).status()).isEqualTo(204);
    assertThat(historyOf(task)).contains("business-support.war");
  }

  @Test
  void history_goes_by_itself_when_its_time_is_over_and_every_model_has_such_a_time() {
    assertThat(configuration().getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00");
    assertThat(configuration().isEnforceHistoryTimeToLive()).isTrue();
    assertThat(repositoryService.createProcessDefinitionQuery().listPage(0, 500)).isNotEmpty()
        .allSatisfy(definition -> assertThat(definition.getHistoryTimeToLive()).as(definition.getKey()).isPositive());
  }

  @Test
  void ids_have_letters_that_mean_nothing_anywhere_and_leave_room_for_no_path() {
    assertThatThrownBy(() -> save("../admin")).hasMessageContaining("has an invalid id");
    assertThatThrownBy(() -> save("a b")).hasMessageContaining("has an invalid id");
  }

  @Test
  void a_wrong_login_is_logged_with_its_user_and_without_its_password(CapturedOutput log) {
    assertThat(Rest.as("chair.war", "Guessed-Wrong-77", port).get("/api/cases").status()).isEqualTo(401);
    assertThat(log).contains("chair.war").doesNotContain("Guessed-Wrong-77");
    assertThat(configuration().isWebappsAuthenticationLoggingEnabled()).isTrue();
  }

  /** The table of what holds names tests that there are. */
  @Test
  void every_test_that_the_security_page_names_exists() throws Exception {
    var page = Files.readString(Path.of("docs/security.md"));
    try (var files = Files.walk(Path.of("src/test/java"))) {
      var sources = files.filter(file -> file.toString().endsWith("Test.java")).toList();
      var named = NAMED.matcher(page);
      var seen = 0;
      while (named.find()) {
        seen++;
        var source = sources.stream().filter(file -> file.endsWith(named.group(1) + ".java")).findFirst();
        assertThat(source).as(named.group()).isPresent();
        if (named.group(2) != null) {
          assertThat(Files.readString(source.get())).as(named.group()).contains("void " + named.group(2) + "(");
        }
      }
      assertThat(seen).isGreaterThan(30);
    }
  }

  private void save(String id) {
    var user = engine.getIdentityService().newUser(id);
    user.setPassword("Long-Enough-For-All-9");
    engine.getIdentityService().saveUser(user);
  }

  private Stream<String> historyOf(String task) {
    return engine.getHistoryService().createUserOperationLogQuery().taskId(task).list().stream().map(entry -> entry.getUserId());
  }

  private ProcessEngineConfigurationImpl configuration() {
    return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }
}
