package org.baton.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what a call of a {@link ModelBean} does, for those who make models. A method without it cannot be called. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ModelCall {

  /** Where a model makes the call. */
  enum At {
    /** A service task, in the transaction of the person's action. */
    STEP,
    /** A service task with an effect outside the database: a job of its own, tried again until it is done. */
    OUTSIDE,
    /** The collection of a step that is done once for each. */
    COLLECTION,
    /** The date of a boundary timer. */
    DUTY,
    /** The date of a timer at which a process waits. */
    WAIT,
    /** The candidate groups of a user task. */
    GROUP
  }

  /** What it does, in sentences. */
  String value();

  At at() default At.STEP;

  /** The facts that it sets; a name that ends with {@code *} stands for those of forms that begin so. */
  String[] sets() default {};

  /** The facts that it reads beside those that Baton sets itself. */
  String[] reads() default {};

  /** A target that some form of the pack must have, as there is nothing for the call to do otherwise. */
  String target() default "";

  /** What is known from then on. */
  Moment[] gives() default {};

  /** What must be known by then. */
  Moment[] needs() default {};

  /** The row of the table {@code deadline} before whose instant it must not be done. */
  String notBefore() default "";

  /** Of a collection: the element variable under which each of it goes on. */
  String each() default "";
}
