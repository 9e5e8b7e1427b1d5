package dev.mainstay.resilience.store;

import static dev.mainstay.resilience.OtherStacks.DATABASE;
import static dev.mainstay.resilience.OtherStacks.database;
import static dev.mainstay.resilience.OtherStacks.subnet;
import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.Mutation;
import dev.mainstay.resilience.Resilience;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Databases of stacks that other programs made. */
class OtherDatabasesTest {
  @Test
  void aDatabaseThatSaysNothingHasNoStandbyAndUnknownBackups() {
    ResourceGraph graph = database(twoServers(), Map.of()).build();

    assertThat(Mutation.summaries(graph))
        .containsEntry("Normal operation", "SURVIVES (none, none)")
        .containsEntry("Database primary fails (`db`)", "DOWN (not known, not known)")
        .containsEntry("Availability Zone us-east-1b fails", "DOWN (at least 35 s, not known)");
    assertThat(why(graph, "Database primary fails (`db`)"))
        .containsExactly(
            "`db` has no standby (multiAz is not true).",
            "Whether `db` has backups is not known (backupRetentionPeriod).");
  }

  @Test
  void aStandbyIsNotAssumedInSubnetsThatAreNotInTheGraph() {
    ResourceGraph graph =
        twoServers()
            .add(
                DATABASE,
                "db",
                Map.of("multiAz", true, "port", 5432L, "dbSubnetGroupName", "made-by-hand"))
            .build();

    assertThat(Mutation.summaries(graph))
        .containsEntry("Database primary fails (`db`)", "UNKNOWN (not known, not known)")
        .containsEntry("Availability Zone us-east-1b fails", "UNKNOWN (at least 35 s, not known)")
        .containsEntry("Normal operation", "UNKNOWN (not known, none)");
  }

  @Test
  void aDatabaseWithoutStandbyInUnknownSubnetsMayOrMayNotFallWithAZone() {
    ResourceGraph graph =
        twoServers().add(DATABASE, "db", Map.of("dbSubnetGroupName", "made-by-hand")).build();

    assertThat(Mutation.summaries(graph))
        .containsEntry("Availability Zone us-east-1b fails", "UNKNOWN (at least 35 s, not known)");
  }

  @Test
  void aReplicaIsNamedAsAWayOut() {
    ResourceGraph graph =
        database(twoServers(), Map.of("backupRetentionPeriod", 7L))
            .add(DATABASE, "reader", Map.of("replicateSourceDb", "@db"))
            .build();

    assertThat(why(graph, "Database primary fails (`db`)"))
        .contains("Replica `reader` can be promoted by hand; the most recent writes may be lost.");
    assertThat(Mutation.summaries(graph)).doesNotContainKey("Database primary fails (`reader`)");
  }

  @Test
  void aMultiZoneClusterFailsOverFaster() {
    ResourceGraph graph =
        twoServers()
            .add(
                "aws:rds/subnetGroup:SubnetGroup",
                "db-subnets",
                Map.of("subnetIds", List.of("@private-a", "@private-b")))
            .add(
                "aws:rds/cluster:Cluster",
                "db",
                Map.of(
                    "dbClusterInstanceClass",
                    "db.m6gd.large",
                    "dbSubnetGroupName",
                    "@db-subnets",
                    "backupRetentionPeriod",
                    7L))
            .build();

    assertThat(Mutation.summaries(graph))
        .containsEntry("Database primary fails (`db`)", "SURVIVES (0 to 35 s, none)");
    assertThat(Resilience.of(graph).notJudged()).isEmpty();
  }

  @Test
  void aMultiZoneClusterInUnknownSubnetsIsNotKnownToFailOver() {
    ResourceGraph graph =
        twoServers()
            .add("aws:rds/cluster:Cluster", "db", Map.of("dbClusterInstanceClass", "db.m6gd.large"))
            .build();

    assertThat(why(graph, "Database primary fails (`db`)"))
        .containsExactly("Whether the subnets of `db` leave a zone for its standby is not known.");
  }

  @Test
  void aDatabaseIsUntouchedByAZoneThatItHasNoSubnetIn() {
    var graph = database(twoServers(), Map.of("multiAz", true));
    subnet(graph, "third", "10.1.30.0/24", "us-east-1c");

    assertThat(why(graph.build(), "Availability Zone us-east-1c fails")).isEmpty();
    assertThat(why(graph.build(), "Availability Zone us-east-1b fails"))
        .contains(
            "If the primary of `db` is in us-east-1b, RDS fails over, typically in 60 to 120 s; no"
                + " committed write is lost.");
  }

  @Test
  void aDatabaseWithoutStandbyMayStandInAnyOfItsZones() {
    assertThat(why(database(twoServers(), Map.of()).build(), "Availability Zone us-east-1b fails"))
        .contains(
            "`db` has no standby (multiAz is not true) and may be in any of us-east-1a, us-east-1b.");
  }

  @Test
  void aDatabaseThatIsPinnedStandsWhereItSays() {
    var graph = database(twoServers(), Map.of("availabilityZone", "us-east-1b"));

    assertThat(why(graph.build(), "Availability Zone us-east-1b fails"))
        .contains("`db` is in us-east-1b and has no standby.");
    assertThat(Mutation.summaries(graph.build()))
        .containsEntry("Availability Zone us-east-1a fails", "DEGRADED (35 to 65 s, none)");
  }

  @Test
  void aDatabaseInUnknownSubnetsIsSaidToBe() {
    ResourceGraph graph =
        twoServers().add(DATABASE, "db", Map.of("dbSubnetGroupName", "made-by-hand")).build();

    assertThat(why(graph, "Availability Zone us-east-1b fails"))
        .contains("`db` has no standby, and its zone is not known.");
  }

  @Test
  void allSubnetsInOneZoneAreNoPlaceForAStandby() {
    ResourceGraph graph =
        twoServers()
            .add(
                "aws:rds/subnetGroup:SubnetGroup",
                "db-subnets",
                Map.of("subnetIds", List.of("@private-a", "@public-a")))
            .add(
                DATABASE,
                "db",
                Map.of(
                    "multiAz",
                    true,
                    "dbSubnetGroupName",
                    "@db-subnets",
                    "backupRetentionPeriod",
                    7L))
            .build();

    assertThat(why(graph, "Availability Zone us-east-1a fails"))
        .contains("All subnets of `db` are in us-east-1a.");
    assertThat(why(graph, "Database primary fails (`db`)"))
        .containsExactly(
            "All subnets of `db` are in us-east-1a: no zone is left for a standby.",
            "Backups of `db` go back 7 days; the newest is at most 300 s old.",
            "A restore is started by hand; its duration depends on data size and log replay.");
  }
}
