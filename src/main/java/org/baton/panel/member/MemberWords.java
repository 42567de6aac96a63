package org.baton.panel.member;

import org.baton.protocol.Fact;
import org.baton.protocol.Packs;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

/** How members are named for people. */
@Component
public class MemberWords {

  private final Packs packs;

  MemberWords(Packs packs) {
    this.packs = packs;
  }

  /** The name of the service that does a step which every member does for its own; empty text if none does. */
  public String atHand(Submission submission) {
    return submission.fact(Fact.MEMBER_SERVICE).map(id -> packs.of(submission.deploymentId()).profile().serviceName(id)).orElse("");
  }

  String proposal(Members.Change change) {
    var profile = packs.current(change.authority()).profile();
    return profile.serviceName(change.service()) + change.name().map(name -> ", " + name).orElse("") + ", for " + profile.forumName(change.forum())
        + ": " + change.reason();
  }
}
