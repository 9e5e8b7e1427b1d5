package dev.mainstay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.Deployed;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlarmsTest {
  private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

  private final OperationsArgs args = OperationsFixture.args();

  private ResourceNode alarm(String suffix) {
    return OperationsFixture.deployed(args).get(ALARM, "operations-" + suffix);
  }

  @Test
  void everyTierIsWatched() {
    assertThat(OperationsFixture.deployed(OperationsFixture.everything()).all(ALARM))
        .extracting(ResourceNode::name)
        .containsExactlyInAnyOrder(
            "operations-no-healthy-server",
            "operations-unhealthy-servers",
            "operations-server-errors",
            "operations-load-balancer-errors",
            "operations-slow-responses",
            "operations-certificate-expiry",
            "operations-servers-cpu",
            "operations-servers-status",
            "operations-servers-missing",
            "operations-database-cpu",
            "operations-database-storage",
            "operations-database-memory",
            "operations-database-connections",
            "operations-database-transaction-ids",
            "operations-replica-1-lag",
            "operations-replica-2-lag",
            "operations-cache-1-cpu",
            "operations-cache-1-memory",
            "operations-cache-1-evictions",
            "operations-cache-1-lag",
            "operations-cache-2-cpu",
            "operations-cache-2-memory",
            "operations-cache-2-evictions",
            "operations-cache-2-lag",
            "operations-backup-failed");
  }

  @Test
  void whatIsNotThereIsNotWatched() {
    args.cacheNodes(1);
    args.backupVault = false;

    assertThat(OperationsFixture.deployed(args).all(ALARM))
        .hasSize(16)
        .extracting(ResourceNode::name)
        .noneMatch(
            name ->
                name.matches(".*(certificate-expiry|replica-.*|cache-1-lag|cache-2-.*|backup.*)"));
  }

  @Test
  void everyAlarmTellsTheTopicWhenItGoesOffAndWhenItEnds() {
    Deployed deployed = OperationsFixture.deployed(OperationsFixture.everything());
    String topic = deployed.only("aws:sns/topic:Topic").urn();

    assertThat(deployed.all(ALARM))
        .allMatch(alarm -> alarm.isTrue("actionsEnabled"))
        .allMatch(alarm -> alarm.referencesAt("alarmActions").equals(List.of(topic)))
        .allMatch(alarm -> alarm.referencesAt("okActions").equals(List.of(topic)))
        .allMatch(alarm -> !alarm.text("alarmDescription", "").isEmpty());
  }

  @Test
  void aDatabaseWithATenthOfItsStorageLeftGoesOffAfterFiveMinutes() {
    assertThat(alarm("database-storage").inputs())
        .containsEntry("namespace", "AWS/RDS")
        .containsEntry("metricName", "FreeStorageSpace")
        .containsEntry("statistic", "Minimum")
        .containsEntry("comparisonOperator", "LessThanThreshold")
        .containsEntry("period", 60L)
        .containsEntry("evaluationPeriods", 5L)
        .containsEntry("datapointsToAlarm", 5L)
        .containsEntry("treatMissingData", "missing")
        .containsEntry("dimensions", Map.of("DBInstanceIdentifier", "mainstay-test"));
    assertThat(alarm("database-storage").number("threshold", 0))
        .isEqualTo(40L * 1024 * 1024 * 1024);
  }

  @Test
  void memoryAndConnectionsFollowTheClassOfTheDatabase() {
    // 8 GiB: 901 connections by default, as RDS computes them.
    assertThat(alarm("database-memory").input("threshold").map(AlarmsTest::rounded))
        .contains(858_993_459L);
    assertThat(alarm("database-connections").input("threshold").map(AlarmsTest::rounded))
        .contains(721L);
  }

  @Test
  void aLargeClassTakesNoMoreConnectionsThanRdsAllows() {
    args.databaseClass("db.m7g.16xlarge");

    assertThat(alarm("database-connections").number("threshold", 0)).isEqualTo(4_000);
  }

  @Test
  void ofAClassThatIsNotKnownNothingIsAssumedThatCouldRaiseAFalseAlarm() {
    args.databaseClass("db.m99g.large");

    assertThat(alarm("database-memory").input("threshold").map(AlarmsTest::rounded))
        .contains(107_374_182L);
    assertThat(alarm("database-connections").number("threshold", 0)).isEqualTo(4_000);
  }

  @Test
  void eachReplicaIsWatchedByItsOwnName() {
    Deployed deployed = OperationsFixture.deployed(OperationsFixture.everything());

    assertThat(deployed.inputs(ALARM, "operations-replica-2-lag"))
        .containsEntry("metricName", "ReplicaLag")
        .containsEntry("threshold", 60L)
        .containsEntry("evaluationPeriods", 10L)
        .containsEntry("dimensions", Map.of("DBInstanceIdentifier", "mainstay-test-replica-2"));
  }

  @Test
  void eachNodeOfTheCacheIsWatchedByItsOwnName() {
    assertThat(alarm("cache-2-cpu").inputs())
        .containsEntry("metricName", "EngineCPUUtilization")
        .containsEntry("threshold", 90L)
        .containsEntry("dimensions", Map.of("CacheClusterId", "cache-group-002"));
  }

  @Test
  void aServerMayBeUnhealthyForAsLongAsItBoots() {
    assertThat(alarm("unhealthy-servers").inputs())
        .containsEntry("statistic", "Maximum")
        .containsEntry("evaluationPeriods", 15L)
        .containsEntry("treatMissingData", "notBreaching")
        .containsEntry(
            "dimensions",
            Map.of("LoadBalancer", "app/edge/1", "TargetGroup", "targetgroup/edge/2"));
    assertThat(alarm("servers-missing").inputs()).containsEntry("evaluationPeriods", 20L);
  }

  @Test
  void noServerAtAllIsNoSilence() {
    assertThat(alarm("no-healthy-server").inputs()).containsEntry("treatMissingData", "breaching");
  }

  @Test
  void theShareOfErrorsIsComputedFromTwoSums() {
    ResourceNode errors = alarm("server-errors");

    assertThat(errors.text("metricQueries[0].id", "")).isEqualTo("errors");
    assertThat(errors.text("metricQueries[0].metric.metricName", ""))
        .isEqualTo("HTTPCode_Target_5XX_Count");
    assertThat(errors.text("metricQueries[1].metric.metricName", "")).isEqualTo("RequestCount");
    assertThat(errors.text("metricQueries[2].expression", ""))
        .isEqualTo("IF(requests >= 20, 100 * FILL(errors, 0) / requests, 0)");
    assertThat(errors.isTrue("metricQueries[2].returnData")).isTrue();
    assertThat(errors.inputs()).doesNotContainKeys("metricName", "period", "statistic");
  }

  @Test
  void slownessIsThatOfTheSlowestTwentieth() {
    assertThat(alarm("slow-responses").inputs())
        .containsEntry("extendedStatistic", "p95")
        .containsEntry("evaluateLowSampleCountPercentiles", "ignore")
        .doesNotContainKey("statistic");
  }

  @Test
  void theCertificateIsLookedAtOnceADay() {
    args.certificateArn = OperationsFixture.everything().certificateArn;

    assertThat(alarm("certificate-expiry").inputs())
        .containsEntry("comparisonOperator", "LessThanOrEqualToThreshold")
        .containsEntry("threshold", 19L)
        .containsEntry(
            "alarmDescription", "The certificate expires within 19 days; ACM has not renewed it")
        .containsEntry("period", 86_400L)
        .containsEntry("evaluationPeriods", 1L);
  }

  @Test
  void theProcessorOfServersIsLookedAtForAQuarterOfAnHour() {
    assertThat(alarm("servers-cpu").inputs())
        .containsEntry("period", 300L)
        .containsEntry("evaluationPeriods", 3L)
        .containsEntry("dimensions", Map.of("AutoScalingGroupName", "web-group"));
  }

  private static long rounded(Object threshold) {
    return Math.round(((Number) threshold).doubleValue());
  }
}
