package dev.mainstay.resilience.store;

import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.Mutation;
import dev.mainstay.resilience.Prod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Caches of stacks that other programs made. */
class OtherCachesTest {
  private static final String PRIMARY = "Cache primary fails (`cache`)";
  private static final String ZONE = "Availability Zone us-east-1b fails";
  private static final String TAKES_OVER =
      "If the primary of `cache` is in us-east-1b, ElastiCache promotes a replica; AWS publishes no"
          + " failover time.";
  private static final String MAY_STAND_ALONE =
      "`cache` may be in us-east-1b alone, without a replica to promote elsewhere.";
  private static final String WITHOUT = "Whether the application works without it is not known.";

  /** In subnets that are not in the graph. */
  private static ResourceGraph elsewhere(Map<String, Object> inputs) {
    return twoServers().add(Prod.CACHE, "cache", inputs).build();
  }

  private static ResourceGraph inSubnets(List<String> subnets, Map<String, Object> inputs) {
    var all = new HashMap<String, Object>(inputs);
    all.put("subnetGroupName", "@cache-subnets");
    return twoServers()
        .add(
            "aws:elasticache/subnetGroup:SubnetGroup",
            "cache-subnets",
            Map.of("subnetIds", subnets))
        .add(Prod.CACHE, "cache", all)
        .build();
  }

  private static Map<String, Object> failingOver(String property, Object value) {
    return Map.of("replicasPerNodeGroup", 1L, "automaticFailoverEnabled", true, property, value);
  }

  @Test
  void aCacheInUnknownSubnetsMayOrMayNotFallWithAZone() {
    ResourceGraph graph = elsewhere(Map.of("numCacheClusters", 1L));

    assertThat(Mutation.summaries(graph))
        .containsEntry(PRIMARY, "DEGRADED (not known, none)")
        .containsEntry(ZONE, "UNKNOWN (35 to 65 s, none)");
    assertThat(why(graph, ZONE)).contains("The zones of `cache` are not known.");
    assertThat(why(graph, PRIMARY)).containsExactly("`cache` has no replica.", WITHOUT);
  }

  @Test
  void replicasInZonesThatAreNamedTakeOver() {
    ResourceGraph graph =
        elsewhere(failingOver("preferredCacheClusterAzs", List.of("us-east-1a", "us-east-1b")));

    assertThat(Mutation.summaries(graph))
        .containsEntry(PRIMARY, "SURVIVES (not known, none)")
        .containsEntry(ZONE, "SURVIVES (35 to 65 s, none)");
    assertThat(why(graph, ZONE)).contains(TAKES_OVER);
    assertThat(why(graph, PRIMARY))
        .containsExactly(
            "ElastiCache promotes a replica of `cache`; the most recent writes may be lost.",
            "AWS publishes no failover time.");
  }

  @Test
  void replicasBesideTheirPrimaryFallWithIt() {
    ResourceGraph graph =
        inSubnets(
            List.of("@private-a", "@private-b"),
            failingOver("preferredCacheClusterAzs", List.of("us-east-1b", "us-east-1b")));

    assertThat(why(graph, ZONE)).contains(MAY_STAND_ALONE);
  }

  @Test
  void zonesWithoutASubnetAreNoPlaceForReplicas() {
    ResourceGraph graph = inSubnets(List.of("@private-b"), failingOver("multiAzEnabled", true));

    assertThat(why(graph, ZONE)).contains(MAY_STAND_ALONE);
    assertThat(why(graph, "Availability Zone us-east-1a fails"))
        .noneMatch(sentence -> sentence.contains("`cache`"));
  }

  @Test
  void replicasThatAreNotFailedOverToDoNotHelp() {
    ResourceGraph graph =
        inSubnets(
            List.of("@private-a", "@private-b"),
            Map.of("numCacheClusters", 2L, "multiAzEnabled", true));

    assertThat(why(graph, ZONE)).contains(MAY_STAND_ALONE);
    assertThat(why(graph, PRIMARY))
        .containsExactly(
            "`cache` does not fail over to its replicas (automaticFailoverEnabled).", WITHOUT);
  }

  @Test
  void aCacheThatDoesNotSayHowManyNodesItHasIsNotKnown() {
    ResourceGraph graph = elsewhere(Map.of());

    assertThat(Mutation.summaries(graph))
        .containsEntry(PRIMARY, "UNKNOWN (not known, none)")
        .containsEntry(ZONE, "UNKNOWN (at least 35 s, none)");
    assertThat(why(graph, ZONE)).contains("The number of nodes of `cache` is not known.");
  }
}
