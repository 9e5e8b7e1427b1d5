package dev.mainstay.cost;

import static dev.mainstay.cost.Estimate.in;
import static dev.mainstay.cost.Estimate.lines;
import static dev.mainstay.cost.Estimate.notPriced;
import static dev.mainstay.graph.HandMade.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabasePricingTest {
  private static final String INSTANCE = "aws:rds/instance:Instance";

  @Test
  void aDatabaseOverTwoZonesCostsTwice() {
    assertThat(
            lines(
                in("eu-central-1")
                    .with(
                        INSTANCE,
                        "db",
                        Map.of(
                            "engine",
                            "postgres",
                            "instanceClass",
                            "db.t4g.micro",
                            "allocatedStorage",
                            20L,
                            "maxAllocatedStorage",
                            100L,
                            "storageType",
                            "gp3",
                            "multiAz",
                            true,
                            "manageMasterUserPassword",
                            true))))
        .containsExactly(
            "db.t4g.micro multi-az: 730 hour x 0.038 = 27.74"
                + " (2 times the price of rds-postgres-single-az)",
            "20 GiB of gp3 multi-az: 20 gb-month x 0.274 = 5.48 (may grow to 100 GiB)",
            "secret of the master user: 1 month x 0.4 = 0.40 (without requests)");
  }

  @Test
  void aReplicaHasEngineAndStorageOfItsSource() {
    assertThat(
            lines(
                in("us-east-1")
                    .with(
                        INSTANCE,
                        "db",
                        Map.of(
                            "engine", "postgres",
                            "instanceClass", "db.t4g.micro",
                            "allocatedStorage", 20L,
                            "maxAllocatedStorage", 20L,
                            "storageType", "gp3"))
                    .with(
                        INSTANCE,
                        "replica",
                        Map.of("instanceClass", "db.t4g.small", "storageType", "gp3"),
                        to("replicateSourceDb", INSTANCE, "db"))))
        .containsExactly(
            "db.t4g.micro single-az: 730 hour x 0.016 = 11.68",
            "20 GiB of gp3 single-az: 20 gb-month x 0.115 = 2.30",
            "db.t4g.small single-az: 730 hour x 0.032 = 23.36",
            "20 GiB of gp3 single-az: 20 gb-month x 0.115 = 2.30");
  }

  @Test
  void whatADatabaseMayCostBesidesIsNamed() {
    assertThat(
            notPriced(
                in("us-east-1")
                    .with(
                        INSTANCE,
                        "db",
                        Map.of(
                            "engine", "postgres",
                            "instanceClass", "db.t4g.micro",
                            "allocatedStorage", 400L,
                            "storageType", "gp3",
                            "iops", 12_001L,
                            "storageThroughput", 501L,
                            "backupRetentionPeriod", 1L,
                            "monitoringInterval", 1L,
                            "performanceInsightsRetentionPeriod", 8L))))
        .containsExactly(
            "1 IOPS beyond the 12000 included: the price list has no extra IOPS",
            "1 MiB/s beyond the 500 included: the price list has no extra MiB/s",
            "backup storage beyond the size of the databases: paid by use, which the program does"
                + " not tell",
            "logs of enhanced monitoring: paid by use, which the program does not tell",
            "database insights beyond 7 days: the price list has none");
  }

  @Test
  void whatIsIncludedInADatabaseIsNotNamed() {
    assertThat(
            notPriced(
                in("us-east-1")
                    .with(
                        INSTANCE,
                        "db",
                        Map.of(
                            "engine", "postgres",
                            "instanceClass", "db.t4g.micro",
                            "allocatedStorage", 400L,
                            "storageType", "gp3",
                            "iops", 12_000L,
                            "storageThroughput", 500L,
                            "backupRetentionPeriod", 0L,
                            "monitoringInterval", 0L,
                            "performanceInsightsRetentionPeriod", 7L))))
        .isEmpty();
  }

  @Test
  void smallGeneralPurposeStorageIncludesLessSpeed() {
    assertThat(
            notPriced(
                in("us-east-1")
                    .with(
                        INSTANCE,
                        "db",
                        Map.of(
                            "engine", "postgres",
                            "instanceClass", "db.t4g.micro",
                            "allocatedStorage", 399L,
                            "storageType", "gp3",
                            "iops", 4_000L,
                            "storageThroughput", 126L,
                            "databaseInsightsMode", "advanced"))))
        .containsExactly(
            "1000 IOPS beyond the 3000 included: the price list has no extra IOPS",
            "1 MiB/s beyond the 125 included: the price list has no extra MiB/s",
            "database insights beyond 7 days: the price list has none");
  }

  @Test
  void otherStorageAndOtherEnginesAreNotPriced() {
    assertThat(
            notPriced(
                in("us-east-1")
                    .with(
                        INSTANCE,
                        "iops",
                        Map.of(
                            "engine",
                            "postgres",
                            "instanceClass",
                            "db.t4g.micro",
                            "allocatedStorage",
                            100L,
                            "iops",
                            1_000L))
                    .with(
                        INSTANCE,
                        "plain",
                        Map.of(
                            "engine", "postgres",
                            "instanceClass", "db.t4g.micro",
                            "allocatedStorage", 100L))
                    .with(
                        INSTANCE,
                        "restored",
                        Map.of("engine", "postgres", "instanceClass", "db.t4g.micro"))
                    .with(
                        INSTANCE,
                        "mysql",
                        Map.of("engine", "mysql", "instanceClass", "db.t4g.micro"))
                    .with(INSTANCE, "nothing", Map.of())
                    .with(INSTANCE, "no-class", Map.of("engine", "postgres"))))
        .containsExactly(
            "100 GiB of io1 single-az: the price list has no rds-storage-single-az io1 per gb-month"
                + " in us-east-1",
            "IOPS of io1: the price list has no provisioned IOPS",
            "100 GiB of gp2 single-az: the price list has no rds-storage-single-az gp2 per gb-month"
                + " in us-east-1",
            "storage: its size is not known",
            "database instance: the price list has only PostgreSQL, not mysql",
            "database instance: its engine or class is not known",
            "database instance: its engine or class is not known");
  }
}
