package dev.mainstay.posture.ec2;

import static dev.mainstay.posture.Verdicts.node;
import static dev.mainstay.posture.Verdicts.to;
import static dev.mainstay.posture.model.Judge.NOT_YET_KNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import dev.mainstay.posture.Verdicts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups of servers, and servers, as programs other than this one write them. */
public class FleetOfOtherProgramsTest {
  private static final String GROUP = "aws:autoscaling/group:Group";
  private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
  private static final String INSTANCE = "aws:ec2/instance:Instance";
  private static final String HEALTH = "group: healthCheckType is ELB";
  private static final String ZONES = "group: its servers are in two zones or more";

  private static ResourceNode group(Map<String, Object> more, Reference... named) {
    var inputs = new TreeMap<String, Object>(more);
    inputs.putIfAbsent("launchTemplate", Map.of("id", "lt-1"));
    inputs.put("tags", List.of(Map.of("key", "Name")));
    return node(GROUP, "group", inputs, named);
  }

  @ParameterizedTest
  @ValueSource(strings = {"targetGroupArns", "loadBalancers", "trafficSources"})
  void aGroupBehindALoadBalancerOfAnyKindIsJudgedByItsHealth(String property) {
    var zones = List.of("a", "b");

    assertThat(
            Verdicts.of("ASG", group(Map.of(property, List.of("x"), "availabilityZones", zones))))
        .isEqualTo("FAILED [" + HEALTH + "]");
    assertThat(Verdicts.of("ASG", group(Map.of("availabilityZones", zones)))).isEqualTo("PASSED");
  }

  @Test
  void aGroupThatIsAttachedAfterwardsIsBehindALoadBalancerToo() {
    ResourceNode group = group(Map.of("availabilityZones", List.of("a", "b")));
    ResourceNode attachment =
        node(
            "aws:autoscaling/attachment:Attachment",
            "attachment",
            Map.of(),
            to("autoscalingGroupName", group));

    assertThat(Verdicts.of("ASG", group, attachment)).isEqualTo("FAILED [" + HEALTH + "]");
  }

  @Test
  void zonesAreCountedWhereTheyAreKnown() {
    ResourceNode a = node("aws:ec2/subnet:Subnet", "a", Map.of("availabilityZone", "eu-1a"));
    ResourceNode b = node("aws:ec2/subnet:Subnet", "b", Map.of("availabilityZoneId", "euc1-az2"));
    ResourceNode alsoA = node("aws:ec2/subnet:Subnet", "c", Map.of("availabilityZone", "eu-1a"));
    ResourceNode untold = node("aws:ec2/subnet:Subnet", "d", Map.of());
    ResourceNode later =
        node("aws:ec2/subnet:Subnet", "e", Map.of("availabilityZone", NOT_YET_KNOWN));

    assertThat(spread(List.of("1", "2"), a, b)).isEqualTo("PASSED");
    assertThat(spread(List.of("1", "2", "3"), a, b, untold)).isEqualTo("PASSED");
    assertThat(spread(List.of("1", "2"), a, alsoA)).isEqualTo("FAILED [" + ZONES + "]");
    assertThat(spread(List.of("1"), a)).isEqualTo("FAILED [" + ZONES + "]");
    assertThat(spread(List.of("1"), untold)).isEqualTo("FAILED [" + ZONES + "]");
    assertThat(spread(List.of("1", "2"), a, untold)).isEqualTo("UNKNOWN [" + ZONES + "]");
    assertThat(spread(List.of("1", "2"), untold, untold)).isEqualTo("UNKNOWN [" + ZONES + "]");
    assertThat(spread(List.of("1", "2"), a, later)).isEqualTo("UNKNOWN [" + ZONES + "]");
    assertThat(spread(List.of("1", "2"), a)).isEqualTo("UNKNOWN [" + ZONES + "]");
    assertThat(spread(List.of("1", NOT_YET_KNOWN), a)).isEqualTo("UNKNOWN [" + ZONES + "]");
    assertThat(spread(NOT_YET_KNOWN)).isEqualTo("UNKNOWN [" + ZONES + "]");
  }

  private static String spread(Object given, ResourceNode... subnets) {
    var named = new Reference[subnets.length];
    for (int index = 0; index < subnets.length; index++) {
      named[index] = to("vpcZoneIdentifiers[%d]".formatted(index), subnets[index]);
    }
    var all = new java.util.ArrayList<>(List.of(subnets));
    all.add(group(Map.of("vpcZoneIdentifiers", given), named));
    return Verdicts.of("ASG", all.toArray(ResourceNode[]::new));
  }

  @Test
  void aMixOfInstanceTypesHasALaunchTemplateToo() {
    var mix = Map.of("launchTemplate", Map.of("launchTemplateSpecification", Map.of()));
    var inputs =
        new TreeMap<String, Object>(
            Map.of(
                "availabilityZones", List.of("a", "b"),
                "tags", List.of(Map.of()),
                "mixedInstancesPolicy", mix));

    assertThat(Verdicts.of("ASG", node(GROUP, "group", inputs))).isEqualTo("PASSED");
    inputs.remove("mixedInstancesPolicy");
    assertThat(Verdicts.of("ASG", node(GROUP, "group", inputs)))
        .isEqualTo("FAILED [group: it has a launch template]");
  }

  @Test
  void everyVolumeOfAServerIsEncrypted() {
    String root = "vm: its root volume is encrypted";
    String others = "vm: its other volumes are encrypted";

    assertThat(ebs(Map.of())).isEqualTo("UNKNOWN [" + root + "]");
    assertThat(ebs(Map.of("rootBlockDevice", Map.of("encrypted", true)))).isEqualTo("PASSED");
    assertThat(ebs(Map.of("rootBlockDevice", Map.of("volumeSize", 8))))
        .isEqualTo("FAILED [" + root + "]");
    assertThat(
            ebs(
                Map.of(
                    "rootBlockDevice",
                    Map.of("encrypted", true),
                    "ebsBlockDevices",
                    List.of(Map.of("encrypted", true), Map.of("encrypted", false)))))
        .isEqualTo("FAILED [" + others + "]");
  }

  private static String ebs(Map<String, Object> inputs) {
    return Verdicts.of("EBS", node(INSTANCE, "vm", inputs));
  }

  @Test
  void everyVolumeOfATemplateIsEncryptedAndOfTheNewKind() {
    String encrypted = "t: its volumes are encrypted";
    String gp3 = "t: its volumes are gp3";

    assertThat(volumes(Map.of("encrypted", true, "volumeType", "gp3"))).isEqualTo("PASSED");
    assertThat(volumes(Map.of("encrypted", "true"))).isEqualTo("UNKNOWN [" + gp3 + "]");
    assertThat(
            volumes(
                Map.of("encrypted", true, "volumeType", "gp3"),
                Map.of("encrypted", NOT_YET_KNOWN, "volumeType", "io2")))
        .isEqualTo("FAILED [" + gp3 + "]");
    assertThat(volumes(NOT_YET_KNOWN)).isEqualTo("UNKNOWN [" + encrypted + "; " + gp3 + "]");
    assertThat(Verdicts.of("EBS", node(TEMPLATE, "t", Map.of())))
        .isEqualTo("UNKNOWN [" + encrypted + "; " + gp3 + "]");
    assertThat(
            Verdicts.of(
                "EBS",
                node(
                    TEMPLATE,
                    "t",
                    Map.of("blockDeviceMappings", List.of(Map.of("noDevice", "true"))))))
        .isEqualTo("UNKNOWN [" + encrypted + "; " + gp3 + "]");
  }

  private static String volumes(Object... ebs) {
    return Verdicts.of(
        "EBS",
        node(
            TEMPLATE,
            "t",
            Map.of(
                "blockDeviceMappings",
                java.util.stream.Stream.of(ebs).map(each -> Map.of("ebs", each)).toList())));
  }

  @Test
  void metadataMayBeSwitchedOff() {
    assertThat(
            Verdicts.of(
                "IMDSv2",
                node(
                    INSTANCE, "vm", Map.of("metadataOptions", Map.of("httpEndpoint", "disabled")))))
        .isEqualTo("PASSED");
    assertThat(Verdicts.of("IMDSv2", node(INSTANCE, "vm", Map.of())))
        .isEqualTo("FAILED [vm: httpTokens is required]");
  }

  @ParameterizedTest
  @CsvSource({
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment,role,"
        + "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore,PASSED",
    "aws:iam/policyAttachment:PolicyAttachment,roles[0],"
        + "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore,PASSED",
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment,role,"
        + "arn:aws:iam::aws:policy/ReadOnlyAccess,FAILED [vm: Systems Manager manages it]",
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment,role,"
        + NOT_YET_KNOWN
        + ",UNKNOWN [vm: Systems Manager manages it]"
  })
  void aServerIsManagedThroughThePolicyOfItsRole(
      String type, String path, String arn, String verdict) {
    ResourceNode role = node("aws:iam/role:Role", "role", Map.of());

    assertThat(managed(role, node(type, "a", Map.of("policyArn", arn), to(path, role))))
        .isEqualTo(verdict);
  }

  @Test
  void theRoleMayNameThePolicyItself() {
    ResourceNode role =
        node(
            "aws:iam/role:Role",
            "role",
            Map.of(
                "managedPolicyArns",
                List.of("arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore")));

    ResourceNode other =
        node(
            "aws:iam/role:Role",
            "role",
            Map.of("managedPolicyArns", List.of("arn:aws:iam::aws:policy/ReadOnlyAccess")));

    assertThat(managed(role)).isEqualTo("PASSED");
    assertThat(managed(other)).isEqualTo("FAILED [vm: Systems Manager manages it]");
  }

  @Test
  void aRoleThatIsElsewhereIsUnknown() {
    assertThat(
            Verdicts.of(
                "Management", node(INSTANCE, "vm", Map.of("iamInstanceProfile", "elsewhere"))))
        .isEqualTo("UNKNOWN [vm: Systems Manager manages it]");
    assertThat(Verdicts.of("Management", node(INSTANCE, "vm", Map.of())))
        .isEqualTo("FAILED [vm: Systems Manager manages it]");
  }

  private static String managed(ResourceNode role, ResourceNode... more) {
    ResourceNode profile =
        node("aws:iam/instanceProfile:InstanceProfile", "profile", Map.of(), to("role", role));
    var all = new java.util.ArrayList<>(List.of(role, profile));
    all.addAll(List.of(more));
    all.add(
        node(
            INSTANCE,
            "vm",
            Map.of("iamInstanceProfile", "profile"),
            to("iamInstanceProfile", profile)));
    return Verdicts.of("Management", all.toArray(ResourceNode[]::new));
  }
}
