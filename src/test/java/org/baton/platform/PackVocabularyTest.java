package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.baton.protocol.Moment;
import org.baton.protocol.PackVocabulary;
import org.baton.support.DeclaredVocabulary;
import org.baton.support.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The running gate asks everything that the modules declare, so that what tests plant is refused there too. */
class PackVocabularyTest extends Story {

  @Autowired private PackVocabulary vocabulary;

  @Test
  void the_gate_knows_what_the_modules_declare() {
    var declared = new DeclaredVocabulary();

    assertThat(vocabulary.letterNames()).isEqualTo(declared.letterNames());
    assertThat(vocabulary.anchors()).isEqualTo(declared.anchors());
    assertThat(vocabulary.letterMoments()).isEqualTo(declared.letterMoments()).containsEntry("minutes", Moment.MINUTES);
    assertThat(vocabulary.anchorMoments()).isEqualTo(declared.anchorMoments()).containsEntry("DECISION", Moment.DECISION);
    assertThat(vocabulary.beans().calls()).isEqualTo(declared.beans().calls()).hasSizeGreaterThan(40);
    assertThat(vocabulary.tables().shapes().keySet()).isEqualTo(declared.tables().shapes().keySet()).contains("deadline", "seat");
    assertThat(vocabulary.tables().shapes()).allSatisfy((key, shape) -> assertThat(shape.outputs()).extracting("name").isEqualTo(declared.tables().shapes().get(key).outputs().stream().map(column -> column.name()).toList()));
    assertThat(vocabulary.tableRules()).extracting(Object::getClass).isEqualTo(declared.tableRules().stream().map(Object::getClass).toList()).hasSize(7);
    assertThat(vocabulary.packRules()).extracting(Object::getClass).isEqualTo(declared.packRules().stream().map(Object::getClass).toList()).hasSize(4);
    assertThat(vocabulary.timerRules()).extracting(Object::getClass).isEqualTo(declared.timerRules().stream().map(Object::getClass).toList()).hasSize(2);
    assertThat(vocabulary.personalNames()).isEqualTo(declared.personalNames()).contains("children", "minutes", "note");
    assertThat(vocabulary.forms().things()).isEqualTo(declared.forms().things()).hasSizeGreaterThan(20);
    assertThat(vocabulary.forms().shown()).isEqualTo(declared.forms().shown()).hasSizeGreaterThan(30);
  }
}
