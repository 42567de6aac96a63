package org.baton.platform.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.baton.calendar.WorkingCalendar;
import org.baton.protocol.FormDefinition;
import org.baton.protocol.FormDefinition.Field;
import org.baton.protocol.FormRules;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Makes up answers that any form of any authority takes: invented people, plausible texts, one of the options. The same seed gives the
 * same answers. Families have one to five children; fewer than a quarter come back, as in the national figures (22.6 per cent).
 */
public final class SampleAnswers {

  private static final List<String> GIVEN = List.of("Amara", "Ben", "Chloe", "Dylan", "Ella", "Finn", "Grace", "Harvey", "Isla", "Jayden",
      "Keira", "Leo", "Maya", "Noah", "Olivia", "Priya", "Quinn", "Rosie", "Samir", "Tilly", "Umar", "Violet", "Will", "Yusuf", "Zara");
  private static final List<String> FAMILY = List.of("Ashdown", "Bellweather", "Carrow", "Dunmore", "Ellery", "Farthing", "Garrick", "Hollis",
      "Inglewood", "Jessop", "Kestrel", "Lockyer", "Marlowe", "Norbury", "Okafor", "Penrose", "Quayle", "Rahman", "Singh", "Thackery");
  private static final List<String> NEEDS = List.of(
      "Attendance has fallen below sixty per cent and the family has stopped answering the school's calls.",
      "The parents have separated; contact between them is hostile and the children witness it.",
      "A parent's low mood means that the older child does most of the caring.",
      "Rent arrears and an overcrowded flat; the youngest has missed health appointments.",
      "Behaviour at home and at school has worsened since a bereavement.");
  /** Children in a family, weighted: most have one or two. */
  private static final int[] CHILDREN = {1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 5};
  private static final double RE_REFERRED = 0.226;
  /** How often the first answer of a question is given, which forms list as the usual one. */
  private static final double USUAL = 0.75;
  /** How often one person gives one consent. */
  private static final double CONSENTS = 0.95;
  /** Days from one day to another that lies after it. */
  private static final int LATER = 70;
  /** Whatever day the demo cases are at, this one has been. */
  private static final int BEFORE_THE_DEMO = 100;

  /** What Baton itself fills, and what made-up people have no cause for. */
  private static final Set<String> LEFT_ALONE = Set.of("consent.person", "child.person", "child.oneName", "adult.oneName", "family.addressOpenReason");

  private final Random random;
  private final boolean longest;
  private LocalDate today;
  /** By form, as each authority asks in its own words. */
  private final Map<FormDefinition, List<Map<String, Object>>> earlier = new HashMap<>();

  /** @param today the day on which ages are counted and dates begin */
  public SampleAnswers(long seed, LocalDate today) {
    this(seed, today, false);
  }

  /** @param longest whether each text is as long as its form lets it be */
  public SampleAnswers(long seed, LocalDate today, boolean longest) {
    this.random = new Random(seed);
    this.today = today;
    this.longest = longest;
  }

  /** From now on, ages are counted and dates begin on that day. */
  public void on(LocalDate day) {
    today = day;
  }

  /**
   * Answers for every field that the form asks for; options in {@code wanted} are taken where the form has them.
   *
   * @param shown what the open task shows, by field key; rows shown are kept and completed
   * @param wanted answers that must be given, by field key
   */
  public Map<String, Object> fill(FormDefinition form, Map<String, ?> shown, Map<String, ?> wanted) {
    var known = new HashMap<String, Object>(shown);
    var answers = new LinkedHashMap<String, Object>();
    var surname = pick(FAMILY);
    for (var field : form.fields()) {
      if (!field.takesAnswer() || !FormRules.asked(field, known)) {
        continue;
      }
      var value = wanted.containsKey(field.key()) ? wanted.get(field.key()) : field.repeats() ? rows(field, shown.get(field.key()), surname)
          : shown.containsKey(field.key()) && !field.shows().isEmpty() ? shown.get(field.key()) : after(field, known).orElseGet(() -> value(field, surname));
      if (value != null) {
        answers.put(field.key(), value);
        known.put(field.key(), value);
      }
    }
    return answers;
  }

  /** A referral to an authority's referral form; now and then the children of an earlier one come back. */
  public Map<String, Object> referral(FormDefinition form, Map<String, ?> wanted) {
    var answers = fill(form, Map.of(), wanted);
    var ofForm = earlier.computeIfAbsent(form, one -> new ArrayList<>());
    if (!ofForm.isEmpty() && random.nextDouble() < RE_REFERRED) {
      var before = pick(ofForm);
      form.fields().stream().filter(field -> field.targets().contains("family.children") && !wanted.containsKey(field.key()))
          .forEach(field -> answers.put(field.key(), before.get(field.key())));
    }
    ofForm.add(answers);
    return answers;
  }

  /** A day that lies after that of another field, which was answered already. */
  private static Optional<Object> after(Field field, Map<String, Object> known) {
    return field.after().map(known::get).map(day -> LocalDate.parse(day.toString()).plusDays(LATER).toString());
  }

  private Object value(Field field, String surname) {
    var target = field.targets().get(0);
    if (!field.examples().isEmpty()) {
      return pick(field.examples());
    }
    if (target.equals("panel.accepted")) {
      return "NO";
    }
    if (LEFT_ALONE.contains(target)) {
      return null;
    }
    return switch (field.type()) {
      case "radio" -> random.nextDouble() < (target.startsWith("consent.") ? CONSENTS : USUAL) ? field.options().get(0) : pick(field.options());
      case "select" -> pick(field.options());
      case "checklist", "taglist" -> List.of(pick(field.options()));
      case "checkbox" -> field.rules().required() || random.nextInt(4) == 0;
      case "number" -> field.rules().min() == null ? 1 : (int) Math.ceil(field.rules().min());
      case "datetime" -> target.equals("consent.validUntil") ? null : date(target, field.properties().getOrDefault("day", ""));
      default -> text(field, target, surname);
    };
  }

  private String date(String target, String day) {
    return (target.startsWith("child.") ? today.minusDays(random.nextInt(17 * 365)) : target.startsWith("adult.")
        ? today.minusYears(20).minusDays(random.nextInt(20 * 365)) : target.startsWith("consent.") ? today.minusDays(random.nextInt(20))
        : target.equals("notice.toldOn") ? now() : day.equals("past") ? today.minusDays(BEFORE_THE_DEMO) : (day.equals("future") ? now() : today).plusDays(14)).toString();
  }

  private static LocalDate now() {
    return WorkingCalendar.day(ClockUtil.getCurrentTime().toInstant());
  }

  private String text(Field field, String target, String surname) {
    var text = shortText(field, target, surname);
    var room = field.rules().maxLength();
    return longest && room != null && !target.equals("referrer.email") && text.length() + 2 < room
        ? text + " " + "and so on ".repeat(room / 10 + 1).substring(0, room - text.length() - 2) + "." : text;
  }

  private String shortText(Field field, String target, String surname) {
    return switch (target) {
      case "child.givenName", "adult.givenName" -> pick(GIVEN);
      case "child.familyName", "adult.familyName" -> surname;
      case "adult.relation" -> random.nextBoolean() ? "Mother" : "Father";
      case "referrer.name", "consent.obtainedBy", "attendance.name", "action.responsible" -> pick(GIVEN) + " " + pick(FAMILY);
      case "referrer.email" -> "referrer" + random.nextInt(1000) + "@example.org";
      case "consent.giver" -> pick(GIVEN) + " " + surname;
      case "consent.how" -> "In person";
      case "family.addressLine" -> (1 + random.nextInt(90)) + " Mill Lane";
      default -> field.rules().maxLength() != null && field.rules().maxLength() < 100 ? "Noted" : pick(NEEDS);
    };
  }

  private List<Map<String, Object>> rows(Field field, Object shown, String surname) {
    var rows = new ArrayList<Map<String, Object>>();
    if (shown instanceof List<?> given) {
      given.forEach(row -> rows.add(row(field, asMap(row), surname)));
      return rows;
    }
    if ((field.targets().get(0).startsWith("panel.note.") || field.targets().get(0).startsWith("panel.log.") || field.targets().contains("panel.actions")) && !field.rules().required() && !field.properties().containsKey("rows")) {
      return null;
    }
    var count = field.targets().contains("family.children") ? CHILDREN[random.nextInt(CHILDREN.length)] : 1;
    for (var i = 0; i < count; i++) {
      rows.add(row(field, Map.of(), surname));
    }
    return rows;
  }

  private Map<String, Object> row(Field field, Map<String, Object> shown, String surname) {
    var row = new LinkedHashMap<String, Object>();
    field.children().stream().filter(child -> child.takesAnswer()).forEach(child -> {
      var known = shown.get(child.key());
      // What held the case up is what people now bring.
      var value = known == null || "MISSING".equals(known) || "NOT_NEEDED".equals(known) ? value(child, surname) : known;
      if (value != null) {
        row.put(child.key(), value);
      }
    });
    return row;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Object row) {
    return (Map<String, Object>) row;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
