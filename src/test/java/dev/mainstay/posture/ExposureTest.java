package dev.mainstay.posture;

import static dev.mainstay.posture.Judge.NOT_YET_KNOWN;
import static dev.mainstay.posture.Verdicts.graph;
import static dev.mainstay.posture.Verdicts.node;
import static dev.mainstay.posture.Verdicts.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be reached from the internet: what has an address there, and a route from there. */
class ExposureTest {
  private static final String INSTANCE = "aws:ec2/instance:Instance";
  private static final String INTERFACE = "aws:ec2/networkInterface:NetworkInterface";
  private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
  private static final ResourceNode PUBLIC = subnet("public", Map.of());
  private static final ResourceNode HANDING_OUT =
      subnet("handing-out", Map.of("mapPublicIpOnLaunch", true));
  private static final ResourceNode PRIVATE = subnet("private", Map.of());
  private static final List<ResourceNode> NETWORK = network();

  private static ResourceNode subnet(String name, Map<String, Object> inputs) {
    return node("aws:ec2/subnet:Subnet", name, inputs);
  }

  private static List<ResourceNode> network() {
    ResourceNode gateway = node("aws:ec2/internetGateway:InternetGateway", "gateway", Map.of());
    ResourceNode open = node("aws:ec2/routeTable:RouteTable", "open", Map.of());
    ResourceNode closed = node("aws:ec2/routeTable:RouteTable", "closed", Map.of());
    ResourceNode route =
        node(
            "aws:ec2/route:Route",
            "route",
            Map.of("destinationCidrBlock", "0.0.0.0/0"),
            to("routeTableId", open),
            to("gatewayId", gateway));
    return List.of(
        PUBLIC,
        HANDING_OUT,
        PRIVATE,
        gateway,
        open,
        closed,
        route,
        associated(PUBLIC, open),
        associated(HANDING_OUT, open),
        associated(PRIVATE, closed));
  }

  private static ResourceNode associated(ResourceNode subnet, ResourceNode table) {
    return node(
        "aws:ec2/routeTableAssociation:RouteTableAssociation",
        subnet.name(),
        Map.of(),
        to("subnetId", subnet),
        to("routeTableId", table));
  }

  private static Answer exposed(ResourceNode node, ResourceNode... more) {
    var all = new ArrayList<>(NETWORK);
    all.add(node);
    all.addAll(List.of(more));
    return Exposure.of(graph(all.toArray(ResourceNode[]::new)), node);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"})
  void aLoadBalancerIsPublicUnlessInternal(String type) {
    assertThat(exposed(node(type, "lb", Map.of(), to("subnets[0]", PUBLIC)))).isEqualTo(Answer.YES);
    assertThat(exposed(node(type, "lb", Map.of("internal", true), to("subnets[0]", PUBLIC))))
        .isEqualTo(Answer.NO);
    assertThat(exposed(node(type, "lb", Map.of(), to("subnets[0]", PRIVATE)))).isEqualTo(Answer.NO);
    assertThat(exposed(node(type, "lb", Map.of("subnets", List.of("elsewhere")))))
        .isEqualTo(Answer.UNKNOWN);
    assertThat(
            exposed(
                node(type, "lb", Map.of(), to("subnets[0]", PRIVATE), to("subnets[1]", PUBLIC))))
        .isEqualTo(Answer.YES);
  }

  @Test
  void aLoadBalancerMayNameItsSubnetsInMappings() {
    assertThat(
            exposed(
                node(
                    "aws:lb/loadBalancer:LoadBalancer",
                    "lb",
                    Map.of(),
                    to("subnetMappings[0].subnetId", PUBLIC))))
        .isEqualTo(Answer.YES);
  }

  @Test
  void aDatabaseIsPublicIfItIsAskedToBe() {
    ResourceNode group =
        node("aws:rds/subnetGroup:SubnetGroup", "group", Map.of(), to("subnetIds[0]", PUBLIC));
    String type = "aws:rds/instance:Instance";

    assertThat(
            exposed(
                node(
                    type, "db", Map.of("publiclyAccessible", true), to("dbSubnetGroupName", group)),
                group))
        .isEqualTo(Answer.YES);
    assertThat(exposed(node(type, "db", Map.of(), to("dbSubnetGroupName", group)), group))
        .isEqualTo(Answer.NO);
    assertThat(exposed(node(type, "db", Map.of("publiclyAccessible", NOT_YET_KNOWN))))
        .isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void aServerIsPublicByItsOwnSettingOrThatOfItsSubnet() {
    assertThat(server(Map.of("associatePublicIpAddress", true), PUBLIC)).isEqualTo(Answer.YES);
    assertThat(server(Map.of("associatePublicIpAddress", true), PRIVATE)).isEqualTo(Answer.NO);
    assertThat(server(Map.of("associatePublicIpAddress", false), HANDING_OUT)).isEqualTo(Answer.NO);
    assertThat(server(Map.of(), HANDING_OUT)).isEqualTo(Answer.YES);
    assertThat(server(Map.of(), PUBLIC)).isEqualTo(Answer.NO);
    assertThat(exposed(node(INSTANCE, "vm", Map.of("subnetId", "elsewhere"))))
        .isEqualTo(Answer.UNKNOWN);
  }

  private static Answer server(Map<String, Object> inputs, ResourceNode subnet) {
    return exposed(node(INSTANCE, "vm", inputs, to("subnetId", subnet)));
  }

  @ParameterizedTest
  @CsvSource({
    "aws:ec2/eip:Eip,instance",
    "aws:ec2/eip:Eip,networkInterface",
    "aws:ec2/eipAssociation:EipAssociation,instanceId",
    "aws:ec2/eipAssociation:EipAssociation,networkInterfaceId"
  })
  void anElasticAddressMakesPublic(String type, String path) {
    ResourceNode plain = node(INTERFACE, "it", Map.of(), to("subnetId", PUBLIC));

    assertThat(exposed(plain)).isEqualTo(Answer.NO);
    assertThat(exposed(plain, node(type, "address", Map.of(), to(path, plain))))
        .isEqualTo(Answer.YES);
  }

  @Test
  void anInterfaceGetsNoAddressFromItsSubnet() {
    assertThat(exposed(node(INTERFACE, "it", Map.of(), to("subnetId", HANDING_OUT))))
        .isEqualTo(Answer.NO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "launchTemplate.id",
        "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateId"
      })
  void whatATemplateLaunchesIsPublicWhereItsGroupStands(String path) {
    ResourceNode asking = template(Map.of("associatePublicIpAddress", "true"));
    ResourceNode plain = node(TEMPLATE, "t", Map.of());

    assertThat(exposed(asking, group(path, asking, PUBLIC))).isEqualTo(Answer.YES);
    assertThat(exposed(asking, group(path, asking, PRIVATE))).isEqualTo(Answer.NO);
    assertThat(exposed(plain, group(path, plain, HANDING_OUT))).isEqualTo(Answer.YES);
    assertThat(exposed(plain, group(path, plain, PUBLIC))).isEqualTo(Answer.NO);
    assertThat(exposed(plain)).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void aTemplateThatTakesAnInterfaceTakesItsAddress() {
    ResourceNode taking = template(Map.of("networkInterfaceId", "eni-1"));

    assertThat(exposed(taking, group("launchTemplate.id", taking, HANDING_OUT)))
        .isEqualTo(Answer.NO);
  }

  private static ResourceNode template(Map<String, Object> networkInterface) {
    return node(TEMPLATE, "t", Map.of("networkInterfaces", List.of(networkInterface)));
  }

  private static ResourceNode group(String path, ResourceNode template, ResourceNode subnet) {
    return node(
        "aws:autoscaling/group:Group",
        "group",
        Map.of(),
        to(path, template),
        to("vpcZoneIdentifiers[0]", subnet));
  }

  @ParameterizedTest
  @CsvSource({
    "aws:elasticache/replicationGroup:ReplicationGroup,NO",
    "aws:elasticache/cluster:Cluster,NO",
    "aws:ec2/vpcEndpoint:VpcEndpoint,NO",
    "aws:mq/broker:Broker,UNKNOWN"
  })
  void someThingsNeverAreAndOthersMayBe(String type, Answer answer) {
    assertThat(exposed(node(type, "it", Map.of()))).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "cidrIpv4,0.0.0.0/0,internet,YES",
    "cidrIpv4,203.0.113.0/24,203.0.113.0/24,YES",
    "cidrIpv4,10.0.0.0/8,10.0.0.0/8,NO",
    "cidrIpv4," + NOT_YET_KNOWN + ",addresses not told,UNKNOWN",
    "prefixListId,pl-1,pl-1,UNKNOWN",
    "referencedSecurityGroupId,sg-1,sg-1,NO"
  })
  void aWayFromOutsideIsCertainOnlyWhereItsAddressesAre(
      String property, String value, String source, Answer answer) {
    ResourceNode group = node("aws:ec2/securityGroup:SecurityGroup", "sg", Map.of());
    ResourceNode server =
        node(
            INSTANCE,
            "vm",
            Map.of("associatePublicIpAddress", true),
            to("subnetId", PUBLIC),
            to("vpcSecurityGroupIds[0]", group));
    var all = new ArrayList<>(NETWORK);
    all.addAll(List.of(group, server, rule(group, property, value)));

    Reachability ways = Reachability.of(graph(all.toArray(ResourceNode[]::new)));

    assertThat(ways.ways())
        .containsExactly(
            new Reachability.Way(
                "sg",
                List.of("vm"),
                source,
                "tcp 22-23",
                answer,
                answer == Answer.NO ? List.of() : List.of(server.urn())));
    assertThat(ways.onlyLoadBalancersAreReachable()).isEqualTo(answer.not());
    assertThat(ways.fromInternet()).hasSize(answer == Answer.NO ? 0 : 1);
  }

  @Test
  void ofTheMembersOfAGroupOnlyThoseInReachAreExposed() {
    ResourceNode group = node("aws:ec2/securityGroup:SecurityGroup", "sg", Map.of());
    var asking = Map.<String, Object>of("associatePublicIpAddress", true);
    ResourceNode open =
        node(INSTANCE, "open", asking, to("subnetId", PUBLIC), to("securityGroups[0]", group));
    ResourceNode closed =
        node(INSTANCE, "closed", asking, to("subnetId", PRIVATE), to("securityGroups[0]", group));
    var all = new ArrayList<>(NETWORK);
    all.addAll(List.of(group, open, closed, rule(group, "cidrIpv4", "0.0.0.0/0")));

    assertThat(Reachability.of(graph(all.toArray(ResourceNode[]::new))).fromInternet())
        .containsExactly(
            new Reachability.Way(
                "sg",
                List.of("open", "closed"),
                "internet",
                "tcp 22-23",
                Answer.YES,
                List.of(open.urn())));
  }

  private static ResourceNode rule(ResourceNode group, String property, String value) {
    return node(
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        "rule",
        Map.of("ipProtocol", "tcp", "fromPort", 22L, "toPort", 23L, property, value),
        new Reference("securityGroupId", group.urn(), "id", true));
  }

  @Test
  void portsAreToldAsTheyAre() {
    assertThat(ports(Map.of("ipProtocol", "tcp", "fromPort", 22L, "toPort", 22L)))
        .isEqualTo("tcp 22");
    assertThat(ports(Map.of("ipProtocol", "-1"))).isEqualTo("everything");
    assertThat(ports(Map.of("ipProtocol", "tcp", "fromPort", NOT_YET_KNOWN)))
        .isEqualTo("ports not told");
  }

  private static String ports(Map<String, Object> inputs) {
    return TrafficRule.in(
            graph(),
            node("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "rule", inputs))
        .get(0)
        .ports();
  }

  @Test
  void aGroupThatNamesItselfIsReachedFromInside() {
    ResourceNode group =
        node(
            "aws:ec2/securityGroup:SecurityGroup",
            "sg",
            Map.of(
                "ingress",
                List.of(
                    Map.of("protocol", "-1", "self", true, "securityGroups", List.of("sg-9")))));

    assertThat(Reachability.of(graph(group)).ways())
        .extracting(Reachability.Way::source)
        .containsExactly("sg-9", "itself");
  }
}
