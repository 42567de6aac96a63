package org.baton.protocol;

import java.util.ArrayList;
import java.util.List;

/** Puts neighbours of one face together. */
final class RunsOfLine {

  private final List<LetterParagraph.Run> runs = new ArrayList<>();
  private final StringBuilder glyphs = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private Typeface face;

  void add(LetterParagraph.Run part) {
    if (part.face() != face) {
      end();
      face = part.face();
    }
    glyphs.append(part.glyphs());
    text.append(part.text());
  }

  List<LetterParagraph.Run> runs() {
    end();
    return List.copyOf(runs);
  }

  private void end() {
    if (!glyphs.isEmpty()) {
      runs.add(new LetterParagraph.Run(face, glyphs.toString(), text.toString()));
    }
    glyphs.setLength(0);
    text.setLength(0);
  }
}
