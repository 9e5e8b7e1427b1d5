package dev.mainstay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.HandMade;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HighlightsTest {
  private static final String CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";

  private static Optional<String> of(String type, Map<String, Object> inputs) {
    return HandMade.graph()
        .with(type, "it", inputs)
        .build()
        .find(type, "it")
        .flatMap(Highlights::of);
  }

  @Test
  void switchesAreSaidInWords() {
    Map<String, Object> sound =
        Map.of(
            "engine",
            "valkey",
            "numCacheClusters",
            2,
            "nodeType",
            "cache.m7g.large",
            "multiAzEnabled",
            true,
            "transitEncryptionEnabled",
            false);

    assertThat(of(CACHE, sound)).contains("valkey, 2 x cache.m7g.large, Multi-AZ, no TLS");
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    assertThat(of(CACHE, Map.of("engine", "redis", "numCacheClusters", 2))).contains("redis");
    assertThat(of("aws:kms/key:Key", Map.of())).contains("");
  }

  @Test
  void glueIsNothingToShow() {
    assertThat(of("aws:kms/alias:Alias", Map.of("name", "alias/it"))).isEmpty();
  }
}
