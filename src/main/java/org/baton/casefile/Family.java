package org.baton.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The people of a family and where they live. Personal data: never an engine variable, a task name, a log line or an exception. */
public record Family(List<Person> children, List<Person> adults, Optional<Address> address, Referrer referrer) {

  /** @param dateOfBirth null if it is not known */
  public record Person(String id, String givenName, String familyName, LocalDate dateOfBirth, String relation, boolean parentalResponsibility) {

    public String name() {
      return givenName + " " + familyName;
    }
  }

  /** @param withheld true if it must not be shown or sent to anybody who does not need it */
  public record Address(String line, String postcode, boolean withheld) {

    /** What a screen or letter may show of it. */
    public String shown() {
      return withheld ? "Address withheld" : (line == null ? "" : line + ", ") + postcode;
    }
  }

  /** @param email null if none was given */
  public record Referrer(String name, String email, String service) {}
}
