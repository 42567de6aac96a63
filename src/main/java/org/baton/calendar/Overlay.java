package org.baton.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What the maintained list of bank holidays cannot know: one-off holidays and council closures, and days that are worked after all.
 *
 * @param closed day to the reason that people read, for example "Council closed between Christmas and New Year"
 * @param open days that count as working days whatever the list of holidays says
 */
public record Overlay(Map<LocalDate, String> closed, Set<LocalDate> open) {

  public static final Overlay NONE = new Overlay(Map.of(), Set.of());

  public Overlay {
    closed = Map.copyOf(closed);
    open = Set.copyOf(open);
    open.stream().filter(closed::containsKey).findFirst().ifPresent(day -> {
      throw new IllegalArgumentException(day + " is listed both as closed and as open");
    });
  }
}
