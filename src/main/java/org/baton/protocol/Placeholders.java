package org.baton.protocol;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The names between double braces in a text, those of sections included. */
final class Placeholders {

  static final String OF_ANSWER = LetterData.ANSWER + ".";

  private Placeholders() {}

  /** Whether it stands for the answer to a field. */
  static boolean isAnswer(String name) {
    return name.startsWith(OF_ANSWER);
  }

  /** @throws MustacheException if they cannot be read */
  static Set<String> in(String text) {
    var names = new TreeSet<String>();
    each(text, names::add, names::add);
    return names;
  }

  /** As {@link #in}; none if they cannot be read. */
  static Set<String> readable(String text) {
    try {
      return in(text);
    } catch (MustacheException e) {
      return Set.of();
    }
  }

  /** As {@link #always}; none if they cannot be read. */
  static Set<String> readableAlways(String text) {
    try {
      return always(text);
    } catch (MustacheException e) {
      return Set.of();
    }
  }

  /** Those that are filled in whatever is known: outside sections, which are only said where something is. @throws MustacheException as {@link #in} */
  static Set<String> always(String text) {
    var names = new TreeSet<String>();
    visit(text, false, names::add, included -> { });
    return names;
  }

  /**
   * @param variable receives each name that is filled in or that a section asks for
   * @param included receives each name of another text that is to be included
   * @throws MustacheException as {@link #in}
   */
  static void each(String text, Consumer<String> variable, Consumer<String> included) {
    visit(text, true, variable, included);
  }

  private static void visit(String text, boolean sections, Consumer<String> variable, Consumer<String> included) {
    Letters.MUSTACHE.compile(text).visit(new Mustache.Visitor() {
      @Override
      public void visitText(String plain) {
        // Text between placeholders is free.
      }

      @Override
      public void visitVariable(String name) {
        variable.accept(name);
      }

      @Override
      public boolean visitInclude(String name) {
        included.accept(name);
        return false;
      }

      @Override
      public boolean visitSection(String name) {
        return section(name);
      }

      @Override
      public boolean visitInvertedSection(String name) {
        return section(name);
      }

      private boolean section(String name) {
        if (sections) {
          variable.accept(name);
        }
        return sections;
      }
    });
  }
}
