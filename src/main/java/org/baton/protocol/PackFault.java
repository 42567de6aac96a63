package org.baton.protocol;

/**
 * One reason why a pack cannot be taken.
 *
 * @param file the file's name in the pack
 * @param element id of the element, rule or field in it; the file's name again if the whole file is meant
 * @param found what stands there
 * @param expected what must stand there instead
 */
public record PackFault(String file, String element, String found, String expected) {

  /** In characters: what was sent is repeated, but an answer must not grow with it. */
  private static final int LONGEST = 300;

  public PackFault {
    file = cut(file);
    element = cut(element);
    found = cut(found);
    expected = cut(expected);
  }

  private static String cut(String text) {
    return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }

  @Override
  public String toString() {
    return file + ", " + element + ": " + found + "; expected " + expected;
  }
}
