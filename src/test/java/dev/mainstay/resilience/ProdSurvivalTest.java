package dev.mainstay.resilience;

import static dev.mainstay.resilience.Prod.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.mainstay.resilience.model.DataLoss;
import dev.mainstay.resilience.model.Disruption;
import dev.mainstay.resilience.model.Estimate;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import org.junit.jupiter.api.Test;

/** What the shipped production stack survives, and why. */
class ProdSurvivalTest {
  @Test
  void everyFailureOfOneZoneOrOneComponentIsSurvived() {
    assertThat(Mutation.summaries(Prod.GRAPH))
        .containsOnly(
            entry("Normal operation", "SURVIVES (none, none)"),
            entry("Availability Zone eu-central-1a fails", "SURVIVES (60 to 120 s, none)"),
            entry("Availability Zone eu-central-1b fails", "SURVIVES (60 to 120 s, none)"),
            entry("NAT gateway `network-nat-a` fails", "SURVIVES (none, none)"),
            entry("NAT gateway `network-nat-b` fails", "SURVIVES (none, none)"),
            entry("One server of `web` fails", "SURVIVES (25 to 35 s, none)"),
            entry("Rolling deployment of `web`", "SURVIVES (none, none)"),
            entry("Database primary fails (`database`)", "SURVIVES (60 to 120 s, none)"),
            entry("Data of `database` is lost or corrupted", "DEGRADED (not known, up to 300 s)"),
            entry("Cache primary fails (`cache`)", "SURVIVES (not known, none)"),
            entry("Region eu-central-1 fails", "DOWN (not known, everything)"));
  }

  @Test
  void everySentenceNamesTheResourceBehindIt() {
    assertThat(verdict(Prod.GRAPH, "Availability Zone eu-central-1a fails").why())
        .containsExactly(
            "Load balancer `edge` keeps serving from eu-central-1b; clients may use a cached address in"
                + " eu-central-1a for up to 60 s.",
            "`web` has at least 4 servers (minSize).",
            "Up to 2 in eu-central-1a.",
            "4 - 2 = 2 remain; 2 required.",
            "Target group `edge-web` takes a server out of service after 3 failed checks: (3-1)*10+5 = 25 s to"
                + " 3*10+5 = 35 s.",
            "If the primary of `database` is in eu-central-1a, RDS fails over, typically in 60 to 120"
                + " s; no committed write is lost.",
            "If the primary of `cache` is in eu-central-1a, ElastiCache promotes a replica; AWS"
                + " publishes no failover time.");
  }

  @Test
  void aZoneTouchesItsSubnetsAndWhateverReachesIntoIt() {
    assertThat(verdict(Prod.GRAPH, "Availability Zone eu-central-1b fails").affected())
        .extracting(urn -> Prod.GRAPH.byUrn(urn).orElseThrow().name())
        .containsExactlyInAnyOrder(
            "edge",
            "web",
            "database",
            "cache",
            "network-public-b",
            "network-private-b",
            "network-data-b",
            "network-nat-b");
  }

  @Test
  void theEstimateOfEachKindOfDisruptionIsThatOfTheWorstFailure() {
    assertThat(Resilience.of(Prod.GRAPH).estimates())
        .containsExactly(
            new Estimate(
                Disruption.SOFTWARE,
                Outcome.DEGRADED,
                Interruption.UNKNOWN,
                DataLoss.lastSeconds(300)),
            new Estimate(
                Disruption.HARDWARE, Outcome.SURVIVES, Interruption.atLeast(60), DataLoss.NONE),
            new Estimate(
                Disruption.ZONE, Outcome.SURVIVES, Interruption.between(60, 120), DataLoss.NONE),
            new Estimate(Disruption.REGION, Outcome.DOWN, Interruption.UNKNOWN, DataLoss.ALL));
  }
}
