package org.baton.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what a literal of a {@link ModelCall} names, so that one that names nothing is refused before a case gets there. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Names {

  /** What a literal can name. */
  enum What {
    /** A row of the table {@link Names#table}, by its column {@link Names#column}. */
    ROW("a row of the table"),
    PROCESS("a process of the pack"),
    /** An element of the process that the literal before it names. */
    ELEMENT("an element of that process"),
    /** A fact that a form takes. */
    FACT("a fact of a form of the pack"),
    ANSWER("the key of an answer of a form"),
    MESSAGE("a message of Baton"),
    /** A word of the pack's own, which is not looked up. */
    WORD("");

    private final String inWords;

    What(String inWords) {
      this.inWords = inWords;
    }

    public String inWords() {
      return inWords;
    }
  }

  What value();

  /** What it is, for those who make models. */
  String about();

  String table() default "";

  /** Of that table: the input column. */
  String column() default "name";

  /** Whether people read the literal, in letters, minutes or lists: a code for which the pack has words. */
  boolean shown() default false;

  /** Whether the literal becomes a fact of its own name. */
  boolean sets() default false;
}
