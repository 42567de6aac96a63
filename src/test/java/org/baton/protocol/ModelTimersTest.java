package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The clocks of a pack run in the order in which its models come to them, and on the tasks whose they are. */
class ModelTimersTest {

  @Test
  void a_review_that_is_due_before_its_day_has_begun_is_refused() {
    var late = "<outputEntry id=\"reviewHeld_at\"><text>\"23:59\"";
    PlantedFaults.assertNamed(check("north-east-lincolnshire", "deadline.dmn", late, late.replace("23:59", "08:59")), "deadline.dmn", "rule_reviewHeld",
        "'planReview' is due before 'planReviewDay', whose step comes first", "an instant that is no earlier");
    assertThat(check("north-east-lincolnshire", "deadline.dmn", late, late.replace("23:59", "09:00"))).isEmpty();
  }

  @Test
  void an_agenda_that_is_settled_before_the_referrals_are_closed_is_refused() {
    var noon = "<outputEntry id=\"referralCutOff_amount\"><text>4";
    PlantedFaults.assertNamed(check("harrowmere", "deadline.dmn", noon, noon.replace(">4", ">2")), "deadline.dmn", "rule_papersGo",
        "'papersGo' is over before 'referralCutOff', and what waits for it must not be done sooner (event_papersDay of panel-meeting.bpmn)", "an instant that is no earlier");
  }

  @Test
  void a_second_rung_may_have_as_long_as_the_first_and_no_less() {
    var ten = "<outputEntry id=\"rungTwo_amount\"><text>10";
    assertThat(check("harrowmere", "deadline.dmn", ten, ten.replace("10", "3"))).isEmpty();
    PlantedFaults.assertNamed(check("harrowmere", "deadline.dmn", ten, ten.replace("10", "2")), "deadline.dmn", "rule_rungTwo", "'rungTwo' is due before 'rungOne'", "an instant that is no earlier");
  }

  @Test
  void a_rung_that_counts_from_a_day_asked_between_is_not_compared() {
    var one = "<outputEntry id=\"rungTwo_amount\"><text>10";
    var shipped = PlantedFaults.shipped("harrowmere");
    var asks = new String(shipped.content().get("settle-rung-one.form"), StandardCharsets.UTF_8).replaceFirst("\"components\"\\s*:\\s*\\[", "$0" + """
        {"id": "field_day", "type": "datetime", "key": "disagreementOn", "subtype": "date", "dateLabel": "Day of the disagreement",
         "properties": {"target": "answer", "clauses": "HWM-10", "day": "past"}, "validate": {"required": true}},""");
    var dmn = text("harrowmere", "deadline.dmn").replace(one, one.replace("10", "1"));
    var changed = shipped.with(Map.of("settle-rung-one.form", asks.getBytes(StandardCharsets.UTF_8), "deadline.dmn", dmn.getBytes(StandardCharsets.UTF_8)));
    assertThat(asks).contains("field_day");

    assertThat(PlantedFaults.check(changed)).isEmpty();
  }

  @Test
  void a_duty_on_another_task_than_the_one_it_is_called_after_is_refused() {
    var on = "attachedToRef=\"userTask_settleRungTwo\"";
    PlantedFaults.assertNamed(check("harrowmere", "ladder.bpmn", on, on.replace("Two", "One")), "ladder.bpmn", "event_rungTwoOverdue",
        "the deadline 'rungTwo' (Settle as head of service) on 'userTask_settleRungOne'", "on 'userTask_settleRungTwo', which is called so");
  }

  @Test
  void of_two_tasks_of_one_name_each_may_have_the_duty() {
    assertThat(check("harrowmere", "ladder.bpmn", "name=\"Settle as practice manager\"", "name=\"Settle as head of service\"")).isEmpty();
  }

  /** A wait that interrupts a task comes first on its own way alone: whoever does the task leaves before it. */
  @Test
  void a_timer_that_ends_a_task_does_not_come_before_what_follows_the_task() {
    var ladder = text("harrowmere", "ladder.bpmn").replace("cancelActivity=\"false\" attachedToRef=\"userTask_settleRungOne\"", "attachedToRef=\"userTask_settleRungOne\"").replace("deadlines.due(execution, 'rungOne')", "deadlines.instant(execution, 'rungOne')")
        .replace("sourceRef=\"event_rungOneOverdue\" targetRef=\"endEvent_rungOneOverdueLate\"", "sourceRef=\"event_rungOneOverdue\" targetRef=\"gateway_isSettled\"").replaceAll("(?s)<bpmn:endEvent id=\"endEvent_rungOneOverdueLate\".*?</bpmn:endEvent>", "");
    var amount = "<outputEntry id=\"rungTwo_amount\"><text>";
    var dmn = text("harrowmere", "deadline.dmn").replace(amount + "10", amount + "2");

    assertThat(PlantedFaults.check(PlantedFaults.shipped("harrowmere").with(Map.of("ladder.bpmn", ladder.getBytes(StandardCharsets.UTF_8), "deadline.dmn", dmn.getBytes(StandardCharsets.UTF_8)))))
        .noneSatisfy(fault -> assertThat(fault.found()).contains("is due before"));
  }

  @Test
  void a_deadline_of_two_tasks_may_be_called_after_one_of_them() {
    var both = text("harrowmere", "ladder.bpmn").replace("deadlines.due(execution, 'rungTwo')", "deadlines.due(execution, 'rungOne')");
    var dmn = text("harrowmere", "deadline.dmn").replaceAll("(?s)\\s*<rule id=\"rule_rungTwo\".*?</rule>", "").replace(",\"rungTwo\"", "");

    assertThat(PlantedFaults.check(PlantedFaults.shipped("harrowmere").with(Map.of("ladder.bpmn", both.getBytes(StandardCharsets.UTF_8), "deadline.dmn", dmn.getBytes(StandardCharsets.UTF_8))))).isEmpty();
  }

  /** What is done after a task or another wait waits for more than the timer. */
  @Test
  void a_wait_before_the_cut_off_may_lead_to_a_task_before_the_agenda_is_settled() {
    var model = text("harrowmere", "panel-meeting.bpmn");
    var first = model.replaceAll("(?s).*sourceRef=\"event_papersDay\" targetRef=\"(\\w+)\".*", "$1");
    var message = model.replace("sourceRef=\"event_papersDay\" targetRef=\"" + first + "\"", "sourceRef=\"event_papersDay\" targetRef=\"event_more\"").replaceFirst("<bpmn:sequenceFlow", "<bpmn:intermediateCatchEvent id=\"event_more\"><bpmn:timerEventDefinition id=\"definition_more\">"
        + "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">\\${deadlines.instant(execution, 'sittingBegins')}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>"
        + "<bpmn:sequenceFlow id=\"flow_more\" sourceRef=\"event_more\" targetRef=\"" + first + "\" /><bpmn:sequenceFlow");
    var amount = "<outputEntry id=\"referralCutOff_amount\"><text>";
    var dmn = text("harrowmere", "deadline.dmn").replace(amount + "4", amount + "2");

    assertThat(PlantedFaults.undrawn(PlantedFaults.shipped("harrowmere").with(Map.of("panel-meeting.bpmn", message.getBytes(StandardCharsets.UTF_8), "deadline.dmn", dmn.getBytes(StandardCharsets.UTF_8))))).isEmpty();
  }

  private static List<PackFault> check(String authority, String file, String sound, String faulty) {
    return PlantedFaults.check(PlantedFaults.planted(authority, file, sound, faulty));
  }

  private static String text(String authority, String file) {
    return new String(PlantedFaults.shipped(authority).content().get(file), StandardCharsets.UTF_8);
  }
}
