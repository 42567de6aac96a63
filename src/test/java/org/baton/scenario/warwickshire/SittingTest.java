package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.baton.casefile.CaseId;
import org.baton.panel.agenda.AgendaItem;
import org.baton.panel.sitting.Meeting;
import org.baton.support.Clause;
import org.baton.support.Rest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who is in the room changes while a sitting goes on; and a sitting told over REST instead of Tasklist. */
class SittingTest extends WarwickshireStory {

  private static final List<Map<String, Object>> CHAIR_AND_THREE = List.of(present("Ann", "early-help", "CHAIR"),
      present("Bob", "police", "MEMBER"), present("Cem", "health", "MEMBER"), present("Dee", "prospects", "MEMBER"));

  @LocalServerPort private int port;

  @Test
  void a_case_whose_consent_is_taken_back_while_it_is_heard_holds_up_neither_the_chair_nor_the_next_case() {
    var first = proposed("RUGBY");
    var second = proposed("RUGBY");
    var sitting = sittingWith(first, CHAIR_AND_THREE);
    start("withdrawConsent", with("caseReference", first.value(), "giver", "Jo Penn", "sharing", "WITHDRAWN", "how", "By telephone"));
    assertThat(cases.get(first).outcome()).contains("CONSENT_WITHDRAWN");

    var allocated = with("discussionResult", "AGREED", "panelOutcome", "ALLOCATED", "leadAgency", "health");
    done(sitting, "Discuss the case", allocated);
    assertThat(cases.get(first).allocatedService()).as("nobody is given a case that is closed").isEmpty();
    assertThat(open(first)).isEmpty();

    done(sitting, "Discuss the case", allocated);
    assertThat(cases.get(second).allocatedService()).contains("health");
  }

  @Test
  @Clause({"WAR-4.3a"})
  void a_case_is_carried_over_while_too_few_are_in_the_room_and_the_next_one_heard_when_they_are_back() {
    var first = proposed("RUGBY");
    var second = proposed("RUGBY");
    var third = proposed("RUGBY");
    var sitting = sittingWith(first, CHAIR_AND_THREE);

    done(sitting, "Keep the sheet of those present", with("attendance", CHAIR_AND_THREE.subList(0, 3)));
    done(sitting, "Discuss the case", with("discussionResult", "NOT_QUORATE"));

    assertThat(states(sitting)).as("the second was called and carried over at once")
        .containsExactly(AgendaItem.State.CARRIED_OVER, AgendaItem.State.CARRIED_OVER, AgendaItem.State.CARRIED_OVER);
    assertThat(sittingOf(second).id()).isEqualTo(sittingOf(third).id()).isNotEqualTo(sitting.id());
  }

  @Test
  @Clause({"WAR-4.3a"})
  void no_decision_stands_once_the_quorum_is_lost_until_somebody_of_a_third_service_is_back() {
    var id = proposed("RUGBY");
    var sitting = sittingWith(id, CHAIR_AND_THREE);
    done(sitting, "Keep the sheet of those present", with("attendance", CHAIR_AND_THREE.subList(0, 3)));

    var agreed = with("discussionResult", "AGREED", "panelOutcome", "ALLOCATED", "leadAgency", "police");
    assertThatThrownBy(() -> done(sitting, "Discuss the case", agreed)).hasMessageContaining("not quorate now: 2 services that count, a chair");
    assertThat(decisions.latest(id)).isEmpty();

    done(sitting, "Keep the sheet of those present", with("attendance", CHAIR_AND_THREE));
    done(sitting, "Discuss the case", agreed);
    assertThat(decisions.latest(id)).hasValueSatisfying(decision -> assertThat(decision.service()).contains("police"));
  }

  @Test
  @Clause({"WAR-5.1a", "WAR-5.1b"})
  void the_chair_is_of_the_early_help_service_and_the_vice_chair_an_early_help_officer() {
    var id = proposed("RUGBY");
    var sitting = sittingWith(id, CHAIR_AND_THREE);
    for (var wrong : List.of(present("Bob", "police", "CHAIR"), present("Cem", "early-help-officers", "CHAIR"), present("Dee", "early-help", "VICE_CHAIR_ACTING"), present("Eva", "health", "VICE_CHAIR"))) {
      assertThatThrownBy(() -> done(sitting, "Keep the sheet of those present", with("attendance", List.of(wrong)))).as(wrong.toString())
          .hasMessageContaining("as the table 'seat' gives that seat to them alone");
    }
    assertThat(attendance.chairPresent(sitting.id())).as("the sheet stays as it was").isTrue();
    done(sitting, "Keep the sheet of those present", with("attendance", List.of(present("Cara", "early-help-officers", "VICE_CHAIR_ACTING"))));
    assertThat(attendance.chairPresent(sitting.id())).isTrue();
  }

  @Test
  @Clause({"WAR-6.1b", "WAR-4.3a"})
  void who_comes_late_votes_once_on_the_sheet_who_left_does_not_and_a_vote_without_quorum_is_not_held() {
    var id = proposed("RUGBY");
    var next = proposed("RUGBY");
    var sitting = sittingWith(id, CHAIR_AND_THREE);
    done(sitting, "Discuss the case", with("discussionResult", "DIFFERENCE"));
    done(sitting, "Hear the agencies involved", with());

    var ofLateComer = with("voteHeld", "HELD", "votes", List.of(with("voter", "Eva", "service", "youth-justice", "choice", "police")));
    assertThatThrownBy(() -> done(sitting, "Record the votes", ofLateComer)).hasMessageContaining("expected one of those present with a vote");
    done(sitting, "Keep the sheet of those present", with("attendance",
        List.of(CHAIR_AND_THREE.get(0), CHAIR_AND_THREE.get(1), CHAIR_AND_THREE.get(2), present("Eva", "youth-justice", "MEMBER"))));
    assertThatThrownBy(() -> done(sitting, "Record the votes",
        with("voteHeld", "HELD", "votes", List.of(with("voter", "Dee", "service", "prospects", "choice", "police"))))).hasMessageContaining("Dee");
    assertThatThrownBy(() -> done(sitting, "Record the votes", ofLateComer)).hasMessageContaining("votes has no row for Ann of service 'early-help'; expected a vote of each who is present with one");
    done(sitting, "Record the votes", with("voteHeld", "HELD", "votes", List.of(vote("Ann", "early-help", "ABSTAINS"), vote("Bob", "police", "health"), vote("Cem", "health", "ABSTAINS"),
        vote("Eva", "youth-justice", "health"))));
    done(sitting, TERMS, with());
    assertThat(decisions.latest(id)).hasValueSatisfying(decision -> {
      assertThat(decision.reachedBy()).isEqualTo("VOTE");
      assertThat(decision.service()).as("who abstains casts no vote").contains("health");
    });

    done(sitting, "Discuss the case", with("discussionResult", "DIFFERENCE"));
    done(sitting, "Hear the agencies involved", with());
    done(sitting, "Record the votes", with("voteHeld", "NOT_QUORATE"));
    assertThat(decisions.latest(next)).isEmpty();
    assertThat(sittingOf(next).id()).isNotEqualTo(sitting.id());
  }

  @Test
  void a_sitting_is_told_over_rest_by_those_who_may_and_refused_where_nobody_waits_for_it() {
    var id = proposed("RUGBY");
    var sitting = sittingOf(id);
    untilSignIn(sitting);
    var support = Rest.as("business-support.war", port);
    var chair = Rest.as("chair.war", port);
    var at = "/api/meetings/" + sitting.id();

    assertThat(chair.put(at + "/cases/" + id + "/votes", Map.of("votes", List.of())).status()).as("nobody votes yet").isEqualTo(409);
    assertThat(support.put(at + "/attendance", Map.of()).text()).contains("present is missing");
    assertThat(support.put(at + "/attendance", Map.of("answers", Map.of("welcomed", true), "present", List.of(present("Ann", "no-such-service", "CHAIR")))).json().path("faults").get(0).path("field").asText())
        .isEqualTo("attendance[0].service");
    assertThat(support.put(at + "/attendance", Map.of("present", CHAIR_AND_THREE, "answers", Map.of("welcomed", true))).status()).isEqualTo(204);
    assertThat(support.put(at + "/attendance", Map.of("present", CHAIR_AND_THREE)).status()).as("once more, now on the sheet").isEqualTo(204);

    assertThat(support.put(at + "/attendance", Map.of("present", List.of(CHAIR_AND_THREE.get(0), CHAIR_AND_THREE.get(0)))).text()).contains("names somebody of one service twice");
    assertThat(support.put(at + "/attendance", Map.of("present", List.of(plus(CHAIR_AND_THREE.get(0), "zzz", 1)))).text()).contains("present.[0].zzz: no such field here");
    var watching = Rest.as("supervisor.war", port).put(at + "/attendance", Map.of("present", CHAIR_AND_THREE));
    assertThat(watching.status()).as(watching.text()).isEqualTo(403);
    assertThat(watching.text()).contains("is not offered to you").doesNotContain("permission", "VARIABLE");
    assertThat(chair.put(at + "/cases/" + id + "/decision", Map.of("outcome", "ALLOCATED", "service", "health", "reasons", "x", "answers",
        with("discussionResult", "AGREED", "panelOutcome", "DEFERRED"))).text()).contains("answers.panelOutcome says again what the body says itself");

    var difference = Map.of("answers", with("discussionResult", "DIFFERENCE", "sharingObjected", "NO"));
    assertThat(Rest.as("allocated-service.war", port).put(at + "/cases/" + id + "/decision", difference).status()).as("a practitioner does not learn that there is a sitting").isEqualTo(404);
    assertThat(chair.put(at + "/cases/" + id + "/decision", difference).status()).isEqualTo(204);
    done(sitting, "Hear the agencies involved", with());
    var votes = support.put(at + "/cases/" + id + "/votes", Map.of("answers", Map.of("voteHeld", "HELD"), "votes",
        List.of(Map.of("voter", "Bob", "service", "police", "choice", "health"), Map.of("voter", "Ann", "service", "early-help"),
            Map.of("voter", "Cem", "service", "health"), Map.of("voter", "Dee", "service", "prospects"))));
    assertThat(votes.status()).as(votes.text()).isEqualTo(204);

    var told = support.get(at).json();
    assertThat(told.path("present")).hasSize(4);
    assertThat(told.path("agenda").get(0).path("votes").get(1).path("choice").asText()).isEqualTo("health");
    assertThat(told.path("agenda").get(0).path("decision").path("service").asText()).isEqualTo("health");
    assertThat(support.get("/api/meetings?forum=rugby").json()).anySatisfy(one -> assertThat(one.path("meetingId").asText()).isEqualTo(sitting.id()));
    assertThat(support.get("/api/cases/" + id + "/deadlines").json()).as("those of its meeting too")
        .anySatisfy(deadline -> assertThat(deadline.path("name").asText()).isEqualTo("preMeetHeld"));
    assertThat(support.get("/api/meetings/no-such").status()).isEqualTo(404);
    assertThat(Rest.anonymous(port).get(at).status()).isEqualTo(401);
  }

  private Meeting sittingWith(CaseId id, List<Map<String, Object>> attendance) {
    var sitting = sittingOf(id);
    untilSignIn(sitting);
    done(sitting, "Sign in", with("attendance", attendance));
    return sitting;
  }

  private List<AgendaItem.State> states(Meeting sitting) {
    return agenda.of(sitting.id()).stream().map(AgendaItem::state).toList();
  }

  private static Map<String, Object> vote(String voter, String service, String choice) {
    return with("voter", voter, "service", service, "choice", choice);
  }
}
