package org.baton.protocol;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.w3c.dom.Element;

/** Finds messages that nobody sends or that would not be heard, and concerns that a main way does not hear. */
final class MessageCheck {

  private static final String CONCERN_RAISED = "baton.safeguardingConcernRaised";
  private static final String SITTING_CANCELLED = "baton.sittingCancelled";
  static final String PANEL_MEETING = "panelMeeting";

  private final ModelSources pack;
  private final Map<String, ModelProcess> processes;
  private final Consumer<PackFault> faults;

  /** @param faults receives what is wrong */
  MessageCheck(ModelSources pack, Map<String, ModelProcess> processes, Consumer<PackFault> faults) {
    this.pack = pack;
    this.processes = processes;
    this.faults = faults;
  }

  /** @return the messages to the steps that wait for them, as {@code process step} */
  Map<String, Set<String>> check() {
    var sent = sent();
    var listeners = new HashMap<String, Set<String>>();
    processes.values().forEach(process -> {
      var names = new HashMap<String, String>();
      pack.models().get(process.file()).elements("message").forEach(message -> names.put(message.getAttribute("id"), message.getAttribute("name")));
      process.nodes().stream().filter(step -> Set.of("startEvent", "intermediateCatchEvent").contains(process.kind(step))).forEach(step -> {
        process.messageRef(step).ifPresent(reference -> {
          var name = names.getOrDefault(reference, "");
          checkListener(process, step, name, sent);
          listeners.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(process.id() + " " + step);
        });
        checkTrigger(process, step);
      });
      if (process.main()) {
        checkSafeguarding(process, listeners.getOrDefault(CONCERN_RAISED, Set.of()));
      }
    });
    return listeners;
  }

  private Set<String> sent() {
    var sent = new TreeSet<String>();
    PackVocabulary.MESSAGES.forEach((message, by) -> {
      if (by.isEmpty()) {
        sent.add(message);
      }
    });
    processes.values().forEach(process -> process.nodes().forEach(step -> process.callOf(step).ifPresent(call -> sent.addAll(ModelFlows.messages(call)))));
    return sent;
  }

  private void checkListener(ModelProcess process, String step, String name, Set<String> sent) {
    if (!sent.contains(name)) {
      fault(process.file(), process.node(step), "the message '" + name + "', which nobody sends", "one of " + sent);
    }
    var hears = name.equals(SITTING_CANCELLED) ? process.id().equals(PANEL_MEETING) : process.main();
    if (!hears) {
      fault(process.file(), process.node(step), "the message '" + name + "' in the process '" + process.id() + "', which is not told of it",
          SITTING_CANCELLED + " in '" + PANEL_MEETING + "', any other in a main run");
    }
  }

  /** A process begins by its form or by a call; only what goes on beside it begins by a message. */
  private void checkTrigger(ModelProcess process, String step) {
    var element = process.node(step);
    var beside = process.eventStarts().anyMatch(step::equals);
    var message = process.messageRef(step).isPresent();
    if (process.kind(step).equals("startEvent") && beside != message) {
      fault(process.file(), element, beside ? "no message" : "a message that begins the process", "a message at the start of an event sub-process, none at that of a process");
    }
    if (process.kind(step).equals("intermediateCatchEvent") && message == BpmnFile.child(element, "timerEventDefinition").isPresent()) {
      fault(process.file(), element, message ? "a message and a timer" : "nothing to wait for", "a message or a timer");
    }
  }

  /** Where a pack can raise a concern, whatever a case is at is interrupted by it. */
  private void checkSafeguarding(ModelProcess process, Set<String> listening) {
    var raised = processes.values().stream().anyMatch(other -> other.nodes().stream().anyMatch(step -> other.callOf(step).filter(call -> call.name().equals("safeguarding.raise")).isPresent()));
    var heard = process.eventStarts().anyMatch(start -> listening.contains(process.id() + " " + start) && process.interrupts(start));
    if (raised && !heard) {
      fault(process.file(), process.element(), "no interrupting event sub-process for " + CONCERN_RAISED, "one, so that a concern about a child never waits");
    }
  }


  private void fault(String file, Element element, String found, String expected) {
    faults.accept(new PackFault(file, BpmnFile.nearestId(element), found, expected));
  }
}
