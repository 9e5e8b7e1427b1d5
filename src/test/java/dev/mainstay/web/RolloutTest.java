package dev.mainstay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.Deployed;
import dev.mainstay.graph.ResourceNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a change reaches servers that are at work. */
class RolloutTest {
  private static final String GROUP = "aws:autoscaling/group:Group";
  private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
  private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

  private final WebFleetArgs args = WebFleetFixture.args();

  private Deployed deployed() {
    return Deployed.by(() -> new WebFleet("web", args, null));
  }

  private ResourceNode group() {
    return deployed().only(GROUP);
  }

  @Test
  void serversAreReplacedOneByOneEachNewOneBeforeAnOldOne() {
    ResourceNode group = group();
    Map<String, Object> policy = Map.of("minHealthyPercentage", 100L, "maxHealthyPercentage", 110L);

    assertThat(group.inputs()).containsEntry("instanceMaintenancePolicy", policy);
    assertThat(group.text("instanceRefresh.strategy", "")).isEqualTo("Rolling");
    assertThat(group.number("instanceRefresh.preferences.minHealthyPercentage", 0)).isEqualTo(100);
    assertThat(group.number("instanceRefresh.preferences.maxHealthyPercentage", 0)).isEqualTo(110);
    assertThat(group.text("instanceRefresh.preferences.instanceWarmup", "")).isEqualTo("600");
  }

  @Test
  void aChangeOfTheTemplateReachesTheServers() {
    ResourceNode group = group();

    assertThat(group.text("launchTemplate.version", "")).isEqualTo("1");
    assertThat(group.referencesAt("launchTemplate.id")).hasSize(1);
  }

  @Test
  void whileServersFollowAParameterThereIsNoWayBack() {
    Deployed deployed = deployed();

    assertThat(deployed.all(ALARM)).isEmpty();
    assertThat(deployed.only(GROUP).input("instanceRefresh.preferences.autoRollback")).isEmpty();
    assertThat(deployed.only(TEMPLATE).inputs())
        .containsEntry(
            "imageId",
            "resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2025-English-Full-Base");
  }

  @Test
  void theRolloutOfAnImageByItsIdStopsWhenAnAlarmGoesOff() {
    args.image = "ami-0123456789abcdef0";
    Deployed deployed = deployed();
    ResourceNode group = deployed.only(GROUP);

    assertThat(deployed.only(TEMPLATE).inputs()).containsEntry("imageId", "ami-0123456789abcdef0");
    assertThat(group.isTrue("instanceRefresh.preferences.autoRollback")).isTrue();
    assertThat(
            deployed
                .graph()
                .referenced(group, "instanceRefresh.preferences.alarmSpecification.alarms"))
        .extracting(ResourceNode::name)
        .containsExactly("web-too-few-healthy", "web-too-many-errors");
  }

  @Test
  void theAlarmsLookAtTheServersOfThisLoadBalancerAlone() {
    args.image = "ami-0123456789abcdef0";
    args.requiredInstances = 2;
    Deployed deployed = deployed();
    Map<String, Object> dimensions =
        Map.of("LoadBalancer", "app/edge/1", "TargetGroup", "targetgroup/web/1");

    assertThat(deployed.inputs(ALARM, "web-too-few-healthy"))
        .containsEntry("namespace", "AWS/ApplicationELB")
        .containsEntry("metricName", "HealthyHostCount")
        .containsEntry("statistic", "Minimum")
        .containsEntry("comparisonOperator", "LessThanThreshold")
        .containsEntry("threshold", 2L)
        .containsEntry("evaluationPeriods", 3L)
        .containsEntry("dimensions", dimensions);
    ResourceNode errors = deployed.get(ALARM, "web-too-many-errors");
    assertThat(errors.input("metricQueries[0].metric.dimensions")).contains(dimensions);
    assertThat(errors.text("metricQueries[0].metric.metricName", ""))
        .isEqualTo("HTTPCode_Target_5XX_Count");
    assertThat(errors.text("metricQueries[2].expression", ""))
        .isEqualTo("IF(requests >= 20, 100 * FILL(errors, 0) / requests, 0)");
  }
}
