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
            entry("Normal operation", "SURVIVES (none, none)"),
            entry("Availability Zone eu-central-1a fails", "DOWN (at least 25 s, up to 300 s)"),
            entry("Availability Zone eu-central-1b fails", "DOWN (at least 25 s, up to 300 s)"),
            entry("NAT instance `network-nat` fails", "DEGRADED (none, none)"),
            entry("One server of `web` fails", "DOWN (25 to 635 s, none)"),
            entry("Rolling deployment of `web`", "SURVIVES (none, none)"),
            entry("Database primary fails (`database`)", "DOWN (not known, up to 300 s)"),
            entry("Data of `database` is lost or corrupted", "DEGRADED (not known, up to 300 s)"),
            entry("Cache primary fails (`cache`)", "DEGRADED (not known, none)"),
            entry("Region eu-central-1 fails", "DOWN (not known, everything)"));
  }

  @Test
  void theSetupOfTheArticleSurvivesZonesButSharesOneWayOut() {
    assertThat(Mutation.summaries(Stacks.article()))
        .containsOnly(
            entry("Normal operation", "SURVIVES (none, none)"),
            entry("Availability Zone eu-central-1a fails", "SURVIVES (60 to 120 s, none)"),
            entry("Availability Zone eu-central-1b fails", "SURVIVES (60 to 120 s, none)"),
            entry("NAT instance `network-nat` fails", "DEGRADED (none, none)"),
            entry("One server of `web` fails", "SURVIVES (25 to 35 s, none)"),
            entry("Rolling deployment of `web`", "SURVIVES (none, none)"),
            entry("Database primary fails (`database`)", "SURVIVES (60 to 120 s, none)"),
            entry("Data of `database` is lost or corrupted", "DEGRADED (not known, up to 300 s)"),
            entry("Cache primary fails (`cache`)", "SURVIVES (not known, none)"),
            entry("Region eu-central-1 fails", "DOWN (not known, everything)"));
  }
}
