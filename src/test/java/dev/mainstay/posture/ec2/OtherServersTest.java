package dev.mainstay.posture.ec2;

import static dev.mainstay.posture.Verdicts.node;
import static dev.mainstay.posture.Verdicts.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.Verdicts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Launch configurations, instances from templates, volumes and settings of the account. */
class OtherServersTest {
  private static final String CONFIGURATION = "aws:ec2/launchConfiguration:LaunchConfiguration";
  private static final String INSTANCE = "aws:ec2/instance:Instance";
  private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
  private static final Map<String, Object> TOKENS =
      Map.of("metadataOptions", Map.of("httpTokens", "required"));

  @Test
  void aLaunchConfigurationIsAServerLikeOthers() {
    ResourceNode bare = node(CONFIGURATION, "lc", Map.of());

    assertThat(Verdicts.of("IMDSv2", bare)).isEqualTo("FAILED [lc: httpTokens is required]");
    assertThat(Verdicts.of("IMDSv2", node(CONFIGURATION, "lc", TOKENS))).isEqualTo("PASSED");
    assertThat(Verdicts.of("EBS", bare)).startsWith("UNKNOWN");
    assertThat(
            Verdicts.of(
                "EBS",
                node(
                    CONFIGURATION,
                    "lc",
                    Map.of(
                        "rootBlockDevice",
                        Map.of("encrypted", true),
                        "ebsBlockDevices",
                        List.of(Map.of("volumeSize", 10L))))))
        .isEqualTo("FAILED [lc: its other volumes are encrypted]");
    assertThat(
            Verdicts.of(
                "No public IP on web",
                node(CONFIGURATION, "lc", Map.of("associatePublicIpAddress", true))))
        .startsWith("FAILED");
    assertThat(Verdicts.of("Management", bare)).startsWith("FAILED");
  }

  @Test
  void anInstanceHasWhatItsTemplateSays() {
    ResourceNode template = node(TEMPLATE, "lt", TOKENS);
    ResourceNode instance =
        node(INSTANCE, "vm", Map.of("launchTemplate", Map.of()), to("launchTemplate.id", template));
    ResourceNode own =
        node(
            INSTANCE,
            "vm",
            Map.of("metadataOptions", Map.of("httpTokens", "optional")),
            to("launchTemplate.id", template));

    assertThat(Verdicts.of("IMDSv2", template, instance)).isEqualTo("PASSED");
    assertThat(Verdicts.of("IMDSv2", template, own))
        .isEqualTo("FAILED [vm: httpTokens is required]");
  }

  @Test
  void theAccountMayRequireTokensOfWhoSaysNothing() {
    ResourceNode defaults =
        node(
            "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
            "defaults",
            Map.of("httpTokens", "required"));

    assertThat(Verdicts.of("IMDSv2", node(TEMPLATE, "lt", Map.of()), defaults)).isEqualTo("PASSED");
    assertThat(
            Verdicts.of(
                "IMDSv2",
                node(TEMPLATE, "lt", Map.of("metadataOptions", Map.of("httpTokens", "optional"))),
                defaults))
        .startsWith("FAILED");
  }

  @Test
  void aSpotRequestIsNotJudgedAndNeverPassesUnseen() {
    ResourceNode spot = node("aws:ec2/spotInstanceRequest:SpotInstanceRequest", "spot", Map.of());

    for (String control :
        List.of("IMDSv2", "No public IP on web", "EBS", "Management", "User data")) {
      assertThat(Verdicts.of(control, spot)).as(control).startsWith("UNKNOWN");
    }
  }

  @Test
  void aVolumeOfItsOwnIsEncryptedByItsWordOrTheAccounts() {
    ResourceNode byDefault = node("aws:ebs/encryptionByDefault:EncryptionByDefault", "e", Map.of());
    ResourceNode off =
        node("aws:ebs/encryptionByDefault:EncryptionByDefault", "e", Map.of("enabled", false));
    String type = "aws:ebs/volume:Volume";
    ResourceNode bare = node(type, "v", Map.of());

    assertThat(Verdicts.of("EBS", bare)).isEqualTo("FAILED [v: it is encrypted]");
    assertThat(Verdicts.of("EBS", bare, byDefault)).isEqualTo("PASSED");
    assertThat(Verdicts.of("EBS", bare, off)).startsWith("FAILED");
    assertThat(Verdicts.of("EBS", node(type, "v", Map.of("encrypted", true)))).isEqualTo("PASSED");
    assertThat(Verdicts.of("EBS", node(type, "v", Map.of("snapshotId", "snap-1"))))
        .startsWith("UNKNOWN");
  }

  @Test
  void anImageForEverybodyIsPublic() {
    String type = "aws:ec2/amiLaunchPermission:AmiLaunchPermission";

    assertThat(Verdicts.of("EBS", node(type, "p", Map.of("group", "all")))).startsWith("FAILED");
    assertThat(Verdicts.of("EBS", node(type, "p", Map.of("accountId", "1")))).isEqualTo("PASSED");
  }

  private static String asg(Map<String, Object> inputs, ResourceNode... more) {
    var all = new java.util.ArrayList<>(List.of(more));
    var group = new java.util.TreeMap<String, Object>(Map.of("tags", List.of("x")));
    group.put("launchTemplate", Map.of("id", "lt-1"));
    group.putAll(inputs);
    all.add(node("aws:autoscaling/group:Group", "asg", group));
    return Verdicts.of("ASG", all.toArray(ResourceNode[]::new)).split(" ", 2)[0];
  }

  @Test
  void theSameZoneTwiceIsOneZone() {
    assertThat(asg(Map.of("availabilityZones", List.of("a", "a")))).isEqualTo("FAILED");
    assertThat(asg(Map.of("availabilityZones", List.of("a", "b")))).isEqualTo("PASSED");
    assertThat(asg(Map.of("vpcZoneIdentifiers", List.of("subnet-1", "subnet-1"))))
        .isEqualTo("FAILED");
    assertThat(asg(Map.of("vpcZoneIdentifiers", List.of("subnet-1", "subnet-2"))))
        .isEqualTo("UNKNOWN");
  }

  @ParameterizedTest
  @CsvSource({"ELB,PASSED", "'EBS,ELB',PASSED", "EC2,FAILED", "'EC2,EBS',FAILED"})
  void severalHealthChecksMayIncludeThatOfTheLoadBalancer(String type, String status) {
    assertThat(
            asg(
                Map.of(
                    "healthCheckType",
                    type,
                    "targetGroupArns",
                    List.of("arn"),
                    "availabilityZones",
                    List.of("a", "b"))))
        .isEqualTo(status);
  }

  @Test
  void theAccountMayHaveSystemsManagerManageEveryInstance() {
    ResourceNode setting =
        node(
            "aws:ssm/serviceSetting:ServiceSetting",
            "setting",
            Map.of(
                "settingId",
                "arn:aws:ssm:eu-1:1:servicesetting"
                    + "/ssm/managed-instance/default-ec2-instance-management-role",
                "settingValue",
                "service-role/role"));

    assertThat(Verdicts.of("Management", node(TEMPLATE, "lt", Map.of()), setting))
        .isEqualTo("PASSED");
  }
}
