package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class AwaitReferrerModelTest extends ModelTest {

  AwaitReferrerModelTest() {
    super("warwickshire", "awaitReferrer", List.of(), List.of());
  }

  @Test
  void a_referral_that_is_not_complete_waits_for_the_answers_of_the_referrer() {
    start("complete", false);
    assertThat(open()).containsExactly("Complete the referral");
    assertThat(offered("Complete the referral")).containsExactly("business-support");
    done("Complete the referral", "awaited", "ANSWERED");

    endedBy("Waiting begun", "Send it back to the referrer", "Complete the referral", "Came back");
    assertThat(calls()).as("the referrer gets it back").containsExactly("notices.send referralReturned");
  }

  @Test
  void a_complete_one_waits_for_consent() {
    start("complete", true);
    assertThat(open()).containsExactly("Obtain consent");
    assertThat(offered("Obtain consent")).containsExactly("business-support");
    done("Obtain consent", "awaited", "ANSWERED");

    endedBy("Waiting begun", "Send it back for consent", "Obtain consent", "Came back");
    assertThat(calls()).as("the referrer gets it back").containsExactly("notices.send consentReturned");
  }

  @Test
  void the_referrer_is_chased_until_the_referral_comes_back_and_then_no_more() {
    start("complete", false);
    timeComes("Completion awaited", "completionReminder");
    assertThat(open()).containsExactly("Chase the referrer", "Complete the referral");
    assertThat(offered("Chase the referrer")).containsExactly("business-support");
    done("Chase the referrer");
    timeComes("Chase again", "chaseAgain");
    assertThat(open()).containsExactly("Chase the referrer", "Complete the referral");
    done("Complete the referral", "awaited", "ANSWERED");

    assertThat(open()).isEmpty();
    ended();
  }

  @Test
  void for_consent_the_referrer_is_chased_likewise() {
    start("complete", true);
    timeComes("Consent awaited", "consentReminder");
    assertThat(open()).containsExactly("Chase the referrer", "Obtain consent");
    done("Obtain consent", "awaited", "ANSWERED");

    assertThat(open()).isEmpty();
    ended();
  }

  @Test
  void a_referral_that_the_referrer_withdraws_is_closed_and_the_referrer_told() {
    start("complete", false);
    done("Complete the referral", "awaited", "WITHDRAWN");

    endedBy("Waiting begun", "Send it back to the referrer", "Complete the referral", "Tell the referrer: withdrawn", "Close as withdrawn", "Withdrawn");
    assertThat(calls()).containsExactly("notices.send referralReturned", "notices.send referralWithdrawn", "cases.close REFERRAL_WITHDRAWN");
  }

  @Test
  void only_the_chair_closes_what_is_never_answered() {
    start("complete", false);
    done("Complete the referral", "awaited", "ASK_CHAIR");
    assertThat(calls()).as("nothing is closed by itself").containsExactly("notices.send referralReturned");
    assertThat(offered("Close or go on waiting")).containsExactly("chair", "vice-chair");
    done("Close or go on waiting", "awaited", "CLOSE");

    endedBy("Waiting begun", "Send it back to the referrer", "Complete the referral", "Close or go on waiting", "Tell the referrer: closed", "Close by the chair", "Closed");
    assertThat(calls()).containsExactly("notices.send referralReturned", "notices.send closedByChair", "cases.close CLOSED_BY_CHAIR");
  }

  @Test
  void where_the_chair_waits_on_this_waiting_ends_and_its_chasing_with_it() {
    start("complete", false);
    timeComes("Completion awaited", "completionReminder");
    done("Complete the referral", "awaited", "ASK_CHAIR");
    done("Close or go on waiting", "awaited", "GO_ON");

    ended();
    assertThat(path()).endsWith("Close or go on waiting", "Goes on waiting");
    assertThat(calls()).as("nothing is closed, nobody is told again").containsExactly("notices.send referralReturned");
  }
}
