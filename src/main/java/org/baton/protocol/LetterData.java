package org.baton.protocol;

import java.util.Map;
import java.util.Set;

/** What a module knows that letters, mails and record entries may say. Personal data: only for what is written from it. */
public interface LetterData {

  /** Under this name the facts also tell whose pack the letter is written from. */
  String AUTHORITY = "authorityId";
  /** Before the key of an answer: {@code answer.note} is the latest to a field of the key {@code note}. */
  String ANSWER = "answer";

  /** Every name that {@link #data} can give; the pack check refuses letters that say another. */
  Set<String> names();

  /** Of these, the names that say whom a family is or what was said of it: a letter with one is sent locked. */
  default Set<String> personal() {
    return Set.of();
  }

  /** Names that are only known from a moment on. */
  default Map<String, Moment> since() {
    return Map.of();
  }

  /** @param facts the engine facts of the process that writes; names of the data are lowerCamel, values are never null */
  Map<String, Object> data(Map<String, Object> facts);
}
