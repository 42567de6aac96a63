package org.baton.protocol;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what is wrong with the profile of an authority. */
final class ProfileCheck {

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST_ID = 40;
  private static final int LONGEST_NAME = 120;
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final Profile profile;
  private final Catalogue catalogue;
  private final Faults faults;

  ProfileCheck(Profile profile, Catalogue catalogue, Faults faults) {
    this.profile = profile;
    this.catalogue = catalogue;
    this.faults = faults;
  }

  /** @param authority whose pack it is */
  void check(String authority) {
    if (!authority.equals(profile.authority())) {
      fault("authority", String.valueOf(profile.authority()), authority);
    }
    checkName("name", profile.name());
    if (prefix(profile) == null) {
      fault("caseNumberPrefix", String.valueOf(profile.caseNumberPrefix()), "three capital letters, as case numbers begin with them");
    }
    checkIds("forums", profile.forums().stream().map(Profile.Forum::id).toList());
    checkIds("services", profile.services().stream().map(Profile.Service::id).toList());
    profile.forums().forEach(this::checkForum);
    if (!profile.forums().isEmpty() && profile.services().stream().noneMatch(Profile.Service::core)) {
      fault("services", "panels, and no service with core: true", "one at least: these are the first members of each panel");
    }
    profile.services().forEach(this::checkService);
    profile.closures().forEach((day, reason) -> checkName("closures." + day, reason));
  }

  /** What case numbers begin with; null if that is not three capital letters. */
  static String prefix(Profile profile) {
    return profile.caseNumberPrefix() != null && profile.caseNumberPrefix().matches("[A-Z]{3}") ? profile.caseNumberPrefix() : null;
  }

  private void checkForum(Profile.Forum forum) {
    checkName(forum.id(), forum.name());
    if (forum.everyWeeks() < 1 || forum.everyWeeks() > 52) {
      fault(forum.id(), "everyWeeks: " + forum.everyWeeks(), "1 to 52");
    }
    if (forum.firstMeeting() == null || WEEKEND.contains(forum.firstMeeting().getDayOfWeek())) {
      fault(forum.id(), "firstMeeting: " + forum.firstMeeting(), "a date from Monday to Friday, such as 2026-01-13");
    }
    if (forum.startsAt() == null) {
      fault(forum.id(), "startsAt: nothing", "a time of day such as \"10:00\"");
    }
    if (forum.hours() < 1 || forum.hours() > 12) {
      fault(forum.id(), "hours: " + forum.hours(), "1 to 12");
    }
  }

  private void checkService(Profile.Service service) {
    checkName(service.id(), service.name());
    if (service.clause() != null && catalogue.find(service.clause()).isEmpty()) {
      fault(service.id(), "the clause " + service.clause(), "a clause of the catalogue");
    }
    if (service.sector() != null && (service.sector().isBlank() || service.sector().length() > LONGEST_ID)) {
      fault(service.id(), "sector: '" + service.sector() + "'", "a sector of 1 to " + LONGEST_ID + " characters, or none");
    }
  }

  private void checkIds(String what, List<String> ids) {
    var seen = new HashSet<String>();
    ids.forEach(id -> {
      if (id == null || !ID.matcher(id).matches() || id.length() > LONGEST_ID) {
        fault(what, "the id '" + id + "'", "small letters, digits and single hyphens, " + LONGEST_ID + " characters at most");
      } else if (!seen.add(id)) {
        fault(what, "the id '" + id + "' a second time", "each id once");
      }
    });
  }

  private void checkName(String element, String name) {
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      fault(element == null ? "name" : element, name == null ? "no name" : "the name '" + name + "'", "1 to " + LONGEST_NAME + " characters");
    }
  }

  private void fault(String element, String found, String expected) {
    faults.add(PackFiles.PROFILE, element, found, expected);
  }
}
