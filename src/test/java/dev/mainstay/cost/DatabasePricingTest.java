package dev.mainstay.cost;

import static dev.mainstay.cost.Estimate.in;
import static dev.mainstay.cost.Estimate.lines;
import static dev.mainstay.cost.Estimate.notPriced;
import static dev.mainstay.graph.HandMade.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabasePricingTest {
  private static final String INSTANCE = "aws:rds/instance:Instance";

  @Test
  void theStandbyOfADatabaseIsALineOfItsOwn() {
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
            "db.t4g.micro: 730 hour x 0.019 = 13.87",
            "standby of db.t4g.micro (Multi-AZ): 730 hour x 0.019 = 13.87"
                + " (2 times the price of rds-postgres-single-az)",
            "20 GiB of gp3: 20 gb-month x 0.137 = 2.74 (may grow to 100 GiB)",
            "20 GiB of gp3 of the standby (Multi-AZ): 20 gb-month x 0.137 = 2.74"
                + " (may grow to 100 GiB)",
            "secret of the master user: 1 month x 0.4 = 0.40");
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
            "db.t4g.micro: 730 hour x 0.016 = 11.68",
            "20 GiB of gp3: 20 gb-month x 0.115 = 2.30",
            "db.t4g.small: 730 hour x 0.032 = 23.36",
            "20 GiB of gp3: 20 gb-month x 0.115 = 2.30");
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
            "1 IOPS beyond the 12000 included: the prices hold no additional IOPS of RDS",
            "1 MiB/s beyond the 500 included: the prices hold no additional MiB/s of RDS",
            "database insights beyond 7 days: the prices hold none");
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
            "1000 IOPS beyond the 3000 included: the prices hold no additional IOPS of RDS",
            "1 MiB/s beyond the 125 included: the prices hold no additional MiB/s of RDS",
            "database insights beyond 7 days: the prices hold none");
  }

  @Test
  void otherStorageAndOtherEnginesAreNotIncluded() {
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
                        "oracle",
                        Map.of("engine", "oracle-ee", "instanceClass", "db.t4g.micro"))
                    .with(INSTANCE, "nothing", Map.of())
                    .with(INSTANCE, "no-class", Map.of("engine", "postgres"))))
        .containsExactly(
            "100 GiB of io1: no price of rds-storage-single-az io1 per gb-month in us-east-1",
            "IOPS of io1: the prices hold no provisioned IOPS of RDS",
            "100 GiB of gp2: no price of rds-storage-single-az gp2 per gb-month in us-east-1",
            "storage: its size is not known",
            "database instance: the prices do not hold the engine oracle-ee",
            "database instance: its engine or class is not known",
            "database instance: its engine or class is not known");
  }

  @Test
  void backupsAndMonitoringArePaidByUse() {
    assertThat(
            lines(
                in("us-east-1")
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
                            "storageType",
                            "gp3",
                            "backupRetentionPeriod",
                            7L,
                            "monitoringInterval",
                            60L))))
        .contains(
            "backup storage: 10 gb-month x 0.095 = 0.95"
                + " (10 GB beyond what is free (usage.backupGb))",
            "logs of enhanced monitoring: 1 gb x 0.5 = 0.50 (1 GB (usage.logGb))");
  }

  @Test
  void mySqlAndMariaDbHavePricesOfTheirOwn() {
    // https://aws.amazon.com/rds/mysql/pricing/: cheaper than PostgreSQL in this class
    for (String engine : List.of("mysql", "mariadb")) {
      assertThat(
              lines(
                  in("eu-central-1")
                      .with(
                          INSTANCE,
                          "db",
                          Map.of(
                              "engine",
                              engine,
                              "instanceClass",
                              "db.r6g.large",
                              "allocatedStorage",
                              20L,
                              "storageType",
                              "gp3",
                              "multiAz",
                              true))))
          .containsExactly(
              "db.r6g.large: 730 hour x 0.26 = 189.80",
              "standby of db.r6g.large (Multi-AZ): 730 hour x 0.26 = 189.80"
                  + " (2 times the price of rds-%s-single-az)".formatted(engine),
              "20 GiB of gp3: 20 gb-month x 0.137 = 2.74 (the price of PostgreSQL's storage)",
              "20 GiB of gp3 of the standby (Multi-AZ): 20 gb-month x 0.137 = 2.74"
                  + " (the price of PostgreSQL's storage)");
    }
  }

  @Test
  void aListedPriceOfBothInstancesIsSplitBetweenThem() throws IOException {
    // AWS rounds: 2 x 0.072 is listed as 0.145.
    PriceBook rounded =
        PriceBook.shipped()
            .overriddenBy(
                PriceFile.ofRegion(
                    "own",
                    "eu-west-2",
                    new StringReader(
                        """
                        service,item,unit,usd
                        rds-postgres-single-az,db.t4g.medium,hour,0.072
                        rds-postgres-multi-az,db.t4g.medium,hour,0.145
                        """)));
    var graph =
        in("eu-west-2")
            .with(
                INSTANCE,
                "db",
                Map.of("engine", "postgres", "instanceClass", "db.t4g.medium", "multiAz", true))
            .build();

    assertThat(MonthlyCost.of(graph, CostBasis.of(rounded)).lines())
        .extracting(line -> line.item() + " " + line.unitPriceUsd())
        .containsExactly("standby of db.t4g.medium (Multi-AZ) 0.073", "db.t4g.medium 0.072");
  }
}
