package dev.mainstay.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.mainstay.CapturedStack;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each control of the shipped production stack, taken away, changes the verdicts it stands for. */
class ResilienceOfProdTest {
  private static final String GROUP = "aws:autoscaling/group:Group";
  private static final String SUBNET = "aws:ec2/subnet:Subnet";
  private static final String ROUTE = "aws:ec2/route:Route";
  private static final String NAT = "aws:ec2/natGateway:NatGateway";
  private static final String DATABASE = "aws:rds/instance:Instance";
  private static final String CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";
  private static final String TARGETS = "aws:lb/targetGroup:TargetGroup";
  private static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";
  private static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  private static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

  private static final String ZONE_A = "zone eu-central-1a: SURVIVES (60 to 120 s, none) -> ";
  private static final String ZONE_B = "zone eu-central-1b: SURVIVES (60 to 120 s, none) -> ";
  private static final String INSTANCE = "an instance of web: SURVIVES (25 to 35 s, none) -> ";

  private final ResourceGraph prod = needingTwoServers(CapturedStack.named("prod"));

  private static ResourceGraph needingTwoServers(ResourceGraph graph) {
    return Mutation.of(graph).set(GROUP, "web", "tags", tags("2")).graph();
  }

  private static List<Object> tags(String required) {
    return List.of(Map.of("key", "mainstay:requiredInstances", "value", required));
  }

  private List<String> differences(Mutation mutation) {
    return Mutation.differences(prod, mutation.graph());
  }

  private Mutation mutation() {
    return Mutation.of(prod);
  }

  private static Verdict verdict(ResourceGraph graph, String title) {
    return Resilience.of(graph).verdicts().stream()
        .filter(it -> it.failure().title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyFailureOfOneZoneOrOneComponentIsSurvived() {
    assertThat(Mutation.summaries(prod))
        .containsOnly(
            entry("normal operation", "SURVIVES (none, none)"),
            entry("zone eu-central-1a", "SURVIVES (60 to 120 s, none)"),
            entry("zone eu-central-1b", "SURVIVES (60 to 120 s, none)"),
            entry("NAT gateway network-nat-a", "SURVIVES (none, none)"),
            entry("NAT gateway network-nat-b", "SURVIVES (none, none)"),
            entry("an instance of web", "SURVIVES (25 to 35 s, none)"),
            entry("rolling replacement of web", "SURVIVES (none, none)"),
            entry("primary of database database", "SURVIVES (60 to 120 s, none)"),
            entry(
                "storage or content of database database",
                "SURVIVES (at least 302 s, up to 300 s)"),
            entry("primary of cache cache", "SURVIVES (not known, none)"),
            entry("region eu-central-1", "DOWN (not known, everything)"));
  }

  @Test
  void everySentenceNamesTheResourceBehindIt() {
    assertThat(verdict(prod, "zone eu-central-1a").why())
        .containsExactly(
            "Load balancer edge goes on in eu-central-1b; clients may hold its address in"
                + " eu-central-1a for 60 s.",
            "web has at least 4 servers (minSize); up to 2 stand in eu-central-1a: 4 - 2 = 2 go on;"
                + " the load needs 2.",
            "Target group edge-web takes a server out after 3 failed checks: (3-1)*10+5 = 25 s to"
                + " 3*10+5 = 35 s.",
            "If the primary of database is in eu-central-1a, its standby takes over, typically in"
                + " 60 to 120 s; it has every committed write.",
            "If the primary of cache is in eu-central-1a, a replica in another zone takes over; AWS"
                + " gives no figure in seconds.");
  }

  @Test
  void aZoneTouchesItsSubnetsAndWhateverReachesIntoIt() {
    assertThat(verdict(prod, "zone eu-central-1b").affected())
        .extracting(urn -> prod.byUrn(urn).orElseThrow().name())
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
  void withoutMultiAzTheDatabaseFallsWithItsZone() {
    assertThat(differences(mutation().set(DATABASE, "database", "multiAz", false)))
        .containsExactly(
            "primary of database database: SURVIVES (60 to 120 s, none)"
                + " -> DOWN (at least 302 s, up to 300 s)",
            ZONE_A + "DOWN (at least 302 s, up to 300 s)",
            ZONE_B + "DOWN (at least 302 s, up to 300 s)");
  }

  @Test
  void aDatabaseWithoutStandbyFallsOnlyWithTheZoneItIsPinnedTo() {
    assertThat(
            differences(
                mutation()
                    .set(DATABASE, "database", "multiAz", false)
                    .set(DATABASE, "database", "availabilityZone", "eu-central-1b")))
        .containsExactly(
            "primary of database database: SURVIVES (60 to 120 s, none)"
                + " -> DOWN (at least 302 s, up to 300 s)",
            "zone eu-central-1a: SURVIVES (60 to 120 s, none) -> SURVIVES (25 to 60 s, none)",
            ZONE_B + "DOWN (at least 302 s, up to 300 s)");
  }

  @Test
  void aStandbyNeedsASubnetInAnotherZone() {
    Mutation mutation = mutation();
    mutation.point(
        "aws:rds/subnetGroup:SubnetGroup",
        "database",
        "subnetIds",
        mutation.node(SUBNET, "network-data-a"));

    assertThat(differences(mutation))
        .containsExactly(
            "primary of database database: SURVIVES (60 to 120 s, none)"
                + " -> DOWN (at least 302 s, up to 300 s)",
            ZONE_A + "DOWN (at least 302 s, up to 300 s)",
            "zone eu-central-1b: SURVIVES (60 to 120 s, none) -> SURVIVES (25 to 60 s, none)");
    assertThat(verdict(mutation.graph(), "primary of database database").why())
        .contains("All subnets of database are in eu-central-1a: there is no zone for a standby.");
  }

  @Test
  void withoutBackupsTheContentOfTheDatabaseIsLost() {
    assertThat(differences(mutation().set(DATABASE, "database", "backupRetentionPeriod", 0L)))
        .containsExactly(
            "storage or content of database database: SURVIVES (at least 302 s, up to 300 s)"
                + " -> DOWN (not known, everything)");
  }

  @Test
  void withoutAStandbyAndBackupsEverythingIsLostWithTheZone() {
    assertThat(
            differences(
                mutation()
                    .set(DATABASE, "database", "multiAz", false)
                    .set(DATABASE, "database", "backupRetentionPeriod", 0L)))
        .contains(ZONE_A + "DOWN (at least 25 s, everything)");
  }

  @Test
  void backupsThatAreNotStatedAreNotKnown() {
    assertThat(differences(mutation().set(DATABASE, "database", "backupRetentionPeriod", null)))
        .containsExactly(
            "storage or content of database database: SURVIVES (at least 302 s, up to 300 s)"
                + " -> UNKNOWN (not known, not known)");
  }

  @Test
  void withoutAFinalSnapshotADeletionIsNotMadeGood() {
    Mutation mutation = mutation().set(DATABASE, "database", "skipFinalSnapshot", true);

    assertThat(differences(mutation))
        .containsExactly(
            "storage or content of database database: SURVIVES (at least 302 s, up to 300 s)"
                + " -> DEGRADED (at least 302 s, up to 300 s)");
    assertThat(verdict(mutation.graph(), "storage or content of database database").why())
        .containsExactly(
            "Backups of database go back 35 days; the newest is at most 300 s old; to restore it by"
                + " hand takes at least the 302 s of making an instance.",
            "Whoever deletes database leaves no final snapshot (skipFinalSnapshot).",
            "database is protected from deletion.");
  }

  @Test
  void aRouteThroughTheOtherZonesNatIsFound() {
    Mutation mutation = mutation();
    mutation.point(ROUTE, "network-private-b", "natGatewayId", mutation.node(NAT, "network-nat-a"));

    assertThat(differences(mutation))
        .containsExactly(
            "NAT gateway network-nat-a: SURVIVES (none, none) -> DEGRADED (none, none)",
            ZONE_A + "DEGRADED (60 to 120 s, none)");
    assertThat(verdict(mutation.graph(), "zone eu-central-1a").why())
        .contains(
            "Servers in network-private-b lose their way out, which leads through network-nat-a in"
                + " eu-central-1a.");
    assertThat(verdict(mutation.graph(), "NAT gateway network-nat-b").why())
        .containsExactly("No subnet's way out leads through network-nat-b.");
  }

  @Test
  void oneServerIsNotEnoughForAnything() {
    assertThat(
            differences(
                mutation().set(GROUP, "web", "minSize", 1L).set(GROUP, "web", "tags", tags("1"))))
        .containsExactly(
            INSTANCE + "DOWN (25 to 635 s, none)",
            ZONE_A + "DOWN (at least 60 s, none)",
            ZONE_B + "DOWN (at least 60 s, none)");
  }

  @Test
  void aFleetThatIsTooSmallToLoseAZoneIsDegraded() {
    assertThat(differences(mutation().set(GROUP, "web", "minSize", 3L)))
        .containsExactly(
            ZONE_A + "DEGRADED (60 to 120 s, none)", ZONE_B + "DEGRADED (60 to 120 s, none)");
  }

  @Test
  void aFleetThatNeedsAllItsServersIsDegradedByTheLossOfOne() {
    assertThat(differences(mutation().set(GROUP, "web", "tags", tags("4"))))
        .containsExactly(
            INSTANCE + "DEGRADED (25 to 35 s, none)",
            ZONE_A + "DEGRADED (60 to 120 s, none)",
            ZONE_B + "DEGRADED (60 to 120 s, none)");
  }

  @Test
  void aFleetInOneZoneFallsWithIt() {
    Mutation mutation = mutation();
    mutation.point(GROUP, "web", "vpcZoneIdentifiers", mutation.node(SUBNET, "network-private-a"));

    assertThat(differences(mutation))
        .containsExactly(
            "NAT gateway network-nat-a: SURVIVES (none, none) -> DEGRADED (none, none)",
            ZONE_A + "DOWN (at least 60 s, none)");
  }

  @Test
  void aSubnetThatIsNotInTheGraphLeavesItsZoneUnknown() {
    assertThat(differences(mutation().without(SUBNET, "network-private-b")))
        .containsExactly(
            "NAT gateway network-nat-a: SURVIVES (none, none) -> UNKNOWN (none, none)",
            ZONE_A + "UNKNOWN (at least 60 s, none)",
            ZONE_B + "UNKNOWN (at least 60 s, none)");
  }

  @Test
  void aServerThatStopsAnsweringIsReplacedOnlyIfTheGroupAsksTheLoadBalancer() {
    Mutation mutation = mutation().set(GROUP, "web", "healthCheckType", "EC2");

    assertThat(differences(mutation)).containsExactly(INSTANCE + "DEGRADED (25 to 35 s, none)");
    assertThat(verdict(mutation.graph(), "an instance of web").why())
        .contains(
            "web replaces a server when EC2 finds the machine broken, not when it stops answering"
                + " (healthCheckType is not ELB).",
            "Somebody has to replace it.");
  }

  @Test
  void withoutHealthChecksFailedServersGoOnGettingRequests() {
    assertThat(differences(mutation().set(TARGETS, "edge-web", "healthCheck.enabled", false)))
        .containsExactly(
            INSTANCE + "DEGRADED (not known, none)",
            ZONE_A + "DEGRADED (at least 60 s, none)",
            ZONE_B + "DEGRADED (at least 60 s, none)");
  }

  @Test
  void healthChecksLeftToDefaultsNoticeAFailureNobodyKnowsWhen() {
    assertThat(differences(mutation().set(TARGETS, "edge-web", "healthCheck", null)))
        .containsExactly(
            INSTANCE + "SURVIVES (not known, none)",
            ZONE_A + "SURVIVES (at least 60 s, none)",
            ZONE_B + "SURVIVES (at least 60 s, none)");
  }

  @Test
  void slowerHealthChecksInterruptForLonger() {
    assertThat(
            differences(mutation().set(TARGETS, "edge-web", "healthCheck.unhealthyThreshold", 10L)))
        .containsExactly(
            INSTANCE + "SURVIVES (95 to 105 s, none)",
            ZONE_A + "SURVIVES (95 to 120 s, none)",
            ZONE_B + "SURVIVES (95 to 120 s, none)");
  }

  @Test
  void aLoadBalancerInOneZoneFallsWithIt() {
    Mutation mutation = mutation();
    mutation.point(BALANCER, "edge", "subnets", mutation.node(SUBNET, "network-public-b"));

    assertThat(differences(mutation)).containsExactly(ZONE_B + "DOWN (at least 60 s, none)");
  }

  @Test
  void aLoadBalancerWithoutAWayToItsClientsAnswersNobody() {
    Mutation mutation = mutation().without(ROUTE, "network-public");

    assertThat(differences(mutation))
        .containsExactly("normal operation: SURVIVES (none, none) -> DOWN (not known, none)");
    assertThat(verdict(mutation.graph(), "normal operation").why())
        .contains(
            "Load balancer edge has no way to its clients in subnet network-public-a: no route to an"
                + " internet gateway.");
  }

  @Test
  void aCacheThatDoesNotFailOverIsMissed() {
    assertThat(differences(mutation().set(CACHE, "cache", "automaticFailoverEnabled", false)))
        .containsExactly(
            "primary of cache cache: SURVIVES (not known, none) -> DEGRADED (not known, none)",
            ZONE_A + "DEGRADED (60 to 120 s, none)",
            ZONE_B + "DEGRADED (60 to 120 s, none)");
  }

  @Test
  void aCacheWithoutReplicasIsMissed() {
    assertThat(differences(mutation().set(CACHE, "cache", "numCacheClusters", 1L)))
        .containsExactly(
            "primary of cache cache: SURVIVES (not known, none) -> DEGRADED (not known, none)",
            ZONE_A + "DEGRADED (60 to 120 s, none)",
            ZONE_B + "DEGRADED (60 to 120 s, none)");
  }

  @Test
  void aCacheWhoseReplicasMayStandBesideTheirPrimaryFallsWithAZone() {
    assertThat(differences(mutation().set(CACHE, "cache", "multiAzEnabled", false)))
        .containsExactly(
            ZONE_A + "DEGRADED (60 to 120 s, none)", ZONE_B + "DEGRADED (60 to 120 s, none)");
  }

  @Test
  void replacingServersOneByOneNeedsRoomForIt() {
    assertThat(
            differences(
                mutation()
                    .set(GROUP, "web", "minSize", 2L)
                    .set(GROUP, "web", "instanceRefresh.preferences.maxHealthyPercentage", 100L)))
        .contains("rolling replacement of web: SURVIVES (none, none) -> DEGRADED (none, none)");
  }

  @Test
  void replacingHalfOfTheServersAtOnceLeavesTheOtherHalf() {
    assertThat(
            differences(
                mutation()
                    .set(GROUP, "web", "minSize", 3L)
                    .set(GROUP, "web", "tags", tags("3"))
                    .set(GROUP, "web", "instanceRefresh.preferences.minHealthyPercentage", 50L)))
        .contains("rolling replacement of web: SURVIVES (none, none) -> DEGRADED (none, none)");
  }

  @Test
  void howServersGiveWayWithoutARefreshIsNotKnown() {
    assertThat(differences(mutation().set(GROUP, "web", "instanceRefresh", null)))
        .containsExactly(
            "rolling replacement of web: SURVIVES (none, none) -> UNKNOWN (not known, none)");
  }

  @ParameterizedTest
  @CsvSource({
    "egress, load-balancer-to-web, edge to web on port 443",
    "ingress, load-balancer-to-web, edge to web on port 443",
    "egress, web-to-database, web to database on port 5432",
    "ingress, web-to-database, web to database on port 5432",
    "egress, web-to-cache, web to cache on port 6379",
    "ingress, web-to-cache, web to cache on port 6379",
  })
  void aMissingRuleCutsTheWayOfRequests(String direction, String rule, String way) {
    Mutation mutation =
        mutation().without(direction.equals("ingress") ? INGRESS : EGRESS, "security-" + rule);

    assertThat(differences(mutation))
        .containsExactly("normal operation: SURVIVES (none, none) -> DOWN (not known, none)");
    assertThat(verdict(mutation.graph(), "normal operation").why())
        .containsExactly("No security group rule lets through %s.".formatted(way));
  }

  @Test
  void aLoadBalancerThatClientsMayNotSpeakToAnswersNobody() {
    Mutation mutation = mutation().without(INGRESS, "security-https-from-0.0.0.0/0");

    assertThat(verdict(mutation.graph(), "normal operation").why())
        .containsExactly(
            "No security group rule lets clients reach load balancer edge on port 443 of listener"
                + " edge-https.");
  }

  @Test
  void aTargetGroupThatNothingForwardsToGetsNoRequests() {
    Mutation mutation = mutation().without("aws:lb/listener:Listener", "edge-https");

    assertThat(differences(mutation))
        .containsExactly("normal operation: SURVIVES (none, none) -> DOWN (not known, none)");
    assertThat(verdict(mutation.graph(), "normal operation").why())
        .containsExactly("No listener forwards to target group edge-web.");
  }

  @Test
  void securityGroupsThatAreNotInTheGraphAreNotKnown() {
    var rules = new ArrayList<String>();
    for (ResourceNode group : prod.all("aws:ec2/securityGroup:SecurityGroup")) {
      rules.add(group.name());
    }
    Mutation mutation = mutation();
    rules.forEach(name -> mutation.without("aws:ec2/securityGroup:SecurityGroup", name));

    assertThat(differences(mutation))
        .containsExactly("normal operation: SURVIVES (none, none) -> UNKNOWN (not known, none)");
  }

  @Test
  void theEstimateOfEachKindOfDisruptionIsThatOfTheWorstFailure() {
    assertThat(Resilience.of(prod).estimates())
        .containsExactly(
            new Estimate(
                Disruption.SOFTWARE,
                Outcome.SURVIVES,
                Interruption.atLeast(302),
                DataLoss.lastSeconds(300)),
            new Estimate(
                Disruption.HARDWARE, Outcome.SURVIVES, Interruption.atLeast(60), DataLoss.NONE),
            new Estimate(
                Disruption.ZONE, Outcome.SURVIVES, Interruption.between(60, 120), DataLoss.NONE),
            new Estimate(Disruption.REGION, Outcome.DOWN, Interruption.UNKNOWN, DataLoss.ALL));
  }
}
