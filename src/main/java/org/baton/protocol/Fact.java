package org.baton.protocol;

import java.util.Set;

/** The engine facts that Java itself reads and writes, beside those that a pack's forms and tables declare. */
public final class Fact {

  /** Number of the case that a process belongs to. */
  public static final String CASE_ID = "caseId";
  /** Set on the processes of a meeting. */
  public static final String MEETING_ID = "meetingId";
  /** Set while an agenda item is before the panel. */
  public static final String AGENDA_ITEM_ID = "agendaItemId";
  /** The panel that a case or meeting belongs to, an id of the profile. */
  public static final String FORUM = "forum";
  /** Whether every answer is there that the {@code completeness} table asks for. */
  public static final String COMPLETE = "complete";
  /** What the panel decided, an outcome of the authority's decision form. */
  public static final String PANEL_OUTCOME = "panelOutcome";
  /** Whether there is a further item on the agenda. */
  public static final String MORE_ITEMS = "moreItems";
  /** How many services that count for the quorum are signed in, the acting chair's seat left out. */
  public static final String SERVICES_PRESENT = "servicesPresent";
  /** Whether somebody signed in as chair, or as vice-chair acting for the chair. */
  public static final String CHAIR_PRESENT = "chairPresent";
  /** Votes for the leading choice less all other votes: above nought, it has more than half; 0 without votes. */
  public static final String LEADING_MARGIN = "leadingMargin";
  /** Whether a decision of the meeting waits for its sign-off. */
  public static final String UNSIGNED_DECISIONS = "unsignedDecisions";
  /** Whether a referral is in time for the coming sitting of its forum. */
  public static final String IN_TIME = "inTime";
  /** Whether the agenda of the sitting at hand is settled. */
  public static final String AGENDA_SETTLED = "agendaSettled";
  /** A proposed change of the members of a forum. */
  public static final String MEMBER_ID = "memberId";
  /** How many of today's members have not agreed to it. */
  public static final String MEMBERS_NOT_AGREED = "membersNotAgreed";
  /** Whether a decision names the service that is to take the case. */
  public static final String SERVICE_NAMED = "serviceNamed";
  /** Whether a process was waiting for the decision that it was told of. */
  public static final String PATHWAY_WOKEN = "pathwayWoken";
  /** Whether the allocated service can look into the system of record. */
  public static final String READS_RECORD_SYSTEM = "readsRecordSystem";

  /** What a member is to do that the process follows up; an id of the action log. */
  public static final String ACTION_ID = "actionId";
  /** Whether a meeting gave anybody something to do. */
  public static final String ACTIONS_LOGGED = "actionsLogged";
  /** The member of a forum that does a step which every member does for its own service; an id of the profile. */
  public static final String MEMBER_SERVICE = "memberService";
  /** The first half of the family's post code, for example {@code CV21}; {@code NONE} where no whole post code is known. */
  public static final String POSTCODE_DISTRICT = "postcodeDistrict";
  /** Whether consent to sharing stands now. */
  public static final String SHARING_ALLOWED = "sharingAllowed";
  /** Whether the service took the case on: {@code ACCEPTED} where it did, in the meeting or afterwards. */
  public static final String ACCEPTANCE = "acceptance";

  /** Message-ID of the notice that a person is asked to tell by other means. */
  public static final String NOTICE_ID = "noticeId";

  private static final Set<String> ALL = Set.of(CASE_ID, MEETING_ID, AGENDA_ITEM_ID, FORUM, COMPLETE, PANEL_OUTCOME, MORE_ITEMS,
      SERVICES_PRESENT, CHAIR_PRESENT, LEADING_MARGIN, PATHWAY_WOKEN, READS_RECORD_SYSTEM, ACCEPTANCE, SHARING_ALLOWED,
      UNSIGNED_DECISIONS, IN_TIME, AGENDA_SETTLED, MEMBER_ID, MEMBERS_NOT_AGREED, SERVICE_NAMED, MEMBER_SERVICE, ACTION_ID,
      ACTIONS_LOGGED, POSTCODE_DISTRICT, NOTICE_ID);

  private Fact() {}

  public static Set<String> all() {
    return ALL;
  }
}
