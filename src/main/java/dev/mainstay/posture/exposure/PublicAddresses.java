package dev.mainstay.posture.exposure;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Types;
import java.util.List;
import java.util.stream.Stream;

/** Whether a server or a network interface has an address that the internet can reach. */
public final class PublicAddresses {
  private static final String ADDRESS = "aws:ec2/eip:Eip";
  private static final String ADDRESS_ASSOCIATION = "aws:ec2/eipAssociation:EipAssociation";
  private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";

  private PublicAddresses() {}

  /** Neither it, nor a subnet that it stands in, hands out a public IPv4 address. */
  public static Answer hasNoIpv4(ResourceGraph graph, ResourceNode node) {
    if (hasElasticAddress(graph, node)) {
      return Answer.NO;
    }
    if (node.is(TEMPLATE)) {
      return templateHasNone(graph, node);
    }
    // An interface that is there already has the addresses it has.
    boolean stated =
        node.input("associatePublicIpAddress").isPresent()
            || node.type().contains("networkInterface");
    if (stated) {
      return Judge.notTrue("associatePublicIpAddress").of(graph, node);
    }
    List<ResourceNode> templates = graph.referenced(node, "launchTemplate");
    return templates.isEmpty()
        ? noneFromSubnets(graph, node)
        : Answer.all(templates.stream().map(each -> templateHasNone(graph, each, node)));
  }

  private static Answer templateHasNone(ResourceGraph graph, ResourceNode template) {
    return templateHasNone(graph, template, template);
  }

  /** The template's own word, or that of the subnets in which {@code launched} stands. */
  private static Answer templateHasNone(
      ResourceGraph graph, ResourceNode template, ResourceNode launched) {
    List<String> interfaces = Judge.elements(template, "networkInterfaces");
    if (interfaces.isEmpty()) {
      return noneFromSubnets(graph, launched);
    }
    return Answer.all(
        interfaces.stream()
            .map(
                path ->
                    isStated(template, path)
                        ? Judge.notTrue(path + ".associatePublicIpAddress").of(graph, template)
                        : noneFromSubnets(graph, launched)));
  }

  private static boolean isStated(ResourceNode template, String path) {
    return template.input(path + ".associatePublicIpAddress").isPresent()
        || template.input(path + ".networkInterfaceId").isPresent();
  }

  private static Answer noneFromSubnets(ResourceGraph graph, ResourceNode node) {
    List<ResourceNode> subnets = subnets(graph, node);
    return subnets.isEmpty()
        ? Answer.UNKNOWN
        : Answer.all(subnets.stream().map(subnet -> handsOutNone(graph, subnet)));
  }

  /** A default subnet hands them out unless it is told not to: aws_default_subnet. */
  public static Answer handsOutNone(ResourceGraph graph, ResourceNode subnet) {
    return subnet.is(Types.DEFAULT_SUBNET)
        ? Judge.given("mapPublicIpOnLaunch", value -> !Boolean.parseBoolean(value.toString()))
            .of(graph, subnet)
        : Judge.notTrue("mapPublicIpOnLaunch").of(graph, subnet);
  }

  /** Every IPv6 address is one of the internet; only routes keep it from being reached. */
  static Answer hasNoIpv6(ResourceGraph graph, ResourceNode node) {
    boolean own =
        Stream.of("ipv6AddressCount", "ipv6Addresses", "enablePrimaryIpv6")
            .flatMap(path -> Stream.of(path, "networkInterfaces[0]." + path))
            .anyMatch(
                path ->
                    node.input(path)
                        .filter(
                            value -> !List.of("0", "0.0", "[]", "false").contains(value.toString()))
                        .isPresent());
    return Answer.all(
        Answer.of(!own),
        Answer.all(
            subnets(graph, node).stream()
                .map(subnet -> Judge.notTrue("assignIpv6AddressOnCreation").of(graph, subnet))));
  }

  private static boolean hasElasticAddress(ResourceGraph graph, ResourceNode node) {
    return Stream.of("networkInterface", "instance")
            .anyMatch(path -> !graph.referring(ADDRESS, path, node).isEmpty())
        || Stream.of("networkInterfaceId", "instanceId")
            .anyMatch(path -> !graph.referring(ADDRESS_ASSOCIATION, path, node).isEmpty());
  }

  /** The subnets in which a server stands, or in which its group launches it. */
  static List<ResourceNode> subnets(ResourceGraph graph, ResourceNode node) {
    List<ResourceNode> own = graph.referenced(node, "subnetId");
    return own.isEmpty()
        ? Types.groups(graph, node).stream()
            .flatMap(group -> graph.referenced(group, "vpcZoneIdentifiers").stream())
            .distinct()
            .toList()
        : own;
  }
}
