package dev.mainstay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.pulumi.core.Output;
import dev.mainstay.Deployed;
import dev.mainstay.config.Refusal;
import dev.mainstay.graph.ResourceNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebFleetTest {
  private static final String GROUP = "aws:autoscaling/group:Group";
  private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
  private static final String ROLE = "aws:iam/role:Role";
  private static final String ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
  private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
  private static final String SCALING_POLICY = "aws:autoscaling/policy:Policy";
  private static final String SCHEDULE = "aws:autoscaling/schedule:Schedule";

  private final WebFleetArgs args =
      new WebFleetArgs()
          .region("eu-central-1")
          .tags(Map.of("Name", "mainstay-test", "Owner", "web"))
          .subnetIds(Output.of(List.of("subnet-a", "subnet-b")))
          .securityGroupId(Output.of("sg-web"))
          .targetGroupArn(Output.of("arn:aws:elasticloadbalancing:::targetgroup/web/1"))
          .loadBalancerArnSuffix(Output.of("app/edge/1"))
          .targetGroupArnSuffix(Output.of("targetgroup/web/1"))
          .parametersPath("/mainstay-test")
          .kmsKeyArn(Deployed.keyArn());

  private Deployed deployed() {
    return Deployed.by(() -> new WebFleet("web", args, null));
  }

  private ResourceNode group() {
    return deployed().only(GROUP);
  }

  private ResourceNode template() {
    return deployed().only(TEMPLATE);
  }

  @Test
  void twoServersToFourStandInTheSubnetsGiven() {
    assertThat(group().inputs())
        .containsEntry("vpcZoneIdentifiers", List.of("subnet-a", "subnet-b"))
        .containsEntry("minSize", 2L)
        .containsEntry("maxSize", 4L)
        .containsEntry(
            "targetGroupArns", List.of("arn:aws:elasticloadbalancing:::targetgroup/web/1"))
        .doesNotContainKey("desiredCapacity");
  }

  @Test
  void aServerThatFailsTheLoadBalancersHealthCheckIsReplaced() {
    assertThat(group().inputs())
        .containsEntry("healthCheckType", "ELB")
        .containsEntry("healthCheckGracePeriod", 600L)
        .containsEntry("defaultInstanceWarmup", 600L);
  }

  @Test
  void theStackIsThereOnlyWhenTheServersThatTheLoadNeedsAnswer() {
    assertThat(group().inputs())
        .containsEntry("minElbCapacity", 1L)
        .containsEntry("waitForCapacityTimeout", "2400s");
  }

  @Test
  void nobodyWaitsForANumberOfServersThatMovesByItself() {
    args.scaling = new ScalingArgs();
    args.scaling.cpuPercent = 60;
    assertThat(group().inputs()).containsEntry("waitForCapacityTimeout", "0s");
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

  @Test
  void theInstanceMetadataNeedsAToken() {
    assertThat(template().inputs())
        .containsEntry(
            "metadataOptions",
            Map.of(
                "httpEndpoint",
                "enabled",
                "httpTokens",
                "required",
                "httpPutResponseHopLimit",
                1L));
  }

  @Test
  void theDiskIsEncryptedWithTheKeyThatAwsManages() {
    assertThat(template().inputs())
        .containsEntry(
            "blockDeviceMappings",
            List.of(
                Map.of(
                    "deviceName",
                    "/dev/sda1",
                    "ebs",
                    Map.of(
                        "encrypted", "true",
                        "volumeType", "gp3",
                        "volumeSize", 50L,
                        "deleteOnTermination", "true"))));
  }

  @Test
  void noServerHasAPublicAddress() {
    assertThat(template().input("networkInterfaces[0].associatePublicIpAddress")).contains("false");
    assertThat(template().input("networkInterfaces[0].securityGroups")).contains(List.of("sg-web"));
  }

  @Test
  void publicServersHaveAPublicAddress() {
    args.subnets = "public";
    assertThat(template().input("networkInterfaces[0].associatePublicIpAddress")).contains("true");
  }

  @Test
  void thereIsNoKeyPairUnlessOneIsNamed() {
    assertThat(template().inputs()).doesNotContainKey("keyName");

    args.keyPair = "operators";
    assertThat(template().inputs()).containsEntry("keyName", "operators");
  }

  @Test
  void serversAndVolumesCarryTheTagsOfTheStack() {
    Map<String, Object> tags = Map.of("Name", "mainstay-test-web", "Owner", "web");

    assertThat(template().input("tagSpecifications"))
        .contains(
            List.of(
                Map.of("resourceType", "instance", "tags", tags),
                Map.of("resourceType", "volume", "tags", tags),
                Map.of("resourceType", "network-interface", "tags", tags)));
    assertThat(group().input("tags[1]"))
        .contains(Map.of("key", "Owner", "value", "web", "propagateAtLaunch", false));
  }

  @Test
  void serversRunTheWindowsBootScript() {
    assertThat(userData()).startsWith("<powershell>").contains("Install-WindowsFeature");
  }

  @Test
  void userDataOfOnesOwnReplacesIt(@TempDir Path folder) throws Exception {
    args.userDataFile = Files.writeString(folder.resolve("boot.sh"), "#!/bin/bash\n").toString();
    assertThat(userData()).isEqualTo("#!/bin/bash\n");
  }

  @Test
  void noServerStartsBeforeItsPermissionsExist() {
    Deployed deployed = deployed();

    assertThat(deployed.only(GROUP).dependsOn())
        .containsAll(deployed.all(ROLE_POLICY).stream().map(ResourceNode::urn).toList())
        .containsAll(
            deployed.all("aws:iam/rolePolicyAttachment:RolePolicyAttachment").stream()
                .map(ResourceNode::urn)
                .toList())
        .hasSize(2);
  }

  @Test
  void theRoleIsForServersAloneAndManagedBySystemsManager() {
    Deployed deployed = deployed();

    assertThat(deployed.get(ROLE, "web-role").text("assumeRolePolicy", ""))
        .isEqualTo(
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":"
                + "[\"sts:AssumeRole\"],\"Principal\":{\"Service\":\"ec2.amazonaws.com\"}}]}");
    assertThat(deployed.only("aws:iam/rolePolicyAttachment:RolePolicyAttachment").inputs())
        .containsEntry("policyArn", "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore");
  }

  @Test
  void serversReadTheParametersOfTheirStackAndMakeTheMachineKeyOnly() {
    String path = "arn:aws:ssm:eu-central-1:123456789012:parameter/mainstay-test";
    String machineKey = path + "/web/machine-key/11111111-2222-3333-4444-555555555555";

    assertThat(policy("web-parameters"))
        .extracting(
            it -> it.get("Action").toString(),
            it -> it.get("Resource").toString(),
            it -> it.has("Condition") ? it.get("Condition").toString() : "")
        .containsExactly(
            tuple(
                "[\"ssm:GetParameter\",\"ssm:GetParameters\",\"ssm:GetParametersByPath\"]",
                "[\"%s\",\"%s/*\"]".formatted(path, path),
                ""),
            tuple("[\"ssm:PutParameter\"]", "[\"%s\"]".formatted(machineKey), ""),
            tuple(
                "[\"kms:Decrypt\"]",
                "[\"%s\"]".formatted(Deployed.KEY_ARN),
                condition("StringLike", path + "/*")),
            tuple(
                "[\"kms:Encrypt\"]",
                "[\"%s\"]".formatted(Deployed.KEY_ARN),
                "{\"StringEquals\":{\"kms:ViaService\":\"ssm.eu-central-1.amazonaws.com\","
                    + "\"kms:EncryptionContext:PARAMETER_ARN\":\"%s\"}}".formatted(machineKey)));
  }

  @Test
  void serversFetchTheirApplicationAndNothingElse() {
    assertThat(deployed().all(ROLE_POLICY)).hasSize(1);

    args.application = new ApplicationArgs();
    args.application.bucket = "releases";
    args.application.key = "web/42.zip";
    assertThat(policy("web-application"))
        .extracting(it -> it.get("Action").toString(), it -> it.get("Resource").toString())
        .containsExactly(tuple("[\"s3:GetObject\"]", "[\"arn:aws:s3:::releases/web/42.zip\"]"));
  }

  @Test
  void theNumberOfServersFollowsNothingUnlessAskedTo() {
    Deployed deployed = deployed();

    assertThat(deployed.all(SCALING_POLICY)).isEmpty();
    assertThat(deployed.all(SCHEDULE)).isEmpty();
    assertThat(deployed.only(TEMPLATE).isTrue("monitoring.enabled")).isFalse();
  }

  @Test
  void theNumberOfServersFollowsTheLoad() {
    args.scaling = new ScalingArgs();
    args.scaling.cpuPercent = 60;
    args.scaling.requestsPerTarget = 1000;
    Deployed deployed = deployed();

    assertThat(deployed.inputs(SCALING_POLICY, "web-cpu"))
        .containsEntry("policyType", "TargetTrackingScaling")
        .containsEntry(
            "targetTrackingConfiguration",
            Map.of(
                "predefinedMetricSpecification",
                Map.of("predefinedMetricType", "ASGAverageCPUUtilization"),
                "targetValue",
                60L));
    assertThat(deployed.inputs(SCALING_POLICY, "web-requests"))
        .containsEntry(
            "targetTrackingConfiguration",
            Map.of(
                "predefinedMetricSpecification",
                Map.of(
                    "predefinedMetricType", "ALBRequestCountPerTarget",
                    "resourceLabel", "app/edge/1/targetgroup/web/1"),
                "targetValue",
                1000L));
    assertThat(deployed.only(TEMPLATE).isTrue("monitoring.enabled")).isTrue();
  }

  @Test
  void aScheduleSetsTheNumberOfServersUnlessItFollowsTheLoad() {
    var morning = new FleetScheduleArgs();
    morning.name = "morning";
    morning.recurrence = "0 7 * * 1-5";
    morning.timeZone = "Europe/Berlin";
    morning.minInstances = 4;
    args.schedules = List.of(morning);

    assertThat(deployed().inputs(SCHEDULE, "web-schedule-morning"))
        .containsEntry("scheduledActionName", "morning")
        .containsEntry("recurrence", "0 7 * * 1-5")
        .containsEntry("timeZone", "Europe/Berlin")
        .containsEntry("minSize", 4L)
        .containsEntry("maxSize", 4L)
        .containsEntry("desiredCapacity", 4L);

    args.scaling = new ScalingArgs();
    args.scaling.cpuPercent = 60;
    assertThat(deployed().inputs(SCHEDULE, "web-schedule-morning"))
        .containsEntry("desiredCapacity", -1L);
  }

  @Test
  void nothingIsRegisteredWhenTheSettingsAreRefused() {
    args.minInstances = 0;

    assertThatThrownBy(this::deployed)
        .isInstanceOf(Refusal.class)
        .hasMessage(
            """
            web: 2 problems; nothing was registered.
              - minInstances is 0; allowed: 1 to 500
              - requiredInstances is 1; allowed: 1 to minInstances\
            """);
  }

  private String userData() {
    return new String(
        Base64.getDecoder().decode(template().text("userData", "")), StandardCharsets.UTF_8);
  }

  private List<JsonObject> policy(String name) {
    String document = deployed().get(ROLE_POLICY, name).text("policy", "");
    return new Gson()
        .fromJson(document, JsonObject.class).getAsJsonArray("Statement").asList().stream()
            .map(each -> each.getAsJsonObject())
            .toList();
  }

  private static String condition(String operator, String parameter) {
    return "{\"StringEquals\":{\"kms:ViaService\":\"ssm.eu-central-1.amazonaws.com\"},"
        + "\"%s\":{\"kms:EncryptionContext:PARAMETER_ARN\":\"%s\"}}".formatted(operator, parameter);
  }
}
