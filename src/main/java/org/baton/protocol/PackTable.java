package org.baton.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a record whose parts are the output columns of a decision table that Java reads, each with {@link Cell}. Every row of every pack is read so before the pack comes into force. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PackTable {

  /** Ids of the decisions, where several tables have the same columns. */
  String[] value();

  /** What the table says, in a sentence for those who make packs. */
  String about();

  /** Whether every pack has it. */
  boolean always() default false;

  /** The bean whose calls in a model make the table needed; empty for none. */
  String neededBy() default "";

  /** Whether several rows may answer; else the hit policy is UNIQUE. */
  boolean several() default false;

  /** Names of rows that Baton asks for, whether or not a model does. */
  String[] asksFor() default {};

  /** What Baton gives the table; it has these input columns. */
  Asks[] asks();

  /** An input column. */
  @interface Asks {

    /** The name of the variable. */
    String value();

    /** {@code String}, {@code boolean}, {@code int} or an enumeration of what can stand there. */
    Class<?> type() default String.class;

    Cell cell();
  }
}
