package dev.mainstay.posture.cloudwatch;

import static dev.mainstay.posture.Verdicts.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.posture.Verdicts;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogGroupsTest {
  @Test
  void aLogThatIsKeptForEverHasNoRetention() {
    String forEver = "logs: retentionInDays is 365 or more; logs: retentionInDays is set";

    assertThat(log(Map.of("kmsKeyId", "key", "retentionInDays", 0L)))
        .isEqualTo("FAILED [%s]".formatted(forEver));
    assertThat(log(Map.of("kmsKeyId", "key", "retentionInDays", 364L)))
        .isEqualTo("FAILED [logs: retentionInDays is 365 or more]");
    assertThat(log(Map.of("kmsKeyId", "key", "retentionInDays", 365L))).isEqualTo("PASSED");
  }

  private static String log(Map<String, Object> inputs) {
    return Verdicts.of("Log groups", node("aws:cloudwatch/logGroup:LogGroup", "logs", inputs));
  }
}
