package org.baton.mutation;

/** What is taken away from a pack, one thing at a time. */
enum Kind {
  GROUP("bpmn", "a task is offered to another role"),
  CONDITION("bpmn", "a way is never taken"),
  SWAPPED("bpmn", "two ways of a split are swapped"),
  BYPASSED("bpmn", "a step is bypassed"),
  BOUNDARY("bpmn", "a timer at the edge of a step is gone"),
  BESIDE("bpmn", "what a message starts beside the process is gone"),
  CLOCK("bpmn", "a timer goes by another deadline"),
  INTERRUPTS("bpmn", "what interrupts does not, and the other way round"),
  CALLED("bpmn", "a call leads to another model"),
  RULE("dmn", "a rule is gone"),
  OUTPUT("dmn", "a rule answers something else"),
  BOUND("dmn", "a bound is moved by one"),
  FIELD("form", "a field is gone"),
  REQUIRED("form", "a field may be left out"),
  SHOWN("form", "a field is always asked"),
  OPTION("form", "an option is gone"),
  TARGET("form", "an answer goes nowhere"),
  PLACEHOLDER("letter", "a letter does not say something"),
  SERVICE("profile", "a service is gone, or what it may do is turned round");

  private final String part;
  private final String inWords;

  Kind(String part, String inWords) {
    this.part = part;
    this.inWords = inWords;
  }

  /** The part of a pack that it changes. */
  String part() {
    return part;
  }

  String inWords() {
    return inWords;
  }
}
