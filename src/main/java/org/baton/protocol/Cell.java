package org.baton.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One column of a {@link PackTable}: how it is headed, and what may stand in it beside what the type of the part says. A part that is {@code Optional} may be empty. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Cell {

  /** What the column is headed with, in every pack. */
  String value();

  /** Of a text: the most characters. */
  int room() default 300;

  /** Of a number. */
  int least() default 0;

  /** Of a number. */
  int most() default 10_000;

  /** Of a text that the pack itself uses as a name: how it is written. */
  Name name() default Name.ANY;

  /** Of a text that names something in another file of the pack. */
  Known[] of() default {};

  /** Further words that may stand there beside those. */
  String[] or() default {};

  /** Those of them that only say something once something has happened. */
  Needs[] needs() default {};

  /** What must not be done where the table has answered so, until it is asked anew. */
  Bars[] bars() default {};

  /** Whether what the column of a pack lists as its own values may stand there too. */
  boolean listed() default false;

  /** Of a text that names something outside: whether the column must list the words that may stand there, so that a misspelt one is found. */
  boolean lists() default false;

  /** Of a text: whether it may have the placeholders of letters. */
  boolean placeholders() default false;

  /** Whether the column may be left out altogether. */
  boolean optional() default false;

  /** A word of Baton's own, and what must be known by then. */
  @interface Needs {

    String word();

    Moment moment();
  }

  /** A word of Baton's own, and what is refused where the table has answered so. */
  @interface Bars {

    String word();

    /** What is refused, as people read it. */
    String what();

    /** The targets by which a form would do it. */
    String[] targets();

    /** The calls that would do it, each as {@code bean.method}, with its first literal where only that one does. */
    String[] calls();
  }

  /** How names of a pack are written. */
  enum Name {
    ANY("", ""), CODE("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*", "NEEDS_MET"), LOWER_CAMEL("[a-z][a-zA-Z0-9]*", "panelDecision"), KEBAB("[a-z0-9]+(-[a-z0-9]+)*", "business-support");

    final String pattern;
    final String example;

    Name(String pattern, String example) {
      this.pattern = pattern;
      this.example = example;
    }
  }
}
