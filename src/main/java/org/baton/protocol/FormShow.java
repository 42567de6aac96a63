package org.baton.protocol;

import java.util.Optional;

/**
 * One thing that a form can show when its task opens; {@link Shows} says under which path.
 *
 * @param <V> a text, {@link Markdown}, a day, or a list of rows: of records, whose parts fill the fields of these keys, or of maps
 */
public interface FormShow<V> {

  /**
   * @param word what stands for the {@code *} of the path; empty where it has none
   * @return empty if there is nothing to show
   */
  Optional<V> show(Submission submission, String word);
}
