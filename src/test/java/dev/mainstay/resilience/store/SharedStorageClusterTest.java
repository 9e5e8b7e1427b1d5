package dev.mainstay.resilience.store;

import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.GraphBuilder;
import dev.mainstay.resilience.Mutation;
import dev.mainstay.resilience.OtherStacks;
import dev.mainstay.resilience.Resilience;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Aurora and DocumentDB: instances in zones, storage in three of them. */
class SharedStorageClusterTest {
  private static final String PRIMARY = "Database primary fails (`db`)";
  private static final String ZONE_A = "Availability Zone us-east-1a fails";
  private static final String ZONE_B = "Availability Zone us-east-1b fails";

  private static GraphBuilder cluster(String module, Map<String, Object> more) {
    var inputs = new HashMap<String, Object>(more);
    inputs.put("engine", module.equals("rds") ? "aurora-postgresql" : "docdb");
    inputs.put("vpcSecurityGroupIds", List.of("@db-sg"));
    inputs.put("dbSubnetGroupName", "@db-subnets");
    return twoServers()
        .add(
            OtherStacks.SECURITY_GROUP,
            "db-sg",
            Map.of("ingress", List.of(OtherStacks.open("tcp", 0, 65535, "0.0.0.0/0"))))
        .add(
            "aws:rds/subnetGroup:SubnetGroup",
            "db-subnets",
            Map.of("subnetIds", List.of("@private-a", "@private-b")))
        .add("aws:%s/cluster:Cluster".formatted(module), "db", inputs);
  }

  /** One instance for each zone; an empty text for one that AWS puts where it likes. */
  private static ResourceGraph with(GraphBuilder cluster, String module, String... zones) {
    for (int index = 0; index < zones.length; index++) {
      var inputs = new HashMap<String, Object>(Map.of("clusterIdentifier", "@db"));
      if (!zones[index].isEmpty()) {
        inputs.put("availabilityZone", "us-east-1" + zones[index]);
      }
      cluster.add(
          "aws:%s/clusterInstance:ClusterInstance".formatted(module), "db-" + index, inputs);
    }
    return cluster.build();
  }

  private static ResourceGraph aurora(String... zones) {
    return with(cluster("rds", Map.of()), "rds", zones);
  }

  @ParameterizedTest
  @CsvSource({"rds, 60", "docdb, 30"})
  void aReaderInAnotherZoneIsPromoted(String module, long seconds) {
    ResourceGraph graph = with(cluster(module, Map.of()), module, "a", "b");

    assertThat(Mutation.summaries(graph))
        .containsEntry("Normal operation", "SURVIVES (none, none)")
        .containsEntry(PRIMARY, "SURVIVES (0 to %d s, none)".formatted(seconds))
        .containsEntry(ZONE_B, "SURVIVES (35 to 65 s, none)");
    assertThat(Resilience.of(graph).notJudged()).isEmpty();
  }

  @Test
  void theReaderThatIsPromotedIsNamedWithItsTime() {
    assertThat(why(aurora("a", "b"), ZONE_A))
        .contains(
            "If the writer of `db` is in us-east-1a, Aurora promotes a reader, typically in less than"
                + " 60 s; no committed write is lost.");
  }

  @Test
  void aSingleInstanceIsCreatedAgainAfterItsFailureButNotAfterThatOfItsZone() {
    ResourceGraph graph = aurora("a");

    assertThat(Mutation.summaries(graph))
        .containsEntry(PRIMARY, "DOWN (0 to 600 s, none)")
        .containsEntry(ZONE_A, "DOWN (at least 35 s, none)")
        .containsEntry(ZONE_B, "SURVIVES (35 to 65 s, none)");
    assertThat(why(graph, PRIMARY))
        .containsExactly(
            "`db` has no reader: Aurora creates another instance in the same zone, typically in less"
                + " than 600 s.");
    assertThat(why(graph, ZONE_A))
        .contains(
            "The only instance of `db` is, or may be, in us-east-1a.",
            "Its storage is in three zones: no data is lost.",
            "Somebody has to create an instance in another zone.");
  }

  @Test
  void aSingleInstanceThatIsNotPinnedMayBeInAnyZoneOfItsSubnets() {
    assertThat(Mutation.summaries(aurora("")))
        .containsEntry(ZONE_A, "DOWN (at least 35 s, none)")
        .containsEntry(ZONE_B, "DOWN (at least 35 s, none)");
  }

  @Test
  void instancesInOneZoneFallWithIt() {
    assertThat(Mutation.summaries(aurora("a", "a")))
        .containsEntry(PRIMARY, "SURVIVES (0 to 60 s, none)")
        .containsEntry(ZONE_A, "DOWN (at least 35 s, none)")
        .containsEntry(ZONE_B, "SURVIVES (35 to 65 s, none)");
  }

  @Test
  void instancesThatAreNotPinnedAreNotAssumedToBeInTwoZones() {
    ResourceGraph graph = aurora("", "");

    assertThat(Mutation.summaries(graph)).containsEntry(ZONE_A, "UNKNOWN (at least 35 s, none)");
    assertThat(why(graph, ZONE_A))
        .contains(
            "Whether the instances of `db` are in different zones is not known (availabilityZone).");
  }

  @Test
  void anInstanceInUnknownSubnetsMayBeAnywhere() {
    ResourceGraph graph =
        with(
            twoServers()
                .add(
                    "aws:rds/cluster:Cluster",
                    "db",
                    Map.of("engine", "aurora-mysql", "dbSubnetGroupName", "elsewhere")),
            "rds",
            "");

    assertThat(why(graph, ZONE_A)).contains("The zone of the only instance of `db` is not known.");
  }

  @Test
  void aClusterWithoutInstancesAnswersNobody() {
    ResourceGraph graph = aurora();

    assertThat(why(graph, "Normal operation"))
        .containsExactly("Aurora cluster `db` has no instance in this stack.");
    assertThat(why(graph, ZONE_A)).contains("The zones of `db` are not known.");
  }

  @Test
  void theFirstServerlessAuroraComesBackElsewhereAtNoPublishedTime() {
    ResourceGraph graph =
        with(cluster("rds", Map.of("engineMode", "serverless")), "rds", new String[0]);

    assertThat(Mutation.summaries(graph))
        .containsEntry("Normal operation", "SURVIVES (none, none)")
        .containsEntry(ZONE_A, "DOWN (at least 35 s, none)");
  }

  @Test
  void documentDbPublishesNoTimeForANewInstance() {
    assertThat(why(with(cluster("docdb", Map.of()), "docdb", "a"), PRIMARY))
        .containsExactly(
            "`db` has no reader: DocumentDB creates another instance in the same zone, AWS publishes"
                + " no time for it.");
  }

  @Test
  void aClusterHasBackupsOfOneDayUnlessToldOtherwise() {
    assertThat(why(aurora("a", "b"), "Data of `db` is lost or corrupted"))
        .startsWith("Backups of `db` go back 1 day; the newest is at most 300 s old.");
  }

  @Test
  void aGlobalClusterMayHaveItsDataInAnotherRegion() {
    var graph = cluster("rds", Map.of("globalClusterIdentifier", "world"));

    assertThat(why(with(graph, "rds", "a", "b"), "Region us-east-1 fails"))
        .contains(
            "`db` is part of a global cluster; a cluster in another region may hold its data.");
    assertThat(Mutation.summaries(aurora("a", "b")))
        .containsEntry("Region us-east-1 fails", "DOWN (not known, everything)");
  }
}
