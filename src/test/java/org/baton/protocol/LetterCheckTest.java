package org.baton.protocol;

import static org.baton.protocol.PlantedFaults.fault;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A letter that could not be written, or would say a class name, is refused when it is deployed. */
class LetterCheckTest {

  private static final String LETTER = "templates/not-heard.txt";

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("a misspelt placeholder", LETTER, "{{referrer}}", "{{referer}}", LETTER, "{{referer}}", "referrer"),
        fault("a class", LETTER, "{{referrer}}", "{{getClass}}", LETTER, "{{getClass}}", "a name that letters know"),
        fault("a class by its property", LETTER, "{{referrer}}", "{{referrer.class}}", LETTER, "{{referrer.class}}", "a name that letters know"),
        fault("another file", LETTER, "{{referrer}}", "{{>/etc/passwd}}", LETTER, "{{>/etc/passwd}}", "whole in one file"),
        fault("a section that nobody knows", LETTER, "{{referrer}}", "{{#herd}}x{{/herd}}", LETTER, "{{herd}}", "a name that letters know"),
        fault("a name hidden in a section", LETTER, "{{referrer}}", "{{^heard}}{{class}}{{/heard}}", LETTER, "{{class}}", "a name that letters know"),
        fault("a section that does not end", LETTER, "{{referrer}}", "{{#heard}}", LETTER, "placeholders that cannot be read", "{{/name}}"),
        fault("an answer that nobody is asked for", LETTER, "{{referrer}}", "{{#answer.awaitedNotes}}x{{/answer.awaitedNotes}}", LETTER, "{{answer.awaitedNotes}}", "the key of a field with the target 'answer'"),
        fault("an answer that may not have been given", LETTER, "{{referrer}}", "{{answer.desiredOutcomes}}", LETTER, "{{answer.desiredOutcomes}}, which may not have been answered", "a section {{#answer.desiredOutcomes}}"),
        fault("every answer at once", LETTER, "{{referrer}}", "{{answer}}", LETTER, "{{answer}}", "a name that letters know"),
        fault("no subject", LETTER, "Subject: ", "Re: ", LETTER, "the first line 'Re:", "'Subject: '"),
        fault("an empty subject", LETTER, "Subject: Your referral {{caseId}} will not be heard", "Subject: ", LETTER, "the first line 'Subject: '", "what the letter is about"),
        fault("a misspelt name in the kind of an entry", "record-duty.dmn", "\"Case note\"", "\"Case note {{meetingDai}}\"", "rule_panelDecision", "{{meetingDai}}", "meetingDay"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void a_letter_is_refused_with(String what, String file, String sound, String faulty, String element, String found, String expected) {
    PlantedFaults.assertNamed(PlantedFaults.check(PlantedFaults.planted("warwickshire", file, sound, faulty)), file, element, found, expected);
  }

  @Test
  void bytes_that_are_no_text_and_an_empty_letter_are_refused() {
    var shipped = PlantedFaults.shipped("warwickshire");

    PlantedFaults.assertNamed(PlantedFaults.check(shipped.with(Map.of(LETTER, new byte[] {'S', (byte) 0xff, (byte) 0xfe}))), LETTER, LETTER, "no text", "UTF-8");
    PlantedFaults.assertNamed(PlantedFaults.check(shipped.with(Map.of(LETTER, new byte[0]))), LETTER, LETTER, "no text", "a line with the subject");
  }
}
