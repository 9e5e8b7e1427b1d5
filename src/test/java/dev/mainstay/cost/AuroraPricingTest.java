package dev.mainstay.cost;

import static dev.mainstay.cost.Estimate.in;
import static dev.mainstay.cost.Estimate.lines;
import static dev.mainstay.cost.Estimate.notPriced;
import static dev.mainstay.graph.HandMade.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AuroraPricingTest {
  private static final String CLUSTER = "aws:rds/cluster:Cluster";
  private static final String INSTANCE = "aws:rds/clusterInstance:ClusterInstance";

  @Test
  void instancesArePricedByClassAndStorageByUse() {
    var graph =
        in("eu-central-1")
            .with(
                CLUSTER,
                "db",
                Map.of("engine", "aurora-postgresql", "manageMasterUserPassword", true))
            .with(
                INSTANCE,
                "db-1",
                Map.of("instanceClass", "db.t4g.medium"),
                to("clusterIdentifier", CLUSTER, "db"));

    assertThat(lines(graph))
        .containsExactly(
            "secret of the master user: 1 month x 0.4 = 0.40",
            "Aurora storage: 10 gb-month x 0.119 = 1.19 (10 GB (usage.auroraGb))",
            "Aurora I/O requests: 10 million x 0.22 = 2.20"
                + " (10 million I/O requests (usage.auroraMillionRequests))",
            "Aurora backup storage: 10 gb-month x 0.023 = 0.23"
                + " (10 GB beyond what is free (usage.backupGb))",
            "db.t4g.medium: 730 hour x 0.085 = 62.05");
    assertThat(notPriced(graph)).isEmpty();
  }

  @Test
  void whatHasNoListPriceIsNotIncluded() {
    var graph =
        in("eu-central-1")
            .with(CLUSTER, "fast", Map.of("engine", "aurora-mysql", "storageType", "aurora-iopt1"))
            .with(
                INSTANCE,
                "fast-1",
                Map.of("instanceClass", "db.r6g.large", "engine", "aurora-mysql"),
                to("clusterIdentifier", CLUSTER, "fast"))
            .with(
                INSTANCE,
                "serverless",
                Map.of("instanceClass", "db.serverless", "engine", "aurora-mysql"))
            .with(
                INSTANCE,
                "alone",
                Map.of("instanceClass", "db.r6g.large", "engine", "aurora-mysql"))
            .with(INSTANCE, "blind", Map.of("engine", "aurora-mysql"))
            .with(CLUSTER, "three", Map.of("engine", "postgres"));

    assertThat(lines(graph)).isEmpty();
    assertThat(notPriced(graph))
        .containsExactly(
            "Aurora storage: the prices do not hold Aurora I/O-Optimized",
            "db.r6g.large: the prices do not hold Aurora I/O-Optimized",
            "Aurora capacity units: they depend on the load",
            "db.r6g.large: whether its cluster is I/O-Optimized is not known",
            "instance of a database cluster: its engine or class is not known",
            "database cluster: the prices hold no cluster of the engine postgres");
  }
}
