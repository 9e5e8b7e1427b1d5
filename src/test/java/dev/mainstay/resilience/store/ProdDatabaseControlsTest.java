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
                + " -> DOWN (not known, up to 300 s)",
            ZONE_A + "DOWN (at least 25 s, up to 300 s)",
            ZONE_B + "DOWN (at least 25 s, up to 300 s)");
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
                + " -> DOWN (not known, up to 300 s)",
            "Availability Zone eu-central-1a fails: SURVIVES (60 to 120 s, none) -> SURVIVES (25 to 60 s, none)",
            ZONE_B + "DOWN (at least 25 s, up to 300 s)");
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
                + " -> DOWN (not known, up to 300 s)",
            ZONE_A + "DOWN (at least 25 s, up to 300 s)",
            "Availability Zone eu-central-1b fails: SURVIVES (60 to 120 s, none) -> SURVIVES (25 to 60 s, none)");
    assertThat(verdict(mutation.graph(), "Database primary fails (`database`)").why())
        .contains("All subnets of `database` are in eu-central-1a: no zone is left for a standby.");
  }

  @Test
  void withoutBackupsOfItsOwnTheDatabaseComesBackFromThoseOfThePlan() {
    Mutation mutation = mutation().set(DATABASE, "database", "backupRetentionPeriod", 0L);

    assertThat(differences(mutation))
        .containsExactly(
            "Data of `database` is lost or corrupted: DEGRADED (not known, up to 300 s)"
                + " -> DEGRADED (not known, not known)");
    assertThat(verdict(mutation.graph(), "Data of `database` is lost or corrupted").why())
        .contains(
            "Backup plan `operations-backup` backs up `database`; the age of the newest backup"
                + " depends on its schedule.",
            "A restore is started by hand; its duration depends on data size and log replay.");
  }

  @Test
  void withoutAnyBackupsTheContentOfTheDatabaseIsLost() {
    Mutation mutation = withoutPlan().set(DATABASE, "database", "backupRetentionPeriod", 0L);

    assertThat(differences(mutation))
        .containsExactly(
            "Data of `database` is lost or corrupted: DEGRADED (not known, up to 300 s)"
                + " -> DOWN (not known, everything)");
    assertThat(verdict(mutation.graph(), "Data of `database` is lost or corrupted").why())
        .containsExactly(
            "`database` has no backups (backupRetentionPeriod is 0).",
            "Deleting `database` takes a final snapshot.",
            "`database` has deletion protection.");
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
        .containsExactly(
            "Data of `database` is lost or corrupted: DEGRADED (not known, up to 300 s)"
                + " -> UNKNOWN (not known, not known)");
  }

  @Test
  void withoutAFinalSnapshotOtherBackupsRemainWhenTheDatabaseIsDeleted() {
    Mutation mutation = mutation().set(DATABASE, "database", "skipFinalSnapshot", true);

    assertThat(differences(mutation)).isEmpty();
    assertThat(verdict(mutation.graph(), "Data of `database` is lost or corrupted").why())
        .containsExactly(
            "Backups of `database` go back 35 days; the newest is at most 300 s old.",
            "A restore is started by hand; its duration depends on data size and log replay.",
            "Deleting `database` takes no final snapshot; its automated backups remain until they"
                + " expire.",
            "`database` has deletion protection.",
            "Backup plan `operations-backup` keeps recovery points in a vault.");
  }
}
