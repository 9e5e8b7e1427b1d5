package dev.mainstay.resilience.store;

import static dev.mainstay.resilience.OtherStacks.database;
import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.GraphBuilder;
import dev.mainstay.resilience.Mutation;
import dev.mainstay.resilience.Prod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What databases of other programs come back from. */
class OtherBackupsTest {
  private static final String CONTENT = "Data of `db` is lost or corrupted";
  private static final String REGION = "Region us-east-1 fails";

  private static final List<Map<String, ?>> DAILY = List.of(Map.of("ruleName", "daily"));

  private static GraphBuilder backedUp() {
    return database(twoServers(), Map.of("backupRetentionPeriod", 7L));
  }

  private static ResourceGraph planned(GraphBuilder graph, List<Map<String, ?>> rules) {
    return graph
        .add("aws:backup/plan:Plan", "daily", Map.of("rules", rules))
        .add(
            "aws:backup/selection:Selection",
            "databases",
            Map.of("planId", "@daily", "resources", List.of("@db")))
        .build();
  }

  @Test
  void backupsInAnotherRegionAreTheWayBackFromTheLossOfThisOne() {
    ResourceGraph graph =
        backedUp()
            .add(
                "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
                "copy",
                Map.of("sourceDbInstanceArn", "@db"))
            .build();

    assertThat(why(graph, REGION))
        .containsExactly(
            "The stack is in us-east-1: it must be rebuilt in another region.",
            "The automated backups of `db` are replicated to another region.");
    assertThat(Mutation.summaries(graph)).containsEntry(REGION, "DOWN (not known, not known)");
  }

  @Test
  void copiesInASecondVaultMayOutliveTheRegion() {
    ResourceGraph graph =
        planned(
            backedUp(),
            List.of(
                Map.of("ruleName", "daily"),
                Map.of("copyActions", List.of(Map.of("destinationVaultArn", "arn:...")))));

    assertThat(why(graph, REGION))
        .containsExactly(
            "The stack is in us-east-1: it must be rebuilt in another region.",
            "A backup plan copies `db` to a second vault, whose region is not known.");
    assertThat(Mutation.summaries(graph)).containsEntry(REGION, "DOWN (not known, not known)");
  }

  @Test
  void aPlanThatCopiesNowhereDoesNotOutliveTheRegion() {
    ResourceGraph graph =
        planned(
            backedUp(),
            List.of(
                Map.of("ruleName", "daily"),
                Map.of("ruleName", "weekly", "copyActions", List.of())));

    assertThat(why(graph, REGION))
        .containsExactly(
            "The stack is in us-east-1: it must be rebuilt in another region.",
            "All backups of `db` are in the region.");
    assertThat(Mutation.summaries(graph)).containsEntry(REGION, "DOWN (not known, everything)");
  }

  @Test
  void eachThingThatKeepsTheContentIsNamed() {
    assertThat(why(planned(backedUp(), DAILY), CONTENT))
        .containsExactly(
            "Backups of `db` go back 7 days; the newest is at most 300 s old.",
            "A restore is started by hand; its duration depends on data size and log replay.",
            "Deleting `db` takes a final snapshot.",
            "`db` has no deletion protection.",
            "Backup plan `daily` keeps recovery points in a vault.");
  }

  @Test
  void aPlanAloneIsSomethingToComeBackFrom() {
    ResourceGraph graph = planned(database(twoServers(), Map.of()), DAILY);

    assertThat(why(graph, CONTENT))
        .startsWith(
            "Backup plan `daily` backs up `db`; the age of the newest backup depends on its"
                + " schedule.");
    assertThat(Mutation.summaries(graph)).containsEntry(CONTENT, "DEGRADED (not known, not known)");
  }

  @Test
  void eitherOfAwsAndPulumiMayProtectADatabaseFromDeletion() {
    ResourceGraph byAws =
        database(twoServers(), Map.of("backupRetentionPeriod", 7L, "deletionProtection", true))
            .build();
    Mutation byPulumi = Prod.mutation().set(Prod.DATABASE, "database", "deletionProtection", false);

    assertThat(why(byAws, CONTENT)).contains("`db` has deletion protection.");
    assertThat(why(byPulumi.graph(), "Data of `database` is lost or corrupted"))
        .contains("Pulumi does not delete `database` (protect), but AWS would.");
  }
}
