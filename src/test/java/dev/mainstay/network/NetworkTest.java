package dev.mainstay.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.mainstay.Deployed;
import dev.mainstay.config.Refusal;
import dev.mainstay.config.Relaxation;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private static final String SUBNET = "aws:ec2/subnet:Subnet";
  private static final String ROUTE = "aws:ec2/route:Route";
  private static final String NAT_GATEWAY = "aws:ec2/natGateway:NatGateway";
  private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

  private final NetworkArgs args =
      new NetworkArgs()
          .region("eu-central-1")
          .tags(Map.of("Name", "mainstay-test"))
          .kmsKeyArn(Deployed.keyArn());

  private Deployed deployed() {
    return Deployed.by(() -> new Network("network", args, null));
  }

  @Test
  void twoZonesWithThreeSubnetsEachAreTheDefault() {
    assertThat(deployed().all(SUBNET))
        .extracting(
            ResourceNode::name,
            it -> it.text("cidrBlock", ""),
            it -> it.text("availabilityZone", ""))
        .containsExactlyInAnyOrder(
            tuple("network-public-a", "10.0.0.0/24", "eu-central-1a"),
            tuple("network-public-b", "10.0.1.0/24", "eu-central-1b"),
            tuple("network-private-a", "10.0.64.0/24", "eu-central-1a"),
            tuple("network-private-b", "10.0.65.0/24", "eu-central-1b"),
            tuple("network-data-a", "10.0.128.0/24", "eu-central-1a"),
            tuple("network-data-b", "10.0.129.0/24", "eu-central-1b"));
  }

  @Test
  void addingRemovingAndReorderingZonesMovesNoSubnet() {
    args.availabilityZones = List.of("c", "a");

    assertThat(deployed().get(SUBNET, "network-private-a").text("cidrBlock", ""))
        .isEqualTo("10.0.64.0/24");
    assertThat(deployed().get(SUBNET, "network-private-c").text("cidrBlock", ""))
        .isEqualTo("10.0.66.0/24");
  }

  @Test
  void noSubnetHandsOutPublicAddresses() {
    assertThat(deployed().all(SUBNET))
        .hasSize(6)
        .noneMatch(subnet -> subnet.isTrue("mapPublicIpOnLaunch"));
  }

  @Test
  void everyPrivateSubnetLeavesThroughTheGatewayOfItsOwnZone() {
    Deployed deployed = deployed();

    assertThat(deployed.all(NAT_GATEWAY)).hasSize(2);
    for (String zone : List.of("a", "b")) {
      ResourceNode route = deployed.get(ROUTE, "network-private-" + zone);
      ResourceNode nat = deployed.graph().referenced(route, "natGatewayId").get(0);
      assertThat(deployed.graph().referenced(nat, "subnetId"))
          .extracting(ResourceNode::name)
          .containsExactly("network-public-" + zone);
    }
  }

  @Test
  void aSingleGatewayServesEveryZone() {
    args.nat = "single";
    Deployed deployed = deployed();

    assertThat(deployed.all(NAT_GATEWAY))
        .extracting(ResourceNode::name)
        .containsExactly("network-nat-a");
    assertThat(deployed.all(ROUTE).stream().flatMap(it -> it.referencesAt("natGatewayId").stream()))
        .hasSize(2)
        .containsOnly(deployed.only(NAT_GATEWAY).urn());
  }

  @Test
  void theNatInstanceIsReplacedBehindAnInterfaceThatStays() {
    args.nat = "instance";
    Deployed deployed = deployed();

    ResourceNode group = deployed.only("aws:autoscaling/group:Group");
    ResourceNode template = deployed.only("aws:ec2/launchTemplate:LaunchTemplate");
    ResourceNode face = deployed.only("aws:ec2/networkInterface:NetworkInterface");
    assertThat(group.inputs())
        .containsEntry("minSize", 1L)
        .containsEntry("maxSize", 1L)
        .containsEntry("availabilityZones", List.of("eu-central-1a"));
    assertThat(template.referencesAt("networkInterfaces")).containsExactly(face.urn());
    assertThat(template.input("networkInterfaces[0].deviceIndex")).contains(0L);
    assertThat(template.input("metadataOptions.httpTokens")).contains("required");
    assertThat(template.text("imageId", ""))
        .isEqualTo(
            "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64");
    assertThat(face.inputs()).containsEntry("sourceDestCheck", false);
    assertThat(deployed.only("aws:ec2/eip:Eip").referencesAt("networkInterface"))
        .containsExactly(face.urn());
    assertThat(deployed.get(ROUTE, "network-private-b").referencesAt("networkInterfaceId"))
        .containsExactly(face.urn());
    assertThat(group.dependsOn())
        .contains(
            deployed.get(ROUTE, "network-public").urn(), deployed.only("aws:ec2/eip:Eip").urn());
  }

  @Test
  void anIntelNatInstanceGetsAnIntelImage() {
    args.nat = "instance";
    args.natInstanceType = "t3.nano";

    assertThat(deployed().only("aws:ec2/launchTemplate:LaunchTemplate").text("imageId", ""))
        .endsWith("-x86_64");
  }

  @Test
  void withoutNatPrivateSubnetsHaveNoWayOut() {
    args.nat = "none";

    assertThat(deployed().all(ROUTE))
        .extracting(ResourceNode::name)
        .containsExactly("network-public");
  }

  @Test
  void dataSubnetsHaveNoWayOut() {
    Deployed deployed = deployed();
    ResourceNode table = deployed.get("aws:ec2/routeTable:RouteTable", "network-data");

    assertThat(deployed.graph().referring(ROUTE, "routeTableId", table)).isEmpty();
    assertThat(
            deployed
                .graph()
                .referring(
                    "aws:ec2/routeTableAssociation:RouteTableAssociation", "routeTableId", table))
        .extracting(ResourceNode::name)
        .containsExactly("network-data-a", "network-data-b");
  }

  @Test
  void theDefaultSecurityGroupLetsNothingThrough() {
    assertThat(deployed().only("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup").inputs())
        .containsOnlyKeys("vpcId", "tags");
  }

  @Test
  void allTrafficIsLoggedUnderTheKeyOfTheStack() {
    Deployed deployed = deployed();

    assertThat(deployed.only("aws:ec2/flowLog:FlowLog").inputs())
        .containsEntry("trafficType", "ALL");
    assertThat(deployed.only("aws:cloudwatch/logGroup:LogGroup").inputs())
        .containsEntry("kmsKeyId", Deployed.KEY_ARN)
        .containsEntry("retentionInDays", 365L);
  }

  @Test
  void flowLogsAndInterfaceEndpointsCanBeSwitchedOff() {
    args.flowLogs = false;
    args.endpoints = false;
    Deployed deployed = deployed();

    assertThat(deployed.all("aws:ec2/flowLog:FlowLog")).isEmpty();
    assertThat(deployed.all(ENDPOINT))
        .extracting(ResourceNode::name)
        .containsExactly("network-endpoint-s3");
  }

  @Test
  void systemsManagerAndEc2AreReachedWithoutTheInternet() {
    assertThat(deployed().all(ENDPOINT))
        .extracting(it -> it.text("serviceName", ""))
        .containsExactlyInAnyOrder(
            "com.amazonaws.eu-central-1.s3",
            "com.amazonaws.eu-central-1.ssm",
            "com.amazonaws.eu-central-1.ssmmessages",
            "com.amazonaws.eu-central-1.ec2messages",
            "com.amazonaws.eu-central-1.ec2");
  }

  @Test
  void everySecurityGroupRuleIsDescribed() {
    args.nat = "instance";
    Deployed deployed = deployed();

    assertThat(deployed.all("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"))
        .hasSize(3)
        .allMatch(rule -> rule.input("description").isPresent());
    assertThat(deployed.all("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"))
        .hasSize(2)
        .allMatch(rule -> rule.input("description").isPresent())
        .noneMatch(rule -> rule.text("ipProtocol", "").equals("-1"));
  }

  @Test
  void namesCarryTheStackSoThatTwoOfThemCanBeToldApart() {
    assertThat(deployed().get(SUBNET, "network-data-b").input("tags.Name"))
        .contains("mainstay-test-network-data-b");
  }

  @Test
  void theCheaperSettingsAreNamedAsRelaxations() {
    args.nat = "single";
    args.flowLogs = false;
    args.endpoints = false;

    assertThat(args.relaxations())
        .extracting(Relaxation::key, Relaxation::effect)
        .containsExactly(
            tuple("nat", "not every zone has its own NAT gateway"),
            tuple("flowLogs", "no flow logs"),
            tuple("endpoints", "traffic to AWS APIs passes the internet"));
  }

  @Test
  void theDefaultsRelaxNothing() {
    assertThat(args.relaxations()).isEmpty();
  }

  @Test
  void unsoundArgsRegisterNothing() {
    args.nat = "gateway";

    assertThatThrownBy(this::deployed)
        .isInstanceOf(Refusal.class)
        .hasMessage(
            """
            network has 1 problem; nothing was registered.
              - nat is "gateway"; allowed: perZone, single, instance, none\
            """);
  }
}
