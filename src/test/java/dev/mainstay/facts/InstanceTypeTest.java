package dev.mainstay.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InstanceTypeTest {
  @Test
  void aKnownTypeHasItsSizeAndArchitecture() {
    assertThat(InstanceType.named("m7i.large"))
        .contains(new InstanceType("m7i.large", 2, 8192, "x86_64"));
    assertThat(InstanceType.named("m7g.large"))
        .contains(new InstanceType("m7g.large", 2, 8192, "arm64"));
  }

  @Test
  void aTypeThatIsNotInTheTableIsNotKnown() {
    assertThat(InstanceType.named("m99.large")).isEmpty();
  }
}
