package org.baton.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Under which path a {@link FormShow} can be shown. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Shows {

  /** What a field names as {@code shows}; a last word {@code *} stands for any word. */
  String value();

  /** What is shown, in a sentence for those who make forms. */
  String about();

  /** The table without which nothing is shown; empty for none. */
  String table() default "";
}
