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
            "The backups of db are copied to another region, where it can be restored.");
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
            "A backup plan of db copies to a second vault; if that is in another region, it can be"
                + " restored there, as of the last copy.");
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
            "All backups of db are in the region: nothing can be restored elsewhere.");
    assertThat(Mutation.summaries(graph)).containsEntry(REGION, "DOWN (not known, everything)");
  }

  @Test
  void eachThingThatKeepsTheContentIsNamed() {
    assertThat(why(planned(backedUp(), DAILY), CONTENT))
        .containsExactly(
            "Backups of db go back 7 days; the newest is at most 300 s old; to restore it by hand"
                + " takes at least the 302 s of making an instance.",
            "Whoever deletes db leaves a final snapshot.",
            "Nothing protects db from deletion.",
            "Backup plan daily keeps copies of its own.");
  }

  @Test
  void aPlanAloneIsSomethingToComeBackFrom() {
    ResourceGraph graph = planned(database(twoServers(), Map.of()), DAILY);

    assertThat(why(graph, CONTENT))
        .startsWith(
            "db has the backups of plan daily; how old the newest is depends on its schedule; to"
                + " restore it by hand takes at least the 302 s of making an instance.");
    assertThat(Mutation.summaries(graph))
        .containsEntry(CONTENT, "SURVIVES (at least 302 s, not known)");
  }

  @Test
  void eitherOfAwsAndPulumiMayProtectADatabaseFromDeletion() {
    ResourceGraph byAws =
        database(twoServers(), Map.of("backupRetentionPeriod", 7L, "deletionProtection", true))
            .build();
    Mutation byPulumi = Prod.mutation().set(Prod.DATABASE, "database", "deletionProtection", false);

    assertThat(why(byAws, CONTENT)).contains("db is protected from deletion.");
    assertThat(why(byPulumi.graph(), "Data of `database` is lost or corrupted"))
        .contains("database is protected from deletion.");
  }
}
