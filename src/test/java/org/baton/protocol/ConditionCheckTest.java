package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A condition that asks for what is never there hides its field for ever, or never. */
class ConditionCheckTest {

  private static final String NOMINATED = "=settledBy != \\\"NOMINATION\\\"";

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', value = {
      "an option of the form that is not there | =settledBy != \\\"NOMINATED\\\" | 'settledBy' being 'NOMINATED'",
      "the constant first | =\\\"NOMINATED\\\" = settledBy | 'settledBy' being 'NOMINATED'",
      "a truth for a choice | =settledBy = true | 'settledBy' being 'true'",
      "a fact of another form | =route != \\\"ROUTE_9\\\" | 'route' being 'ROUTE_9'",
      "the result of a table | =consentStanding = \\\"GIVN\\\" | 'consentStanding' being 'GIVN'",
      "what stands of consent | =consentSharing = \\\"YES\\\" | 'consentSharing' being 'YES'",
      "one of several | =settledBy = \\\"NOMINATION\\\" or (route = \\\"ROUTE_1\\\" and route != \\\"NONE\\\") | 'route' being 'NONE'"})
  void a_condition_is_refused(String what, String hide, String found) {
    PlantedFaults.assertNamed(PlantedFaults.check(PlantedFaults.planted("warwickshire", "settle-difference.form", NOMINATED, hide)), "settle-difference.form", "field_nominatedService",
        "a condition on " + found + ", which it never is", "one of [");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"=settledBy = null", "=settledBy != \\\"FORMAL_MEETING\\\" or route = \\\"ROUTE_1\\\"", "=membersNotAgreed > 3 and settledBy = \\\"FORMAL_MEETING\\\"", "=consentSharing = \\\"EXPIRED\\\""})
  void what_can_be_is_not_refused(String hide) {
    assertThat(PlantedFaults.check(PlantedFaults.planted("warwickshire", "settle-difference.form", NOMINATED, hide))).extracting(PackFault::found).noneMatch(found -> found.contains("which it never is"));
  }
}
