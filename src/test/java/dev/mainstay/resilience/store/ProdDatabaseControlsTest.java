package dev.mainstay.resilience.store;

import static dev.mainstay.resilience.Prod.DATABASE;
import static dev.mainstay.resilience.Prod.SUBNET;
import static dev.mainstay.resilience.Prod.ZONE_A;
import static dev.mainstay.resilience.Prod.ZONE_B;
import static dev.mainstay.resilience.Prod.differences;
import static dev.mainstay.resilience.Prod.mutation;
import static dev.mainstay.resilience.Prod.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.resilience.Mutation;
import org.junit.jupiter.api.Test;

/** Each control of the database, taken away, changes the verdicts it stands for. */
class ProdDatabaseControlsTest {
  private static Mutation withoutPlan() {
    return mutation().without("aws:backup/selection:Selection", "operations-backup");
  }

  @Test
  void withoutMultiAzTheDatabaseFallsWithItsZone() {
    assertThat(differences(mutation().set(DATABASE, "database", "multiAz", false)))
        .containsExactlyInAnyOrder(
            "Database primary fails (`database`): SURVIVES (60 to 120 s, none)"
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
        .containsExactlyInAnyOrder(
            "Database primary fails (`database`): SURVIVES (60 to 120 s, none)"
                + " -> DOWN (at least 302 s, up to 300 s)",
            "Availability Zone eu-central-1a fails: SURVIVES (60 to 120 s, none) -> SURVIVES (25 to 60 s, none)",
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
        .containsExactlyInAnyOrder(
            "Database primary fails (`database`): SURVIVES (60 to 120 s, none)"
                + " -> DOWN (at least 302 s, up to 300 s)",
            ZONE_A + "DOWN (at least 302 s, up to 300 s)",
            "Availability Zone eu-central-1b fails: SURVIVES (60 to 120 s, none) -> SURVIVES (25 to 60 s, none)");
    assertThat(verdict(mutation.graph(), "Database primary fails (`database`)").why())
        .contains("All subnets of database are in eu-central-1a: there is no zone for a standby.");
  }

  @Test
  void withoutBackupsOfItsOwnTheDatabaseComesBackFromThoseOfThePlan() {
    Mutation mutation = mutation().set(DATABASE, "database", "backupRetentionPeriod", 0L);

    assertThat(differences(mutation))
        .containsExactlyInAnyOrder(
            "Data of `database` is lost or corrupted: SURVIVES (at least 302 s, up to 300 s)"
                + " -> SURVIVES (at least 302 s, not known)");
    assertThat(verdict(mutation.graph(), "Data of `database` is lost or corrupted").why())
        .contains(
            "database has the backups of plan operations-backup; how old the newest is depends on"
                + " its schedule; to restore it by hand takes at least the 302 s of making an"
                + " instance.");
  }

  @Test
  void withoutAnyBackupsTheContentOfTheDatabaseIsLost() {
    Mutation mutation = withoutPlan().set(DATABASE, "database", "backupRetentionPeriod", 0L);

    assertThat(differences(mutation))
        .containsExactlyInAnyOrder(
            "Data of `database` is lost or corrupted: SURVIVES (at least 302 s, up to 300 s)"
                + " -> DOWN (not known, everything)");
    assertThat(verdict(mutation.graph(), "Data of `database` is lost or corrupted").why())
        .containsExactlyInAnyOrder(
            "database has no backups (backupRetentionPeriod is 0).",
            "Whoever deletes database leaves a final snapshot.",
            "database is protected from deletion.");
  }

  @Test
  void withoutAStandbyAndBackupsEverythingIsLostWithTheZone() {
    assertThat(
            differences(
                withoutPlan()
                    .set(DATABASE, "database", "multiAz", false)
                    .set(DATABASE, "database", "backupRetentionPeriod", 0L)))
        .contains(ZONE_A + "DOWN (at least 25 s, everything)");
  }

  @Test
  void backupsThatAreNotStatedAreNotKnown() {
    assertThat(differences(withoutPlan().set(DATABASE, "database", "backupRetentionPeriod", null)))
        .containsExactlyInAnyOrder(
            "Data of `database` is lost or corrupted: SURVIVES (at least 302 s, up to 300 s)"
                + " -> UNKNOWN (not known, not known)");
  }

  @Test
  void withoutAFinalSnapshotADeletionIsNotMadeGood() {
    Mutation mutation = mutation().set(DATABASE, "database", "skipFinalSnapshot", true);

    assertThat(differences(mutation))
        .containsExactlyInAnyOrder(
            "Data of `database` is lost or corrupted: SURVIVES (at least 302 s, up to 300 s)"
                + " -> DEGRADED (at least 302 s, up to 300 s)");
    assertThat(verdict(mutation.graph(), "Data of `database` is lost or corrupted").why())
        .containsExactlyInAnyOrder(
            "Backups of database go back 35 days; the newest is at most 300 s old; to restore it by"
                + " hand takes at least the 302 s of making an instance.",
            "Whoever deletes database leaves no final snapshot (skipFinalSnapshot).",
            "database is protected from deletion.",
            "Backup plan operations-backup keeps copies of its own.");
  }
}
