package org.baton.pathway;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.casefile.access.Access;
import org.baton.casefile.access.PanelAccess;
import org.baton.casefile.access.CurrentUser;
import org.baton.casefile.access.Right;
import org.baton.casefile.holder.ClosureRow;
import org.baton.protocol.ApiInput;
import org.baton.protocol.BadInputException;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.baton.protocol.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

/**
 * The register of referrals that each district's business support keeps: a row for every referral from its receipt on, with what was
 * decided on it, why, when and by whom. It writes itself; people add a remark and a day to come back to it.
 */
@Service
@Transactional
public class Register {

  public static final int PAGE = 100;
  private static final int REMARK = 2000;

  private final RegisterStore store;
  private final Access access;
  private final PanelAccess panelAccess;
  private final Packs packs;
  private final Clock clock;
  private final CurrentUser user;

  Register(RegisterStore store, Access access, PanelAccess panelAccess, Packs packs, Clock clock, CurrentUser user) {
    this.store = store;
    this.access = access;
    this.panelAccess = panelAccess;
    this.packs = packs;
    this.clock = clock;
    this.user = user;
  }

  /** What the register is sorted by. */
  public enum Sort { CASE, PANEL, RECEIVED, STATE, SITTING, DECISION, DECIDED, FOLLOW_UP }

  /**
   * Which rows are wanted and in which order.
   *
   * @param forum id of the panel; empty for all
   * @param words in a child's name, the case number or the remark, upper or lower case; empty for all
   * @param open true for open cases alone
   */
  public record Query(String forum, String words, boolean open, Sort sort, boolean descending) {}

  /**
   * One referral.
   *
   * @param panel null until the case belongs to one
   * @param state the stage of an open case, or how it ended in the words of the table {@code closure}
   * @param sitting start of the sitting it stands for or was last decided at; null if it stood on no agenda
   * @param decision null until decided, as are reason, day and decider
   * @param followUpOn London date
   */
  public record Row(
      String caseId, String panel, Instant receivedAt, String children, String referredBy, String route, String level, String state, Instant sitting,
      String decision, String service, String reason, Instant decidedAt, String decider, String remark, LocalDate followUpOn) {}

  /**
   * What somebody adds to a row, replacing what was there; null takes it away. Nothing may be left out, so that nothing goes unseen.
   *
   * @param was the row as it stood before them
   */
  public record Change(String caseId, @JsonProperty(required = true) String remark, @JsonProperty(required = true) LocalDate followUpOn,
      @JsonProperty(required = true) Entry was) {}

  /** What people have added to a row; null where they have not. */
  public record Entry(@JsonProperty(required = true) String remark, @JsonProperty(required = true) LocalDate followUpOn) {

    static final Entry NOTHING = new Entry(null, null);
  }

  /** Somebody else has changed the row since it was read. */
  public static class ChangedMeanwhileException extends RuntimeException {

    ChangedMeanwhileException(CaseId id) {
      super("The row of " + id + " is no longer as you saw it: somebody has changed its remark or its day meanwhile; load the register again");
    }
  }

  /**
   * Rows of the cases that the user's roles open, each look logged, {@value #PAGE} a page.
   *
   * @param page the first is 0
   * @throws BadInputException if the page is below 0 or the authority has no such panel
   */
  public List<Row> page(Query query, int page) {
    if (page < 0) {
      throw new BadInputException("page is " + page + "; expected 0 or more");
    }
    return rows(query, Optional.of(page));
  }

  /** All rows of the query, for a spreadsheet. */
  public List<Row> all(Query query) {
    return rows(query, Optional.empty());
  }

  /** The panels whose cases are open to the user, in the order of their profiles. */
  @Transactional(readOnly = true)
  public List<Profile.Forum> panels() {
    access.require(Right.READ_REGISTER);
    return access.reaches(Optional.of(Right.READ_REGISTER)).stream().flatMap(reach -> packs.current(reach.authority()).profile().forums().stream()
        .filter(forum -> reach.all() || reach.forums().contains(forum.id()))).toList();
  }

  /**
   * Changes rows in bulk: all of them or, if one is refused, none.
   *
   * @throws org.baton.casefile.CaseNotFoundException if a case is not there or not of the user's authorities
   * @throws ChangedMeanwhileException if a row is no longer as it was
   * @throws IllegalArgumentException if a remark is too long, a day cannot be, a row is null or without its case, or a case is named twice
   */
  public void change(List<Change> changes) {
    ApiInput.rows("changes", changes);
    if (changes.stream().map(Change::caseId).distinct().count() < changes.size()) {
      throw new IllegalArgumentException("caseId names a case twice; expected one change for each case");
    }
    changes.forEach(change -> {
      if (change.caseId() == null) {
        throw new BadInputException("caseId is missing; expected the number of the case whose row changes");
      }
      var id = access.find(change.caseId(), Right.CHANGE_REGISTER).id();
      ApiInput.text("remark of " + id, change.remark(), REMARK);
      ApiInput.day("followUpOn of " + id, change.followUpOn());
      if (!store.entry(id).equals(change.was())) {
        throw new ChangedMeanwhileException(id);
      }
      store.keep(id, change.remark() == null || change.remark().isBlank() ? null : change.remark().strip(), change.followUpOn(), clock.instant(), user.id());
    });
  }

  private List<Row> rows(Query query, Optional<Integer> page) {
    access.require(Right.READ_REGISTER);
    panelAccess.requirePanel("forum", query.forum());
    var rows = access.reaches(Optional.of(Right.READ_REGISTER)).stream().flatMap(reach -> store.find(reach, query, page).stream()).map(this::inWords).toList();
    access.shown(rows.stream().map(row -> new CaseId(row.caseId())).toList(), "register");
    return rows;
  }

  private Row inWords(RegisterStore.Stored stored) {
    var pack = packs.of(stored.deploymentId());
    var profile = pack.profile();
    return new Row(stored.caseId(), stored.forum() == null ? null : profile.forumName(stored.forum()), stored.receivedAt(), stored.children(),
        stored.referrer() + ", " + profile.serviceName(stored.referringService()), capital(pack, stored.route(), "case.route"), capital(pack, stored.level(), "answer.level"),
        stored.outcome() == null ? capital(pack, stored.stage()) : pack.rows(ClosureRow.class).find(Map.of("outcome", stored.outcome())).map(row -> row.cells().meaning()).orElse(Profile.unknown(stored.outcome())), stored.sitting(), stored.decision() == null ? null : StringUtils.capitalize(pack.outcome(stored.decision())),
        stored.service() == null ? null : profile.serviceName(stored.service()), stored.reason(), stored.decidedAt(),
        stored.reachedBy() == null ? null : capital(pack, stored.reachedBy()) + (stored.signedBy() == null ? "" : ", signed by " + stored.signedBy()),
        stored.remark(), stored.followUpOn());
  }

  private static String capital(Pack pack, String code, String... asked) {
    return code == null ? null : StringUtils.capitalize(pack.words(code, asked));
  }
}
