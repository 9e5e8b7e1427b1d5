package dev.mainstay.resilience.fleet;

import static dev.mainstay.resilience.Prod.GROUP;
import static dev.mainstay.resilience.Prod.ONE_SERVER;
import static dev.mainstay.resilience.Prod.SUBNET;
import static dev.mainstay.resilience.Prod.TARGETS;
import static dev.mainstay.resilience.Prod.ZONE_A;
import static dev.mainstay.resilience.Prod.ZONE_B;
import static dev.mainstay.resilience.Prod.differences;
import static dev.mainstay.resilience.Prod.mutation;
import static dev.mainstay.resilience.Prod.tags;
import static dev.mainstay.resilience.Prod.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.resilience.Mutation;
import org.junit.jupiter.api.Test;

/** Each control of the fleet, taken away, changes the verdicts it stands for. */
class ProdFleetControlsTest {
  @Test
  void oneServerIsNotEnoughForAnything() {
    assertThat(
            differences(
                mutation().set(GROUP, "web", "minSize", 1L).set(GROUP, "web", "tags", tags("1"))))
        .containsExactlyInAnyOrder(
            ONE_SERVER + "DOWN (25 to 635 s, none)",
            ZONE_A + "DOWN (at least 60 s, none)",
            ZONE_B + "DOWN (at least 60 s, none)");
  }

  @Test
  void aFleetThatIsTooSmallToLoseAZoneIsDegraded() {
    assertThat(differences(mutation().set(GROUP, "web", "minSize", 3L)))
        .containsExactlyInAnyOrder(
            ZONE_A + "DEGRADED (60 to 120 s, none)", ZONE_B + "DEGRADED (60 to 120 s, none)");
  }

  @Test
  void aFleetThatNeedsAllItsServersIsDegradedByTheLossOfOne() {
    assertThat(differences(mutation().set(GROUP, "web", "tags", tags("4"))))
        .containsExactlyInAnyOrder(
            ONE_SERVER + "DEGRADED (25 to 35 s, none)",
            ZONE_A + "DEGRADED (60 to 120 s, none)",
            ZONE_B + "DEGRADED (60 to 120 s, none)");
  }

  @Test
  void aFleetInOneZoneFallsWithIt() {
    Mutation mutation = mutation();
    mutation.point(GROUP, "web", "vpcZoneIdentifiers", mutation.node(SUBNET, "network-private-a"));

    assertThat(differences(mutation))
        .containsExactlyInAnyOrder(
            "NAT gateway `network-nat-a` fails: SURVIVES (none, none) -> DEGRADED (none, none)",
            ZONE_A + "DOWN (at least 60 s, none)");
  }

  @Test
  void aSubnetThatIsNotInTheGraphLeavesItsZoneUnknown() {
    assertThat(differences(mutation().without(SUBNET, "network-private-b")))
        .containsExactlyInAnyOrder(
            "NAT gateway `network-nat-a` fails: SURVIVES (none, none) -> UNKNOWN (none, none)",
            "Normal operation: SURVIVES (none, none) -> UNKNOWN (not known, none)",
            ZONE_A + "UNKNOWN (at least 60 s, none)",
            ZONE_B + "UNKNOWN (at least 60 s, none)");
  }

  @Test
  void aServerThatStopsAnsweringIsReplacedOnlyIfTheGroupAsksTheLoadBalancer() {
    Mutation mutation = mutation().set(GROUP, "web", "healthCheckType", "EC2");

    assertThat(differences(mutation))
        .containsExactlyInAnyOrder(ONE_SERVER + "DEGRADED (25 to 35 s, none)");
    assertThat(verdict(mutation.graph(), "One server of `web` fails").why())
        .contains(
            "`web` replaces a server when EC2 status checks fail.",
            "It keeps one that does not answer (healthCheckType is not ELB).",
            "An operator has to replace it.");
  }

  @Test
  void withoutHealthChecksFailedServersGoOnGettingRequests() {
    assertThat(differences(mutation().set(TARGETS, "edge-web", "healthCheck.enabled", false)))
        .containsExactlyInAnyOrder(
            ONE_SERVER + "DEGRADED (not known, none)",
            ZONE_A + "DEGRADED (at least 60 s, none)",
            ZONE_B + "DEGRADED (at least 60 s, none)");
  }

  @Test
  void healthChecksLeftToDefaultsNoticeAFailureNobodyKnowsWhen() {
    assertThat(differences(mutation().set(TARGETS, "edge-web", "healthCheck", null)))
        .containsExactlyInAnyOrder(
            ONE_SERVER + "SURVIVES (not known, none)",
            ZONE_A + "SURVIVES (at least 60 s, none)",
            ZONE_B + "SURVIVES (at least 60 s, none)");
  }

  @Test
  void slowerHealthChecksInterruptForLonger() {
    assertThat(
            differences(mutation().set(TARGETS, "edge-web", "healthCheck.unhealthyThreshold", 10L)))
        .containsExactlyInAnyOrder(
            ONE_SERVER + "SURVIVES (95 to 105 s, none)",
            ZONE_A + "SURVIVES (95 to 120 s, none)",
            ZONE_B + "SURVIVES (95 to 120 s, none)");
  }

  @Test
  void replacingServersOneByOneNeedsRoomForIt() {
    assertThat(
            differences(
                mutation()
                    .set(GROUP, "web", "minSize", 2L)
                    .set(GROUP, "web", "instanceRefresh.preferences.maxHealthyPercentage", 100L)))
        .contains("Rolling deployment of `web`: SURVIVES (none, none) -> DEGRADED (none, none)");
  }

  @Test
  void replacingHalfOfTheServersAtOnceLeavesTheOtherHalf() {
    assertThat(
            differences(
                mutation()
                    .set(GROUP, "web", "minSize", 3L)
                    .set(GROUP, "web", "tags", tags("3"))
                    .set(GROUP, "web", "instanceRefresh.preferences.minHealthyPercentage", 50L)))
        .contains("Rolling deployment of `web`: SURVIVES (none, none) -> DEGRADED (none, none)");
  }

  @Test
  void howServersGiveWayWithoutARefreshIsNotKnown() {
    assertThat(differences(mutation().set(GROUP, "web", "instanceRefresh", null)))
        .containsExactlyInAnyOrder(
            "Rolling deployment of `web`: SURVIVES (none, none) -> UNKNOWN (not known, none)");
  }
}
