package org.baton.casefile.family;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The people of a family and where they live. Personal data: never an engine variable, a task name, a log line or an exception. */
public record Family(List<Person> children, List<Person> adults, Optional<Address> address, Referrer referrer) {

  /**
   * @param givenName empty for somebody known by a family name alone
   * @param familyName empty for somebody who has one name only
   * @param dateOfBirth null if it is not known
   */
  public record Person(String id, String givenName, String familyName, LocalDate dateOfBirth, String relation, boolean parentalResponsibility) {

    public String name() {
      return Stream.of(givenName, familyName).filter(name -> name != null && !name.isBlank()).collect(Collectors.joining(" "));
    }
  }

  /**
   * An address, or as much of one as was told.
   *
   * @param line null if only the post code is known
   * @param postcode null if only the line is known
   * @param withheld true if it must not be shown or sent to anybody who does not need it; then both may be null
   */
  public record Address(String line, String postcode, boolean withheld) {

    /** What a screen or letter may show of it. */
    public String shown() {
      return withheld ? "Address withheld" : Stream.of(line, postcode).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(", "));
    }

    boolean told() {
      return line != null || postcode != null;
    }

    /**
     * Whether both may be one place: what both name agrees. What one leaves out agrees with everything, as nobody can say that it is
     * another place.
     */
    boolean maySharePlaceWith(Address other) {
      var mine = NormalForm.addressLine(line);
      var others = NormalForm.addressLine(other.line);
      var code = NormalForm.postcode(postcode);
      var othersCode = NormalForm.postcode(other.postcode);
      return (code.isEmpty() || othersCode.isEmpty() || code.equals(othersCode)) && (mine.startsWith(others) || others.startsWith(mine));
    }
  }

  /** @param email null if none was given */
  public record Referrer(String name, String email, String service) {}
}
