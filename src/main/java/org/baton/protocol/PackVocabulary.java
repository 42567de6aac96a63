package org.baton.protocol;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Java offers to packs: the beans that models may call, what form fields may name and show, what
 * letters may say, and what deadlines count from.
 */
public interface PackVocabulary {

  /** The messages that Baton itself sends, with the call that makes it do so; empty where something else than a model does. */
  Map<String, String> MESSAGES = Map.of(
      "baton.safeguardingConcernRaised", "safeguarding.raise",
      "baton.panelDecided", "panel.wakePathway",
      "baton.decisionChanged", "panel.changePathway",
      "baton.sittingCancelled", "");

  /** Baton's own pages, which carry out a clause where the profile says so. */
  Set<String> PAGES = Set.of("register", "letters", "directory", "packs");

  /** The processes that Baton begins itself, beside those that begin by a form. */
  Set<String> BEGUN = Set.of("referral", "takeOver", "panelMeeting", "tellByOtherMeans");

  /** The calls that models may make. */
  BeanContract beans();

  /** What form fields can name as their target, and what they can show. */
  FormContract forms();

  /** The tables that Java reads. */
  TableContract tables();

  /** What the rows of these tables must say together. */
  List<TableRule> tableRules();

  /** What the parts of a pack must say together. */
  List<PackRule> packRules();

  /** What the clocks of models must say together. */
  List<TimerRule> timerRules();

  /** What the modules know that letters may say. */
  Stream<LetterData> letterData();

  /** The names that letters and kinds of record entries may say. */
  default Set<String> letterNames() {
    return letterData().flatMap(data -> data.names().stream()).collect(Collectors.toSet());
  }

  /** Of these, those that say whom a family is or what was said of it. */
  default Set<String> personalNames() {
    return letterData().flatMap(data -> data.personal().stream()).collect(Collectors.toSet());
  }

  /** Of these, those that are only known from a moment on. */
  default Map<String, Moment> letterMoments() {
    return Moment.together(letterData().map(LetterData::since));
  }

  /** The instants that deadlines count from, beside days that forms ask for. */
  Set<String> anchors();

  /** Of these, those that are only known from a moment on. */
  Map<String, Moment> anchorMoments();
}
