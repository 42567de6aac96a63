package org.baton.platform.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baton.notice.Outbox;
import org.baton.panel.sitting.SeatRow;
import org.baton.protocol.FormDefinition;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** Moves cases on as people would, through the forms of their tasks, with made-up answers. */
@Component
public class CaseDriver {

  /** Tasks below it stay open all along, such as keeping a sheet; nobody works them off. */
  public static final int USUAL_PRIORITY = 50;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TaskService taskService;
  private final FormService formService;
  private final ManagementService managementService;
  private final Packs packs;
  private final Outbox outbox;

  CaseDriver(TaskService taskService, FormService formService, ManagementService managementService, Packs packs, Outbox outbox) {
    this.outbox = outbox;
    this.taskService = taskService;
    this.formService = formService;
    this.managementService = managementService;
    this.packs = packs;
  }

  /** Sends the task's form with made-up answers, those in {@code wanted} taken as they are. */
  public void complete(Task task, SampleAnswers sample, Map<String, ?> wanted) {
    var form = form(task);
    var shown = shown(task);
    formService.submitTaskForm(task.getId(), new HashMap<>(sample.fill(form, shown, withSittingOf(task, form, wanted))));
  }

  /** What the form of the open task shows, by key; rows as lists of maps. */
  public Map<String, Object> shown(Task task) {
    var shown = new HashMap<String, Object>();
    taskService.getVariables(task.getId()).forEach((name, value) -> shown.put(name, plain(value)));
    return shown;
  }

  public FormDefinition form(Task task) {
    return packs.ofProcess(task.getProcessDefinitionId()).form(task.getCamundaFormRef().getKey());
  }

  /** Runs what is due now of the engine's jobs, one after the other, until nothing is left, and sends what they wrote. @return how many ran */
  public int runDueJobs() {
    var ran = 0;
    for (var jobs = managementService.createJobQuery().executable().listPage(0, 50); !jobs.isEmpty();
        jobs = managementService.createJobQuery().executable().listPage(0, 50)) {
      for (var job : jobs) {
        if (managementService.createJobQuery().jobId(job.getId()).count() > 0) {
          managementService.executeJob(job.getId());
          ran++;
        }
      }
    }
    outbox.sendDue();
    return ran;
  }

  private Map<String, Object> withSittingOf(Task task, FormDefinition form, Map<String, ?> wanted) {
    var all = new HashMap<String, Object>(wanted);
    form.fields().stream().filter(field -> field.targets().contains("panel.attendance") && !wanted.containsKey(field.key()))
        .forEach(field -> all.put(field.key(), sitting(packs.ofProcess(task.getProcessDefinitionId()), field)));
    return all;
  }

  /** Answers to a sheet of those present: somebody in the chair and one member for each of four core services. */
  public static List<Map<String, Object>> sitting(Pack pack, FormDefinition.Field attendance) {
    var seats = pack.rows(SeatRow.class);
    var names = seats.names();
    var chair = names.stream().filter(seat -> seats.one(Map.of("seat", seat)).cells().chairs()).findFirst().orElseThrow();
    var inChair = seats.one(Map.of("seat", chair)).cells().onlyFrom().map(allowed -> allowed.get(0));
    var member = names.stream().filter(seat -> !seats.one(Map.of("seat", seat)).cells().chairs()).findFirst().orElseThrow();
    var services = pack.profile().services().stream().filter(service -> service.core()).map(service -> service.id()).toList();
    var rows = new ArrayList<Map<String, Object>>();
    for (var i = 0; i < 5; i++) {
      var row = new HashMap<String, Object>();
      for (var field : attendance.children()) {
        switch (field.targets().get(0)) {
          case "attendance.name" -> row.put(field.key(), "Member " + (i + 1));
          case "attendance.service" -> row.put(field.key(), i == 0 && inChair.isPresent() ? inChair.get() : services.get(i % services.size()));
          case "attendance.role" -> row.put(field.key(), i == 0 ? chair : member);
          default -> {
            if (field.type().equals("checkbox")) {
              row.put(field.key(), true);
            }
          }
        }
      }
      rows.add(row);
    }
    return rows;
  }

  private static Object plain(Object value) {
    try {
      return value instanceof SpinJsonNode node ? JSON.readValue(node.toString(), Object.class) : value;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A shown value is no readable JSON", e);
    }
  }
}
