package org.baton.panel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.baton.protocol.Fact;
import org.baton.protocol.FormStore;
import org.baton.protocol.Packs;
import org.springframework.stereotype.Component;

/**
 * Takes what forms say about the members of a forum.
 *
 * <p>Targets: {@code member.service/name/change/reason} (a proposal for the forum at hand) and {@code member.answers} (rows of
 * {@code member.service/agrees/entry}).
 */
@Component
class MemberForms implements FormStore {

  private final Members members;
  private final Packs packs;

  MemberForms(Members members, Packs packs) {
    this.members = members;
    this.packs = packs;
  }

  @Override
  public Set<String> homes() {
    return Set.of("member");
  }

  @Override
  public Set<String> targets() {
    return Set.of("member.service", "member.name", "member.change", "member.reason", "member.answers", "member.answers/member.service",
        "member.answers/member.label", "member.answers/member.agrees", "member.answers/member.entry");
  }

  @Override
  public Set<String> shows() {
    return Set.of("member.proposal", "member.answers");
  }

  @Override
  public Map<String, Object> store(Submission submission, Map<String, Object> answers) {
    var facts = new HashMap<String, Object>();
    if (answers.containsKey("member.change")) {
      facts.put(Fact.MEMBER_ID, members.propose(submission.authority(), submission.fact(Fact.FORUM).orElseThrow(), text(answers, "member.service"),
          text(answers, "member.name"), "JOIN".equals(text(answers, "member.change")), text(answers, "member.reason")));
    }
    if (answers.containsKey("member.answers")) {
      facts.put(Fact.MEMBERS_NOT_AGREED, members.answer(submission.fact(Fact.MEMBER_ID).orElseThrow(), rows(answers)
          .map(row -> new Members.Answer(text(row, "member.service"), "YES".equals(text(row, "member.agrees")), text(row, "member.entry"))).toList()));
    }
    return facts;
  }

  @Override
  public Optional<Object> show(Submission submission, String path) {
    return submission.fact(Fact.MEMBER_ID).flatMap(id -> switch (path) {
      case "member.proposal" -> Optional.of(inWords(members.proposal(id)));
      case "member.answers" -> Optional.of(members.asked(id).entrySet().stream()
          .map(service -> Map.of("service", service.getKey(), "member", service.getValue())).toList());
      default -> Optional.empty();
    });
  }

  private String inWords(Members.Change change) {
    var profile = packs.current(change.authority()).profile();
    return profile.service(change.service()).name() + change.name().map(name -> ", " + name).orElse("") + ", for " + profile.forum(change.forum()).name()
        + ": " + change.reason();
  }

  @SuppressWarnings("unchecked")
  private static Stream<Map<String, Object>> rows(Map<String, Object> answers) {
    return ((List<Map<String, Object>>) answers.get("member.answers")).stream();
  }

  private static String text(Map<String, Object> answers, String path) {
    return Optional.ofNullable(answers.get(path)).map(Object::toString).filter(text -> !text.isBlank()).orElse(null);
  }
}
