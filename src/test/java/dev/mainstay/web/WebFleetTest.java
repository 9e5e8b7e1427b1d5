package dev.mainstay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  private static final String SCALING_POLICY = "aws:autoscaling/policy:Policy";
  private static final String SCHEDULE = "aws:autoscaling/schedule:Schedule";

  private final WebFleetArgs args = WebFleetFixture.args();

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
  void aPublicKeyBecomesTheKeyPairOfTheServers() {
    args.publicKey = "src/test/resources/web-servers.pub";
    Deployed deployed = Deployed.by(() -> new WebFleet("web", args, null));
    ResourceNode pair = deployed.only("aws:ec2/keyPair:KeyPair");

    assertThat(pair.name()).isEqualTo("web-key");
    assertThat(pair.text("publicKey", "")).startsWith("ssh-rsa AAAA");
    assertThat(deployed.only("aws:ec2/launchTemplate:LaunchTemplate").referencesAt("keyName"))
        .containsExactly(pair.urn());
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
            web has 2 problems; nothing was registered.
              - minInstances is 0; allowed: 1 to 500
              - requiredInstances is 1; allowed: 1 to minInstances\
            """);
  }

  private String userData() {
    return new String(
        Base64.getDecoder().decode(template().text("userData", "")), StandardCharsets.UTF_8);
  }
}
