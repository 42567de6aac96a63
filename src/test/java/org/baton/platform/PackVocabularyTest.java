package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
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
    List<Function<PackVocabulary, Object>> asked =
        List.of(PackVocabulary::homes, PackVocabulary::targets, PackVocabulary::shows, PackVocabulary::letterNames, PackVocabulary::anchors);

    assertThat(asked).allSatisfy(question -> assertThat(question.apply(vocabulary)).isEqualTo(question.apply(new DeclaredVocabulary())));
    assertThat(vocabulary.targets()).contains("panel.reasons", "panel.votes/vote.voter").noneMatch(target -> target.endsWith("**"));
  }
}
