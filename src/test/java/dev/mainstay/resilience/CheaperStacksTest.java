package dev.mainstay.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.mainstay.Stacks;
import org.junit.jupiter.api.Test;

/** What the stacks that give up controls pay for it. */
class CheaperStacksTest {
  @Test
  void devFallsWithEitherZone() {
    assertThat(Mutation.summaries(Stacks.dev()))
        .containsOnly(
            entry("normal operation", "SURVIVES (none, none)"),
            entry("zone eu-central-1a", "DOWN (at least 302 s, up to 300 s)"),
            entry("zone eu-central-1b", "DOWN (at least 302 s, up to 300 s)"),
            entry("NAT instance network-nat", "DEGRADED (none, none)"),
            entry("an instance of web", "DOWN (25 to 635 s, none)"),
            entry("rolling replacement of web", "SURVIVES (none, none)"),
            entry("primary of database database", "DOWN (at least 302 s, up to 300 s)"),
            entry(
                "storage or content of database database",
                "SURVIVES (at least 302 s, up to 300 s)"),
            entry("primary of cache cache", "DEGRADED (not known, none)"),
            entry("region eu-central-1", "DOWN (not known, everything)"));
  }

  @Test
  void theSetupOfTheArticleSurvivesZonesButSharesOneWayOut() {
    assertThat(Mutation.summaries(Stacks.article()))
        .containsOnly(
            entry("normal operation", "SURVIVES (none, none)"),
            entry("zone eu-central-1a", "SURVIVES (60 to 120 s, none)"),
            entry("zone eu-central-1b", "SURVIVES (60 to 120 s, none)"),
            entry("NAT instance network-nat", "DEGRADED (none, none)"),
            entry("an instance of web", "SURVIVES (25 to 35 s, none)"),
            entry("rolling replacement of web", "SURVIVES (none, none)"),
            entry("primary of database database", "SURVIVES (60 to 120 s, none)"),
            entry(
                "storage or content of database database",
                "SURVIVES (at least 302 s, up to 300 s)"),
            entry("primary of cache cache", "SURVIVES (not known, none)"),
            entry("region eu-central-1", "DOWN (not known, everything)"));
  }
}
