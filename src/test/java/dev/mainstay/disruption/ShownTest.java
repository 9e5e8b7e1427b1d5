package dev.mainstay.disruption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShownTest {
  private static String shown(Object value) {
    return Shown.text("aws:cloudwatch/metricAlarm:MetricAlarm", "threshold", value);
  }

  @Test
  void aNumberHasNeitherExponentNorNoise() {
    assertThat(shown(8.589934592E8)).isEqualTo("858993459.2");
    assertThat(shown(720.8000000000001)).isEqualTo("720.8");
    assertThat(shown(List.of(3.0, 0.25))).isEqualTo("3, 0.25");
    assertThat(shown(Double.NaN)).isEqualTo("NaN");
  }
}
