package org.baton.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseRecord;
import org.baton.casefile.answer.Answers;
import org.baton.casefile.family.People;
import org.baton.panel.member.Members;
import org.baton.panel.sitting.Meeting;
import org.baton.panel.sitting.Sittings;
import org.baton.protocol.AnswerReaders;
import org.baton.protocol.Fact;
import org.baton.protocol.Pack;
import org.baton.protocol.RoleRow;
import org.baton.protocol.Row;
import org.springframework.stereotype.Component;

/** Whom a word of the tables {@code notice} and {@code deadline} means for the case or meeting at hand, and where they are written to today. */
@Component
class Recipients {

  static final String NOTE_WHO = "noteWho";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Directory directory;
  private final CaseFile cases;
  private final People people;
  private final Answers answers;
  private final Sittings sittings;
  private final Members members;

  Recipients(Directory directory, CaseFile cases, People people, Answers answers, Sittings sittings, Members members) {
    this.directory = directory;
    this.cases = cases;
    this.people = people;
    this.answers = answers;
    this.sittings = sittings;
    this.members = members;
  }

  /** Who gets one message. @param who in words @param addresses empty where there is none, so that a person has to tell them */
  record To(String who, List<String> addresses) {}

  /**
   * Each is one message. A word means, the first that fits: a word in capitals of its own meaning, all members of the forum, those of each
   * forum where the matter is no single one's, the allocated
   * service (a role of services), the services that an answer of that name chose, or whoever the directory has under it.
   */
  List<To> of(Pack pack, String word, Map<String, Object> facts) {
    var id = Optional.ofNullable((String) facts.get(Fact.CASE_ID)).map(CaseId::new);
    var forum = forum(facts, id);
    return switch (word) {
      case NoticeRow.REFERRER -> List.of(referrer(id));
      case NoticeRow.NOTE -> List.of(noted(pack, forum, Optional.ofNullable((String) facts.get(NOTE_WHO))));
      case NoticeRow.NEW_MEMBER -> {
        var proposal = members.proposal((String) facts.get(Fact.MEMBER_ID));
        yield List.of(service(pack, Optional.of(proposal.forum()), proposal.service()));
      }
      case NoticeRow.MEMBER -> List.of(service(pack, forum, (String) facts.get(Fact.MEMBER_SERVICE)));
      case NoticeRow.HOLDER -> List.of(service(pack, forum, cases.get(id.orElseThrow(() -> new IllegalStateException("A letter to the holder is about no case"))).holder()));
      case NoticeRow.ALLOCATED_SERVICE -> List.of(allocated(pack, forum, id));
      case NoticeRow.MEMBERS -> forum.isPresent() || id.isPresent() ? members(pack, forum)
          : pack.profile().forums().stream().flatMap(each -> members(pack, Optional.of(each.id())).stream()).toList();
      default -> other(pack, word, forum, id);
    };
  }

  /** As {@link #of}, without the service that leads where a note or an answer names it. */
  List<To> butLead(Pack pack, String word, Map<String, Object> facts) {
    var id = Optional.ofNullable((String) facts.get(Fact.CASE_ID)).map(CaseId::new);
    var lead = id.map(cases::get).flatMap(CaseRecord::allocatedService);
    if (word.equals(NoticeRow.NOTE)) {
      return lead.filter(service -> service.equals(facts.get(NOTE_WHO))).isPresent() ? List.of() : of(pack, word, facts);
    }
    var chosen = chosen(id, word);
    return chosen.isEmpty() ? of(pack, word, facts)
        : chosen.stream().filter(service -> !lead.equals(Optional.of(service))).map(service -> noted(pack, forum(facts, id), Optional.of(service))).toList();
  }

  private Optional<String> forum(Map<String, Object> facts, Optional<CaseId> id) {
    return Optional.ofNullable((String) facts.get(Fact.MEETING_ID)).map(sittings::get).map(Meeting::forum)
        .or(() -> Optional.ofNullable((String) facts.get(Fact.FORUM))).or(() -> id.map(cases::get).flatMap(CaseRecord::forum));
  }

  private To referrer(Optional<CaseId> id) {
    var referrer = id.map(people::family).map(family -> family.referrer()).orElseThrow(() -> new IllegalStateException("A letter to the referrer is about no case"));
    return new To("the referrer, " + referrer.name(), Stream.ofNullable(referrer.email()).map(String::strip).filter(DirectoryRows::isAddress).toList());
  }

  /** A service, or the name of somebody as it was typed. */
  private To noted(Pack pack, Optional<String> forum, Optional<String> who) {
    if (who.isEmpty()) {
      return new To("whom the note is about, who is not named", List.of());
    }
    if (pack.profile().services().stream().anyMatch(service -> service.id().equals(who.get()))) {
      return service(pack, forum, who.get());
    }
    var entries = directory.of(pack.authority(), forum, who.get(), DirectoryEntry.Kind.SEAT);
    return to(who.get(), entries.isEmpty() ? directory.named(pack.authority(), who.get()) : entries);
  }

  private To allocated(Pack pack, Optional<String> forum, Optional<CaseId> id) {
    return id.map(cases::get).flatMap(CaseRecord::allocatedService).map(service -> service(pack, forum, service))
        .orElse(new To("the allocated service, of which none is recorded", List.of()));
  }

  private To service(Pack pack, Optional<String> forum, String service) {
    return to(pack.profile().serviceName(service), directory.of(pack.authority(), forum, service, DirectoryEntry.Kind.SERVICE));
  }

  /** One message to all, and one to be told by other means to those without an address. */
  private List<To> members(Pack pack, Optional<String> forum) {
    if (forum.isEmpty()) {
      return List.of(new To("the members of a panel, as none is known here", List.of()));
    }
    var reached = new ArrayList<To>();
    var missed = new ArrayList<To>();
    members.of(pack.authority(), forum.get()).forEach(member -> {
      var to = service(pack, forum, member.service());
      (to.addresses().isEmpty() ? missed : reached).add(to);
    });
    var panel = "the members of " + pack.profile().forumName(forum.get());
    var messages = new ArrayList<To>();
    if (!reached.isEmpty()) {
      messages.add(new To(panel + ": " + names(reached), reached.stream().flatMap(to -> to.addresses().stream()).distinct().toList()));
    }
    if (!missed.isEmpty() || reached.isEmpty()) {
      messages.add(new To(panel + (missed.isEmpty() ? ", of whom there are none" : " without an address: " + names(missed)), List.of()));
    }
    return messages;
  }

  private List<To> other(Pack pack, String word, Optional<String> forum, Optional<CaseId> id) {
    var role = pack.rows(RoleRow.class).find(Map.of("role", word)).map(Row::cells);
    if (role.isPresent() && role.get().scope() == RoleRow.Scope.SERVICE) {
      return List.of(allocated(pack, forum, id));
    }
    var chosen = chosen(id, word);
    if (!chosen.isEmpty()) {
      return chosen.stream().map(service -> noted(pack, forum, Optional.of(service))).toList();
    }
    return List.of(to(role.map(RoleRow::title).orElse(word.replace('-', ' ')), directory.of(pack.authority(), forum, word, DirectoryEntry.Kind.ROLE)));
  }

  private List<String> chosen(Optional<CaseId> id, String word) {
    return id.map(answers::latest).map(answers -> answers.get(AnswerReaders.answerKey(word))).map(Recipients::chosen).orElse(List.of());
  }

  /** Several are kept as a JSON list, one as it is. */
  private static List<String> chosen(String answer) {
    if (answer.isBlank()) {
      return List.of();
    }
    try {
      return answer.startsWith("[") ? JSON.readerForListOf(String.class).readValue(answer) : List.of(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer that names services is no readable list", e);
    }
  }

  private static String names(Collection<To> all) {
    return all.stream().map(To::who).collect(Collectors.joining("; "));
  }

  private static To to(String who, List<DirectoryEntry> entries) {
    var people = entries.stream().map(entry -> entry.person().orElse(null)).filter(Objects::nonNull).filter(person -> !person.equalsIgnoreCase(who)).distinct().toList();
    return new To(who + (people.isEmpty() ? "" : ", " + String.join(", ", people)), entries.stream().map(DirectoryEntry::address).distinct().toList());
  }
}
