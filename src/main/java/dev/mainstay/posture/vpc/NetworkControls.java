package dev.mainstay.posture.vpc;

import static dev.mainstay.posture.model.Control.ids;
import static dev.mainstay.posture.model.Judge.all;
import static dev.mainstay.posture.model.Judge.any;
import static dev.mainstay.posture.model.Judge.given;
import static dev.mainstay.posture.model.Judge.ifGiven;
import static dev.mainstay.posture.model.Judge.oneOf;
import static dev.mainstay.posture.model.Judge.present;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.exposure.PublicAddresses;
import dev.mainstay.posture.exposure.Routing;
import dev.mainstay.posture.exposure.Routing.Route;
import dev.mainstay.posture.exposure.SecurityGroups;
import dev.mainstay.posture.exposure.TrafficRule;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Control;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Requirement;
import dev.mainstay.posture.model.Types;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Controls of the network itself. */
public final class NetworkControls {
  private static final String FLOW_LOG = "aws:ec2/flowLog:FlowLog";
  private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

  /** AWS's own default. */
  private static final String GATEWAY = "Gateway";

  public static final List<Control> ALL =
      List.of(
          new Control(
              "Default SG empty",
              ids("EC2.2", "CKV2_AWS_12"),
              Requirement.of(Types.VPC, "its default security group has no rules", emptyDefault())),
          new Control(
              "Flow logs",
              ids("EC2.6", "CKV2_AWS_11"),
              Requirement.of(Types.VPC, "flow logs record its traffic", flowLogged())
                  .waivedBy("network.flowLogs")),
          new Control(
              "No auto public IP",
              ids("EC2.15", 130),
              Requirement.of(
                  Types.SUBNET, "mapPublicIpOnLaunch is false", PublicAddresses::handsOutNone)),
          new Control(
              "One NAT per AZ",
              ids("CKV2_AWS_35"),
              Requirement.of(
                      Types.SUBNET,
                      "its internet access is a NAT gateway in its own zone",
                      NetworkControls::leavesInItsZone)
                  .where(NetworkControls::leavesThroughNat)
                  .waivedBy("network.nat")),
          new Control(
              "VPC endpoints",
              ids("EC2.10", "EC2.57"),
              endpoint("ec2", "Interface").waivedBy("network.endpoints"),
              endpoint("ssm", "Interface").waivedBy("network.endpoints"),
              endpoint("ssmmessages", "Interface").waivedBy("network.endpoints"),
              endpoint("ec2messages", "Interface").waivedBy("network.endpoints"),
              endpoint("s3", GATEWAY)));

  private NetworkControls() {}

  /** A default group that is not in the graph has the rules that AWS gives it. */
  private static Judge emptyDefault() {
    return (graph, vpc) -> {
      List<ResourceNode> groups = graph.referring(SecurityGroups.DEFAULT_GROUP, "vpcId", vpc);
      return Answer.of(
          !groups.isEmpty()
              && groups.stream().allMatch(group -> TrafficRule.ofGroup(graph, group).isEmpty()));
    };
  }

  /** Of the VPC as a whole, or of each of its subnets. */
  private static Judge flowLogged() {
    return (graph, vpc) -> {
      List<ResourceNode> subnets =
          Types.in(graph, Types.SUBNET)
              .filter(subnet -> graph.referenced(subnet, "vpcId").contains(vpc))
              .toList();
      return Answer.any(
          isLogged(graph, "vpcId", vpc),
          Answer.all(
              Answer.of(!subnets.isEmpty()),
              Answer.all(subnets.stream().map(subnet -> isLogged(graph, "subnetId", subnet)))));
    };
  }

  private static Answer isLogged(ResourceGraph graph, String path, ResourceNode logged) {
    return Answer.any(
        graph.referring(FLOW_LOG, path, logged).stream()
            .map(log -> oneOf("trafficType", "ALL", "REJECT").of(graph, log)));
  }

  private static Requirement endpoint(String service, String type) {
    return Requirement.of(
        Types.VPC,
        "it has the %s endpoint for %s".formatted(type.toLowerCase(Locale.ROOT), service),
        (graph, vpc) ->
            Answer.any(
                graph.referring(ENDPOINT, "vpcId", vpc).stream()
                    .map(each -> isEndpoint(service, type).of(graph, each))));
  }

  private static Judge isEndpoint(String service, String type) {
    return all(
        given("serviceName", name -> name.toString().endsWith("." + service)),
        ifGiven("vpcEndpointType", oneOf("vpcEndpointType", type), Answer.of(type.equals(GATEWAY))),
        type.equals(GATEWAY)
            ? serves("routeTableIds", "RouteTable")
            : serves("subnetIds", "Subnet"));
  }

  /** An endpoint serves the subnets or route tables that it names, or that are associated. */
  private static Judge serves(String path, String associated) {
    String association =
        "aws:ec2/vpcEndpoint%1$sAssociation:VpcEndpoint%1$sAssociation".formatted(associated);
    return any(
        present(path),
        (graph, endpoint) ->
            Answer.of(!graph.referring(association, "vpcEndpointId", endpoint).isEmpty()));
  }

  private static Answer leavesThroughNat(ResourceGraph graph, ResourceNode subnet) {
    var routing = new Routing(graph);
    return routing.isTold(subnet)
        ? Answer.of(
            routing.defaultRoutes(subnet).stream()
                .anyMatch(
                    route ->
                        route.has("natGatewayId")
                            || route.has("networkInterfaceId")
                            || route.has("instanceId")))
        : Answer.UNKNOWN;
  }

  private static Answer leavesInItsZone(ResourceGraph graph, ResourceNode subnet) {
    var routing = new Routing(graph);
    return routing.isTold(subnet)
        ? Answer.all(
            routing.defaultRoutes(subnet).stream().map(route -> inZoneOf(graph, subnet, route)))
        : Answer.UNKNOWN;
  }

  private static Answer inZoneOf(ResourceGraph graph, ResourceNode subnet, Route route) {
    if (!route.has("natGatewayId")) {
      return Answer.NO;
    }
    List<String> natZones =
        Routing.zones(
            route.target(graph, "natGatewayId").stream()
                .flatMap(nat -> graph.referenced(nat, "subnetId").stream()));
    List<String> ownZones = Routing.zones(Stream.of(subnet));
    if (natZones.isEmpty() || natZones.contains("") || ownZones.contains("")) {
      return Answer.UNKNOWN;
    }
    return Answer.of(natZones.equals(ownZones));
  }
}
