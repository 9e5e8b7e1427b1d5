package dev.mainstay.resilience;

import static dev.mainstay.resilience.OtherStacks.DATABASE;
import static dev.mainstay.resilience.OtherStacks.database;
import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Databases and caches of stacks that other programs made. */
class OtherDataTest {
  @Test
  void aDatabaseThatSaysNothingHasNoStandbyAndUnknownBackups() {
    ResourceGraph graph = database(twoServers(), Map.of()).build();

    assertThat(Mutation.summaries(graph))
        .containsEntry("normal operation", "SURVIVES (none, none)")
        .containsEntry("primary of database db", "DOWN (not known, not known)")
        .containsEntry("zone us-east-1b", "DOWN (at least 35 s, not known)");
    assertThat(why(graph, "primary of database db"))
        .containsExactly(
            "db has no standby (multiAz is not true).",
            "Whether db has backups is not known (backupRetentionPeriod).");
  }

  @Test
  void aDatabaseWhoseSubnetsAreElsewhereStillHasItsStandbyInAnotherZone() {
    ResourceGraph graph =
        twoServers()
            .add(
                DATABASE,
                "db",
                Map.of("multiAz", true, "port", 5432L, "dbSubnetGroupName", "made-by-hand"))
            .build();

    assertThat(Mutation.summaries(graph))
        .containsEntry("primary of database db", "SURVIVES (60 to 120 s, none)")
        .containsEntry("zone us-east-1b", "SURVIVES (60 to 120 s, none)")
        .containsEntry("normal operation", "UNKNOWN (not known, none)");
  }

  @Test
  void aDatabaseWithoutStandbyInUnknownSubnetsMayOrMayNotFallWithAZone() {
    ResourceGraph graph =
        twoServers().add(DATABASE, "db", Map.of("dbSubnetGroupName", "made-by-hand")).build();

    assertThat(Mutation.summaries(graph))
        .containsEntry("zone us-east-1b", "UNKNOWN (at least 35 s, not known)");
  }

  @Test
  void aReplicaIsNamedAsAWayOut() {
    ResourceGraph graph =
        database(twoServers(), Map.of("backupRetentionPeriod", 7L))
            .add(DATABASE, "reader", Map.of("replicateSourceDb", "@db"))
            .build();

    assertThat(why(graph, "primary of database db"))
        .contains("Replica reader can be made the primary by hand, short of the last writes.");
    assertThat(Mutation.summaries(graph)).doesNotContainKey("primary of database reader");
  }

  @Test
  void aMultiZoneClusterFailsOverFaster() {
    ResourceGraph graph =
        twoServers()
            .add(
                "aws:rds/cluster:Cluster",
                "db",
                Map.of("dbClusterInstanceClass", "db.m6gd.large", "backupRetentionPeriod", 7L))
            .build();

    assertThat(Mutation.summaries(graph))
        .containsEntry("primary of database db", "SURVIVES (0 to 35 s, none)");
    assertThat(Resilience.of(graph).notJudged()).isEmpty();
  }

  @Test
  void backupsThatAreCopiedAreNamedAsTheWayBackFromTheLossOfTheRegion() {
    var copied =
        database(twoServers(), Map.of("backupRetentionPeriod", 7L))
            .add(
                "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
                "copy",
                Map.of("sourceDbInstanceArn", "@db"));
    var planned =
        database(twoServers(), Map.of("backupRetentionPeriod", 7L))
            .add(
                "aws:backup/plan:Plan",
                "daily",
                Map.of(
                    "rules",
                    List.of(
                        Map.of("ruleName", "daily"),
                        Map.of("copyActions", List.of(Map.of("destinationVaultArn", "arn:..."))))))
            .add(
                "aws:backup/selection:Selection",
                "databases",
                Map.of("planId", "@daily", "resources", List.of("@db")));

    assertThat(why(copied.build(), "region us-east-1"))
        .contains("The backups of db are copied to another region, where it can be restored.");
    assertThat(Mutation.summaries(copied.build()))
        .containsEntry("region us-east-1", "DOWN (not known, not known)");
    assertThat(why(planned.build(), "region us-east-1"))
        .contains(
            "A backup plan of db copies to a second vault; if that is in another region, it can be"
                + " restored there, as of the last copy.");
    assertThat(Mutation.summaries(planned.build()))
        .containsEntry("region us-east-1", "DOWN (not known, not known)");
    assertThat(why(planned.build(), "storage or content of database db"))
        .contains(
            "Backup plan daily keeps copies of its own.", "Nothing protects db from deletion.");
  }

  @Test
  void aPlanThatCopiesNowhereDoesNotOutliveTheRegion() {
    var graph =
        database(twoServers(), Map.of("backupRetentionPeriod", 7L))
            .add(
                "aws:backup/plan:Plan",
                "daily",
                Map.of("rules", List.of(Map.of("ruleName", "daily"))))
            .add(
                "aws:backup/selection:Selection",
                "databases",
                Map.of("planId", "@daily", "resources", List.of("@db")));

    assertThat(Mutation.summaries(graph.build()))
        .containsEntry("region us-east-1", "DOWN (not known, everything)");
  }

  @Test
  void aCacheWhoseSubnetsAreElsewhereMayOrMayNotFallWithAZone() {
    var single =
        twoServers()
            .add(
                "aws:elasticache/replicationGroup:ReplicationGroup",
                "cache",
                Map.of("numCacheClusters", 1L));
    var spread =
        twoServers()
            .add(
                "aws:elasticache/replicationGroup:ReplicationGroup",
                "cache",
                Map.of(
                    "replicasPerNodeGroup",
                    1L,
                    "automaticFailoverEnabled",
                    true,
                    "preferredCacheClusterAzs",
                    List.of("us-east-1a", "us-east-1b")));
    var unsaid =
        twoServers().add("aws:elasticache/replicationGroup:ReplicationGroup", "cache", Map.of());

    assertThat(Mutation.summaries(single.build()))
        .containsEntry("primary of cache cache", "DEGRADED (not known, none)")
        .containsEntry("zone us-east-1b", "UNKNOWN (35 to 65 s, none)");
    assertThat(Mutation.summaries(spread.build()))
        .containsEntry("primary of cache cache", "SURVIVES (not known, none)")
        .containsEntry("zone us-east-1b", "SURVIVES (35 to 65 s, none)");
    assertThat(Mutation.summaries(unsaid.build()))
        .containsEntry("primary of cache cache", "UNKNOWN (not known, none)");
  }
}
