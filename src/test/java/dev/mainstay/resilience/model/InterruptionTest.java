package dev.mainstay.resilience.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InterruptionTest {
  @Test
  void ofTwoAtOnceTheSlowerCounts() {
    assertThat(Interruption.between(25, 35).alongside(Interruption.between(10, 60)))
        .isEqualTo(Interruption.between(25, 60));
    assertThat(Interruption.between(25, 35).alongside(Interruption.NONE))
        .isEqualTo(Interruption.between(25, 35));
    assertThat(Interruption.NONE.alongside(Interruption.UNKNOWN)).isEqualTo(Interruption.UNKNOWN);
    assertThat(Interruption.UNKNOWN.alongside(Interruption.between(60, 120)))
        .isEqualTo(Interruption.atLeast(60));
    assertThat(Interruption.between(60, 120).alongside(Interruption.atLeast(302)))
        .isEqualTo(Interruption.atLeast(302));
  }

  @Test
  void theTextSaysWhatIsKnown() {
    assertThat(Interruption.NONE.text()).isEqualTo("none");
    assertThat(Interruption.UNKNOWN.text()).isEqualTo("not known");
    assertThat(Interruption.atLeast(302).text()).isEqualTo("at least 302 s");
    assertThat(Interruption.between(60, 60).text()).isEqualTo("60 s");
    assertThat(Interruption.between(60, 120).text()).isEqualTo("60 to 120 s");
  }

  @Test
  void theWorseLossIsTheLongerOneOrTheOneNobodyKnows() {
    assertThat(DataLoss.lastSeconds(5).worse(DataLoss.lastSeconds(300)))
        .isEqualTo(DataLoss.lastSeconds(300));
    assertThat(DataLoss.lastSeconds(300).worse(DataLoss.lastSeconds(5)))
        .isEqualTo(DataLoss.lastSeconds(300));
    assertThat(DataLoss.lastSeconds(300).worse(DataLoss.NONE)).isEqualTo(DataLoss.lastSeconds(300));
    assertThat(DataLoss.UNKNOWN.worse(DataLoss.lastSeconds(300))).isEqualTo(DataLoss.UNKNOWN);
    assertThat(DataLoss.UNKNOWN.worse(DataLoss.ALL)).isEqualTo(DataLoss.ALL);
  }
}
