package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseRecord;
import org.baton.platform.demo.CaseDriver;
import org.baton.platform.demo.SampleAnswers;
import org.baton.protocol.Packs;
import org.baton.protocol.Packs.Origin;
import org.baton.support.TestDatabase;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/**
 * A database that an earlier state of Baton filled goes on: those of {@code src/test/resources/database} hold the demo cases of three
 * authorities, open and closed, as that state left them; of PostgreSQL a dump of INSERT statements by its owner.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"camunda.bpm.job-execution.enabled=false", "baton.demo.cases=false", "baton.login.strength=4",
    "spring.main.register-shutdown-hook=false"})
@ActiveProfiles("demo")
abstract class OldDatabaseStory {

  private static final int ROUNDS = 2_000;

  @Autowired private CaseFile cases;
  @Autowired private Packs packs;
  @Autowired private CaseDriver driver;
  @Autowired private TaskService taskService;
  @Autowired private RuntimeService runtimeService;
  @Autowired private ManagementService managementService;
  @Autowired private JdbcClient jdbc;

  /** A database of a server's own, filled as a state left it. */
  abstract static class OldDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path FOLDER = Path.of("src/test/resources/database");

    private final String state;

    OldDatabase(String state) {
      this.state = state;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      try {
        fill(context);
        // The key that sealed its passwords, where the state had one; it seals nothing else.
        var key = FOLDER.resolve(state + ".key");
        if (Files.exists(key)) {
          TestPropertyValues.of("baton.notice.key=" + Files.readString(key).strip()).applyTo(context);
        }
      } catch (SQLException | IOException e) {
        throw new IllegalStateException("The database of " + state + " cannot be read", e);
      }
    }

    void fill(ConfigurableApplicationContext context) throws SQLException, IOException {
      var url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
      RunScript.main("-url", url, "-user", "sa", "-script", FOLDER.resolve(state + ".zip").toString(), "-options", "compression", "zip");
      TestDatabase.use(context, url, "sa");
    }
  }

  /** Likewise, on PostgreSQL. */
  abstract static class OldPostgres extends OldDatabase {

    private final String dump;

    OldPostgres(String state) {
      super(state);
      this.dump = state + ".sql.gz";
    }

    @Override
    void fill(ConfigurableApplicationContext context) throws SQLException, IOException {
      try (var statements = new GZIPInputStream(Files.newInputStream(OldDatabase.FOLDER.resolve(dump)))) {
        TestDatabase.usePostgres(context, TestDatabase.filledPostgres(new String(statements.readAllBytes(), StandardCharsets.UTF_8)));
      }
    }
  }

  @AfterEach
  void letTheClockGo() {
    ClockUtil.reset();
  }

  @Test
  void its_open_cases_go_on_to_their_end_under_the_protocol_they_began_under() {
    var open = open();
    assertThat(open).hasSizeGreaterThan(20);
    var began = open.stream().collect(Collectors.toMap(CaseRecord::id, CaseRecord::deploymentId));
    for (var authority : List.of("camden", "north-east-lincolnshire", "warwickshire")) {
      assertThat(packs.versions(authority)).as("the new release of %s is in force", authority).hasSize(2).allMatch(version -> version.origin() == Origin.RELEASE);
      assertThat(packs.current(authority).tables()).contains("access", "starter");
    }

    var sample = new SampleAnswers(11, LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), WorkingCalendar.ZONE));
    for (var round = 0; round < ROUNDS && !open().isEmpty(); round++) {
      driver.runDueJobs();
      if (work(sample) == 0) {
        var next = managementService.createJobQuery().timers().active().orderByJobDuedate().asc().listPage(0, 1);
        ClockUtil.setCurrentTime(next.isEmpty() ? ClockUtil.getCurrentTime() : Date.from(next.get(0).getDuedate().toInstant().plus(Duration.ofSeconds(1))));
      }
    }

    assertThat(runtimeService.createIncidentQuery().list()).extracting("incidentMessage").isEmpty();
    assertThat(open()).extracting(CaseRecord::id).as("still open").isEmpty();
    began.forEach((id, deployment) -> assertThat(cases.get(id).deploymentId()).isEqualTo(deployment));
    assertThat(jdbc.sql("select count(*) from holder_history where held_until is null").query(Integer.class).single()).isZero();
  }

  /** Completes what is open now, each task at most once. */
  private int work(SampleAnswers sample) {
    var done = 0;
    for (var task : taskService.createTaskQuery().taskMinPriority(CaseDriver.USUAL_PRIORITY).initializeFormKeys().orderByTaskCreateTime().asc().list()) {
      if (taskService.createTaskQuery().taskId(task.getId()).count() == 1) {
        driver.complete(task, sample, Map.of());
        driver.runDueJobs();
        done++;
      }
    }
    return done;
  }

  private List<CaseRecord> open() {
    return cases.list(List.of("camden", "north-east-lincolnshire", "warwickshire"), "", 1000).stream().filter(CaseRecord::open).toList();
  }
}
