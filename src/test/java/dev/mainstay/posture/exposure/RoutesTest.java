package dev.mainstay.posture.exposure;

import static dev.mainstay.posture.Verdicts.graph;
import static dev.mainstay.posture.Verdicts.node;
import static dev.mainstay.posture.Verdicts.to;
import static dev.mainstay.posture.model.Judge.NOT_YET_KNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import dev.mainstay.posture.Verdicts;
import dev.mainstay.posture.model.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where subnets send what is not for the VPC, and whether from there the internet answers. */
public class RoutesTest {
  private static final String ROUTE = "aws:ec2/route:Route";
  private static final String NAT = "one: its internet access is a NAT gateway in its own zone";
  private static final ResourceNode SUBNET =
      node("aws:ec2/subnet:Subnet", "one", Map.of("availabilityZone", "eu-1a"));
  private static final ResourceNode GATEWAY =
      node("aws:ec2/internetGateway:InternetGateway", "gateway", Map.of());
  private static final ResourceNode TABLE = table("aws:ec2/routeTable:RouteTable", Map.of());

  private static ResourceNode table(String type, Map<String, Object> inputs, Reference... named) {
    return node(type, "table", inputs, named);
  }

  private static ResourceNode associated(ResourceNode table) {
    return node(
        "aws:ec2/routeTableAssociation:RouteTableAssociation",
        "association",
        Map.of(),
        to("subnetId", SUBNET),
        to("routeTableId", table));
  }

  private static Answer isPublic(Map<String, Object> route, Reference... named) {
    var all = new java.util.ArrayList<>(List.of(named));
    all.add(to("routeTableId", TABLE));
    ResourceNode node = node(ROUTE, "route", route, all.toArray(Reference[]::new));
    return isPublic(GATEWAY, TABLE, associated(TABLE), node);
  }

  private static Answer isPublic(ResourceNode... nodes) {
    var all = new java.util.ArrayList<>(List.of(nodes));
    all.add(SUBNET);
    return new Routing(graph(all.toArray(ResourceNode[]::new))).reachesInternetGateway(SUBNET);
  }

  @ParameterizedTest
  @CsvSource({
    "destinationCidrBlock,0.0.0.0/0,YES",
    "destinationIpv6CidrBlock,::/0,YES",
    "destinationCidrBlock,10.9.0.0/16,NO",
    "destinationIpv6CidrBlock,fd00::/8,NO"
  })
  void onlyARouteToTheWholeWorldIsFromThere(String property, String destination, Answer answer) {
    assertThat(isPublic(Map.of(property, destination), to("gatewayId", GATEWAY))).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({"igw-0123,YES", "vgw-0123,NO", "local,NO", NOT_YET_KNOWN + ",UNKNOWN"})
  void aGatewayThatIsElsewhereIsKnownByItsId(String id, Answer answer) {
    assertThat(isPublic(Map.of("destinationCidrBlock", "0.0.0.0/0", "gatewayId", id)))
        .isEqualTo(answer);
  }

  @Test
  void aRouteThroughAVpnGatewayIsNotPublic() {
    ResourceNode vpn = node("aws:ec2/vpnGateway:VpnGateway", "vpn", Map.of());
    ResourceNode route =
        node(
            ROUTE,
            "route",
            Map.of("destinationCidrBlock", "0.0.0.0/0"),
            to("routeTableId", TABLE),
            to("gatewayId", vpn));

    assertThat(isPublic(vpn, TABLE, associated(TABLE), route)).isEqualTo(Answer.NO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cidrBlock", "ipv6CidrBlock"})
  void routesInTheTableItselfCount(String property) {
    String world = property.equals("cidrBlock") ? "0.0.0.0/0" : "::/0";
    ResourceNode table =
        table(
            "aws:ec2/defaultRouteTable:DefaultRouteTable",
            Map.of("routes", List.of(Map.of(property, "10.0.0.0/8"), Map.of(property, world))),
            to("routes[1].gatewayId", GATEWAY));
    ResourceNode narrow =
        table(
            "aws:ec2/routeTable:RouteTable",
            Map.of("routes", List.of(Map.of(property, "10.0.0.0/8"))),
            to("routes[0].gatewayId", GATEWAY));

    assertThat(isPublic(GATEWAY, table, associated(table))).isEqualTo(Answer.YES);
    assertThat(isPublic(GATEWAY, narrow, associated(narrow))).isEqualTo(Answer.NO);
  }

  @Test
  void aTableWithoutRoutesIsPrivateAndNoTableUnknown() {
    assertThat(isPublic(TABLE, associated(TABLE))).isEqualTo(Answer.NO);
    assertThat(isPublic(TABLE)).isEqualTo(Answer.UNKNOWN);
  }

  private static String nat(Map<String, Object> route, Map<String, Object> natSubnet) {
    ResourceNode subnet = node("aws:ec2/subnet:Subnet", "public", natSubnet);
    ResourceNode nat =
        node("aws:ec2/natGateway:NatGateway", "nat", Map.of(), to("subnetId", subnet));
    ResourceNode node =
        node(ROUTE, "route", route, to("routeTableId", TABLE), to("natGatewayId", nat));
    return Verdicts.of(
        "One NAT per AZ", SUBNET, TABLE, associated(TABLE), subnet, nat, node, elsewhere(subnet));
  }

  /** Keeps the verdict on the other subnet out of it. */
  private static ResourceNode elsewhere(ResourceNode subnet) {
    return node(
        "aws:ec2/routeTableAssociation:RouteTableAssociation",
        "elsewhere",
        Map.of(),
        to("subnetId", subnet),
        to("routeTableId", node("aws:ec2/routeTable:RouteTable", "none", Map.of())));
  }

  @Test
  void aNatGatewayInTheSameZoneIsWanted() {
    var route = Map.<String, Object>of("destinationCidrBlock", "0.0.0.0/0", "natGatewayId", "nat");

    assertThat(nat(route, Map.of("availabilityZone", "eu-1a"))).doesNotContain(NAT);
    assertThat(nat(route, Map.of("availabilityZone", "eu-1b"))).startsWith("FAILED [" + NAT);
    assertThat(nat(route, Map.of())).startsWith("UNKNOWN [" + NAT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"networkInterfaceId", "instanceId"})
  void anInstanceIsNoNatGateway(String property) {
    ResourceNode route =
        node(
            ROUTE,
            "route",
            Map.of("destinationCidrBlock", "0.0.0.0/0", property, "x"),
            to("routeTableId", TABLE));

    assertThat(Verdicts.of("One NAT per AZ", SUBNET, TABLE, associated(TABLE), route))
        .isEqualTo("FAILED [" + NAT + "]");
  }

  @Test
  void aNatGatewayThatIsElsewhereMayBeInAnyZone() {
    ResourceNode route =
        node(
            ROUTE,
            "route",
            Map.of("destinationCidrBlock", "0.0.0.0/0", "natGatewayId", "nat-0123"),
            to("routeTableId", TABLE));

    assertThat(Verdicts.of("One NAT per AZ", SUBNET, TABLE, associated(TABLE), route))
        .isEqualTo("UNKNOWN [" + NAT + "]");
  }

  @Test
  void aSubnetWhoseTableIsNotShownMayLeaveAnyhow() {
    assertThat(Verdicts.of("One NAT per AZ", SUBNET)).isEqualTo("UNKNOWN [" + NAT + "]");
    assertThat(Verdicts.of("One NAT per AZ", SUBNET, TABLE, associated(TABLE)))
        .isEqualTo("NOT_APPLICABLE");
  }

  @Test
  void anEndpointWhoseServiceIsNotToldMayBeTheOneWanted() {
    ResourceNode vpc = node("aws:ec2/vpc:Vpc", "vpc", Map.of());
    ResourceNode endpoint =
        node(
            "aws:ec2/vpcEndpoint:VpcEndpoint",
            "e",
            Map.of(
                "serviceName",
                NOT_YET_KNOWN,
                "vpcEndpointType",
                "Interface",
                "subnetIds",
                List.of("subnet-1")),
            to("vpcId", vpc));
    ResourceNode s3 =
        node(
            "aws:ec2/vpcEndpoint:VpcEndpoint",
            "s3",
            Map.of("serviceName", "com.amazonaws.eu-1.s3", "routeTableIds", List.of("rtb-1")),
            to("vpcId", vpc));

    assertThat(Verdicts.of("VPC endpoints", vpc, endpoint, s3))
        .isEqualTo(
            "UNKNOWN [vpc: it has the interface endpoint for ec2; vpc: it has the interface endpoint for ssm;"
                + " vpc: it has the interface endpoint for ssmmessages;"
                + " vpc: it has the interface endpoint for ec2messages]");
    assertThat(Verdicts.of("VPC endpoints", vpc, endpoint))
        .isEqualTo("FAILED [vpc: it has the gateway endpoint for s3]");
  }

  @Test
  void aFlowLogWhoseTrafficIsNotToldMayBeAll() {
    ResourceNode vpc = node("aws:ec2/vpc:Vpc", "vpc", Map.of());
    for (var each :
        Map.of(
                "ALL",
                "PASSED",
                "REJECT",
                "PASSED",
                NOT_YET_KNOWN,
                "UNKNOWN [vpc: flow logs record its traffic]")
            .entrySet()) {
      assertThat(
              Verdicts.of(
                  "Flow logs",
                  vpc,
                  node(
                      "aws:ec2/flowLog:FlowLog",
                      "log",
                      Map.of("trafficType", each.getKey()),
                      to("vpcId", vpc))))
          .isEqualTo(each.getValue());
    }
  }
}
