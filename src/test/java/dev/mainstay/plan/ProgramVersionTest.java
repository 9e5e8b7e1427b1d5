package dev.mainstay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgramVersionTest {
  @Test
  void aProgramThatRunsFromItsClassesHasNoVersion() {
    assertThat(new ProgramVersion().getVersion()).containsExactly("mainstay (not packaged)");
  }
}
