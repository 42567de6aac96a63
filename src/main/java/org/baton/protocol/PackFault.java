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

  @Override
  public String toString() {
    return file + ", " + element + ": " + found + "; expected " + expected;
  }
}
