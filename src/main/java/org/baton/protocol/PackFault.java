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
  /** What is expected is Baton's own list more often than what was sent. */
  private static final int LONGEST_EXPECTED = 700;

  public PackFault {
    file = cut(file, LONGEST);
    element = cut(element, LONGEST);
    found = cut(found, LONGEST);
    expected = cut(expected, LONGEST_EXPECTED);
  }

  private static String cut(String text, int longest) {
    return text == null || text.length() <= longest ? text : text.substring(0, longest - 3) + "...";
  }

  /** With the file named by where it stands in the folders of the project. */
  PackFault ofShipped(String authority) {
    var path = PackFiles.shippedAs(authority, file);
    return new PackFault(path, element.equals(file) ? path : element, found, expected);
  }

  @Override
  public String toString() {
    return file + ", " + element + ": " + found + "; expected " + expected;
  }
}
