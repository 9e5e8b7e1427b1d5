package dev.mainstay.cost;

import dev.mainstay.graph.ResourceNode;
import java.util.List;

/** What traffic goes through: NAT gateways, endpoints, load balancers, firewalls, addresses. */
final class NetworkPricing {
  private final Usage usage;

  NetworkPricing(Usage usage) {
    this.usage = usage;
  }

  void natGateway(ResourceNode node, Bill.Entry entry) {
    entry.hourly("NAT gateway", 1, "nat-gateway", "hour", "");
    entry.add(
        "NAT gateway data",
        usage.natGb(),
        "gb",
        "nat-gateway",
        "data",
        "%d GB a month".formatted(usage.natGb()));
  }

  /** Public addresses cost whether something uses them or not. */
  void address(Bill.Entry entry) {
    entry.hourly("public IPv4 address", 1, "public-ipv4", "address", "");
  }

  void endpoint(ResourceNode node, Bill.Entry entry) {
    String kind = node.text("vpcEndpointType", "Gateway");
    if (kind.equals("Gateway")) {
      return;
    }
    if (!kind.equals("Interface")) {
      entry.notPriced(kind + " endpoint", "the price list has only interface endpoints");
      return;
    }
    int zones = size(node, "subnetIds");
    if (zones == 0) {
      entry.notPriced("interface endpoint", "its subnets are not known");
      return;
    }
    entry.hourly("interface endpoint, per zone", zones, "vpc-interface-endpoint", "per-az", "");
    entry.add(
        "interface endpoint data",
        usage.endpointGb(),
        "gb",
        "vpc-interface-endpoint",
        "data",
        "%d GB a month".formatted(usage.endpointGb()));
  }

  void loadBalancer(ResourceNode node, Bill.Entry entry) {
    String kind = node.text("loadBalancerType", "application");
    if (!kind.equals("application")) {
      entry.notPriced(kind + " load balancer", "the price list has only application ones");
      return;
    }
    entry.hourly("application load balancer", 1, "alb", "hour", "");
    entry.add(
        "load balancer capacity units",
        usage.loadBalancerUnits() * Bill.HOURS_A_MONTH,
        "lcu-hour",
        "alb",
        "lcu",
        "%d on average".formatted(usage.loadBalancerUnits()));
    if (!node.isTrue("internal")) {
      int zones = Math.max(size(node, "subnets"), size(node, "subnetMappings"));
      if (zones == 0) {
        entry.notPriced("public IPv4 addresses", "the subnets of the load balancer are not known");
      }
      entry.hourly(
          "public IPv4 addresses",
          zones,
          "public-ipv4",
          "address",
          "one a zone; it takes more when it grows");
    }
  }

  void firewall(ResourceNode node, Bill.Entry entry) {
    entry.add("web ACL", 1, "month", "waf", "web-acl", "");
    entry.add(
        "web ACL rules",
        size(node, "rules"),
        "month",
        "waf",
        "rule",
        "each rule or managed group of rules as one, without paid groups");
    entry.add(
        "web ACL requests",
        usage.firewallMillionRequests(),
        "million",
        "waf",
        "requests",
        "%d million a month".formatted(usage.firewallMillionRequests()));
  }

  private static int size(ResourceNode node, String path) {
    return node.input(path).map(value -> value instanceof List<?> list ? list.size() : 0).orElse(0);
  }
}
