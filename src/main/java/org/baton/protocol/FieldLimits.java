package org.baton.protocol;

import java.util.List;
import java.util.Map;

/** The most characters that the home of an answer has room for; a form may state less, never more. */
final class FieldLimits {

  /** What a home takes that is not named here. */
  static final int OTHER = 15_000;

  private static final int NAME = 200;
  /** Of a given and a family name. */
  private static final int WHOLE_NAME = 450;

  private static final Map<String, Integer> MOST = Map.ofEntries(
      Map.entry("child.givenName", NAME), Map.entry("child.familyName", NAME), Map.entry("child.relation", 100),
      Map.entry("adult.givenName", NAME), Map.entry("adult.familyName", NAME), Map.entry("adult.relation", 100),
      Map.entry("referrer.name", NAME), Map.entry("referrer.email", NAME), Map.entry("case.leadProfessional", NAME),
      Map.entry("family.addressLine", 500), Map.entry("family.postcode", 12), Map.entry("family.addressOpenReason", 2_000),
      Map.entry("notice.toldWhom", NAME), Map.entry("notice.toldWhat", 2_000),  Map.entry("fact", 3_900),
      Map.entry("consent.giver", WHOLE_NAME), Map.entry("consent.obtainedBy", NAME), Map.entry("consent.how", NAME),
      Map.entry("consent.capacity", 60), Map.entry("attendance.name", NAME), Map.entry("agreement.by", NAME), Map.entry("member.name", NAME),
      Map.entry("note.who", WHOLE_NAME), Map.entry("vote.voter", NAME), Map.entry("action.responsible", NAME), Map.entry("step.responsible", NAME),
      Map.entry("panel.minutes", 800_000), Map.entry("decision.box", 20_000));

  private FieldLimits() {}

  /** @param targets where an answer goes; the smallest home decides */
  static int of(List<String> targets) {
    return targets.stream().mapToInt(target -> MOST.getOrDefault(target, OTHER)).min().orElse(OTHER);
  }
}
