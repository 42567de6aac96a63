package org.baton.platform;

import java.lang.ref.WeakReference;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseClosedException;
import org.baton.casefile.CaseNotFoundException;
import org.baton.casefile.access.StarterAccess;
import org.baton.casefile.access.CurrentUser;
import org.baton.casefile.access.NotNowException;
import org.baton.casefile.access.NotStarterException;
import org.baton.panel.PanelRefusedException;
import org.baton.protocol.Fact;
import org.baton.protocol.FormContract;
import org.baton.protocol.FormDefinition.Field;
import org.baton.protocol.FormRules;
import org.baton.protocol.Packs;
import org.baton.protocol.Submission;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The one way in for what people send. Enforces the form's own rules, hands each answer to its home in the transaction of the
 * submission, and lets only engine facts become variables. Shows a task's form what it asks for, for as long as the task is open.
 */
@Component
class FormGate {

  /** Longest text that the engine stores as a plain string variable, in characters, with some room. */
  static final int PLAIN_TEXT = 3_900;

  /** Which case and which sitting a process is about is never an answer. */
  private static final Set<String> SET_BY_BATON = Set.of(Fact.CASE_ID, Fact.MEETING_ID, Fact.AGENDA_ITEM_ID, Fact.MEMBER_ID, Fact.MEMBER_SERVICE, Fact.ACTION_ID);

  private final Packs packs;
  private final FormContract contract;
  private final FormTargets targets;
  private final CurrentUser user;
  private final StarterAccess starters;
  private final OwnCase own;
  private final Clock clock;
  /** The submission that this thread is carrying out, so that a task cannot be completed around its form. */
  private final ThreadLocal<Passed> passed = new ThreadLocal<>();

  FormGate(Packs packs, FormContract contract, FormTargets targets, CurrentUser user, @Lazy StarterAccess starters, OwnCase own, Clock clock) {
    this.own = own;
    this.starters = starters;
    this.packs = packs;
    this.contract = contract;
    this.targets = targets;
    this.user = user;
    this.clock = clock;
  }

  private record Passed(WeakReference<CommandContext> command, String subject) {}

  /** A start form was sent. Opens a case where the form's answers do; the case number becomes the business key. */
  void submitStart(String formId, VariableMap sent, ExecutionEntity instance) {
    if (instance.getBusinessKey() != null) {
      throw new FormFieldValidationException(instance.getId(), "businessKey: got one, expected none: Baton sets it to the number of the case");
    }
    if (!nobodyActs()) {
      requireStarter(formId, sent, instance);
    }
    submit(formId, sent, instance, instance);
    passed.set(new Passed(new WeakReference<>(Context.getCommandContext()), instance.getId()));
  }

  /** The table {@code starter} says who may send it, and about which cases and panels; the refusal is the same for a case that is not there. */
  private void requireStarter(String formId, VariableMap sent, ExecutionEntity instance) {
    var pack = packs.ofProcess(instance.getProcessDefinitionId());
    var form = pack.form(formId);
    var number = form.fields().stream().filter(field -> field.targets().contains("case.reference")).map(field -> sent.get(field.key()))
        .filter(Objects::nonNull).map(Object::toString).findFirst();
    var forum = Optional.ofNullable(sent.get(Fact.FORUM)).map(Object::toString);
    try {
      starters.requireStart(pack.authority(), instance.getProcessDefinition().getKey(), number, forum);
    } catch (NotStarterException e) {
      throw new AuthorizationException(e.getMessage());
    } catch (CaseNotFoundException | CaseClosedException | NotNowException e) {
      throw new FormFieldValidationException(null, "Form '" + formId + "' cannot be taken: " + e.getMessage(), e);
    }
  }

  void submitTask(String formId, VariableMap sent, TaskEntity task) {
    own.require(task);
    submit(formId, sent, task, task.getExecution());
    passed.set(new Passed(new WeakReference<>(Context.getCommandContext()), task.getId()));
  }

  /** Whether Baton itself is at work, not a person. */
  boolean nobodyActs() {
    return user.id().equals(CurrentUser.SYSTEM);
  }

  /** Refuses what did not come through a form in this very command. */
  void requirePassed(String subject, String what) {
    var submission = passed.get();
    passed.remove();
    if (submission == null || submission.command().get() != Context.getCommandContext() || !submission.subject().equals(subject)) {
      throw new FormFieldValidationException(subject, what + " takes the answers of its form; expected them at its submit-form address");
    }
  }

  /** Fills the form of a task that was just created, by variables that end with the task. */
  void show(String formId, DelegateTask task) {
    own.require(task);
    var pack = packs.ofProcess(task.getProcessDefinitionId());
    var submission = new Submission(pack.authority(), pack.deploymentId(), null, formId, task.getVariables(), user.id(), Set.of());
    pack.form(formId).each(field -> {
      if (!field.shows().isEmpty()) {
        targets.show(submission, field.shows()).ifPresent(value -> task.setVariableLocal(field.shownAs(), FormValues.asVariable(FormValues.written(field, value))));
      }
    });
  }

  /**
   * The clauses that ask for a step, in words; null where the step is our own.
   *
   * @param element its file and id, parted by a space, by which the profile knows steps of shared models
   * @param clauses as the model names them, or null
   */
  String why(String processDefinitionId, String element, String clauses) {
    var pack = packs.ofProcess(processDefinitionId);
    var catalogue = pack.catalogue();
    var named = clauses == null ? pack.profile().carriedOut().get(element) : clauses;
    var words = Stream.of(named == null ? new String[0] : named.split(",")).map(String::strip)
        .flatMap(id -> catalogue.find(id).stream()).map(clause -> clause.id() + ": " + clause.text()).collect(Collectors.joining("\n"));
    return words.isEmpty() ? null : words.substring(0, Math.min(words.length(), PLAIN_TEXT));
  }

  private void submit(String formId, VariableMap sent, VariableScope scope, ExecutionEntity execution) {
    var pack = packs.ofProcess(execution.getProcessDefinitionId());
    var form = pack.form(formId);
    var answers = FormValues.plain(sent);
    var faults = FormRules.check(form, answers, scope.getVariables(), WorkingCalendar.day(clock.instant()), contract);
    if (!faults.isEmpty()) {
      throw new FormFieldValidationException(faults,
          "Form '" + formId + "' cannot be taken: " + faults.stream().map(FormRules.Fault::toString).reduce((a, b) -> a + "; " + b).orElseThrow());
    }
    var known = new HashMap<>(scope.getVariables());
    known.putAll(answers);
    var facts = new LinkedHashMap<String, Object>();
    var byTarget = new LinkedHashMap<String, Object>();
    var byKey = new LinkedHashMap<String, Object>();
    for (var field : form.fields()) {
      var value = answers.get(field.key());
      if (field.takesAnswer() && value != null && !"".equals(value) && FormRules.asked(field, known)) {
        place(field, value, facts, byTarget, byKey);
      }
    }
    var visible = new HashMap<>(scope.getVariables());
    visible.putAll(facts);
    facts.putAll(keepOrRefuse(formId, new Submission(pack.authority(), pack.deploymentId(), execution.getProcessDefinition().getKey(), formId, visible, user.id(),
        byTarget.keySet()), byTarget, byKey));
    facts.forEach((name, value) -> execution.getProcessInstance().setVariable(name, value));
    if (execution.getBusinessKey() == null && facts.get(Fact.CASE_ID) instanceof String caseId) {
      execution.setBusinessKey(caseId);
    }
  }

  /** What a module refuses is an answer to the person who sent the form, and takes back all that was stored before. */
  private Map<String, Object> keepOrRefuse(String formId, Submission submission, Map<String, Object> byTarget, Map<String, Object> byKey) {
    try {
      return targets.keep(submission, byTarget, byKey);
    } catch (PanelRefusedException | CaseNotFoundException | CaseClosedException | IllegalArgumentException e) {
      throw new FormFieldValidationException(null, "Form '" + formId + "' cannot be taken: " + e.getMessage(), e);
    }
  }

  /** What a form of an older pack sends where nothing is kept any more is kept as an answer. */
  private void place(Field field, Object sent, Map<String, Object> facts, Map<String, Object> byTarget, Map<String, Object> byKey) {
    var value = FormValues.kept(field, sent);
    field.targets().forEach(target -> {
      if (target.equals("fact") && SET_BY_BATON.contains(field.key())) {
        throw new FormFieldValidationException(field.key(), field.key() + ": a form cannot set it; expected what Baton sets there");
      }
      if (target.equals("fact")) {
        facts.put(field.key(), value instanceof Number number && number.doubleValue() == number.intValue() ? (Object) number.intValue() : value);
      } else if (target.equals("answer") || contract.part(target).isEmpty()) {
        byKey.put(field.key(), field.repeats() ? FormValues.rows(field, value) : value);
      } else {
        byTarget.merge(target, field.repeats() ? FormValues.rows(field, value) : value, (one, other) -> together(field, one, other));
      }
    });
  }

  /** Two fields that are asked at once may go to one place: rows after rows, and one text below the other. */
  private static Object together(Field field, Object one, Object other) {
    if (one instanceof List<?> rows && other instanceof List<?> further) {
      return Stream.concat(rows.stream(), further.stream()).toList();
    }
    if (one instanceof String text && other instanceof String further) {
      return text + "\n" + further;
    }
    throw new FormFieldValidationException(field.key(), field.key() + ": got " + other + ", but another field of the form says " + one + " for the same; expected one of the two");
  }
}
