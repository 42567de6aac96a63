package org.baton.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where the answer of a form's field goes: marks a part of the record that a {@link FormTarget} or a row of one takes. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface TargetPath {

  /** What a field names as its {@code target}; a last word {@code *} stands for any word. */
  String value();

  /** What the answer says, in a sentence for those who make forms. */
  String about();

  /** The most characters that there is room for. */
  int room() default 15_000;

  /** What is known once it is answered. */
  Moment[] gives() default {};

  /** Engine facts that it sets; {@code *} stands for the last word of the target. Of a choice, or of a text with options, the fact is one of those. */
  String[] sets() default {};

  /** Of a text with options: those with which the facts are not set. */
  String[] setsNotWith() default {};

  /** Of rows: what a form may name to show what a row is about; nothing of it is kept. */
  String[] alongside() default {};
}
