package org.baton.protocol;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of a case, or at hand in a process, only once something has happened. A step that needs it before would stop, or tell nobody. */
public enum Moment {
  CASE("the case that it is about", "a step that calls a case"),
  PANEL("the panel of the case", "a step that notes the panel"),
  LISTING("a sitting on whose agenda the case stands", "a step that puts the case forward"),
  SITTING("a sitting", "the sitting itself, or the panel's decision"),
  DECISION("a decision of the panel", "the step that decides, or the wait for the panel's decision"),
  MINUTES("the minutes", "the form that takes them"),
  ALLOCATION("an allocated service", "a form or a decision that names the service"),
  SERVICE("a service at hand", "a form or a decision that names the service, or a list of members"),
  ACTION("an action at hand", "the step that lets the actions of a sitting be followed up");

  private final String inWords;
  private final String from;

  Moment(String inWords, String from) {
    this.inWords = inWords;
    this.from = from;
  }

  /** What is known from then on, as people read it. */
  public String inWords() {
    return inWords;
  }

  /** What several modules say of the names that they know; each name is one module's. */
  public static Map<String, Moment> together(Stream<Map<String, Moment>> some) {
    return some.flatMap(names -> names.entrySet().stream()).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What it is known from. */
  public String from() {
    return from;
  }
}
