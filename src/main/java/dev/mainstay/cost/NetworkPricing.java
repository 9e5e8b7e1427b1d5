package dev.mainstay.cost;

import dev.mainstay.graph.ResourceNode;
import java.util.List;

/** What traffic goes through: NAT gateways, endpoints, firewalls, addresses, DNS. */
final class NetworkPricing {
  void natGateway(Bill.Entry entry) {
    entry.hourly("NAT gateway", 1, "nat-gateway", "hour", "");
    entry.byUse("NAT gateway data", Use.NAT, Product.data("nat-gateway", "data"));
  }

  /** Public addresses cost the same whether something uses them or not. */
  void address(Bill.Entry entry) {
    entry.hourly("public IPv4 address", 1, "public-ipv4", "address", "");
  }

  void endpoint(ResourceNode node, Bill.Entry entry) {
    String kind = node.text("vpcEndpointType", "Gateway");
    if (kind.equals("Gateway")) {
      return;
    }
    if (!kind.equals("Interface")) {
      entry.notPriced(kind + " endpoint", "the prices hold only interface endpoints");
      return;
    }
    int zones = size(node, "subnetIds");
    if (zones == 0) {
      entry.notPriced("interface endpoint", "its subnets are not known");
      return;
    }
    entry.hourly("interface endpoint, per zone", zones, "vpc-interface-endpoint", "per-az", "");
    entry.byUse(
        "interface endpoint data", Use.ENDPOINT, Product.data("vpc-interface-endpoint", "data"));
  }

  void firewall(ResourceNode node, Bill.Entry entry) {
    entry.add("web ACL", 1, Product.monthly("waf", "web-acl"), "");
    entry.add(
        "web ACL rules",
        size(node, "rules"),
        Product.monthly("waf", "rule"),
        "each rule or managed rule group as one, without paid groups");
    entry.byUse("web ACL requests", Use.FIREWALL, new Product("waf", "requests", "million"));
  }

  /**
   * Queries of an alias to AWS's own resources are free: <a
   * href="https://aws.amazon.com/route53/pricing/">prices of Route 53</a>.
   */
  void dnsRecord(ResourceNode node, Bill.Entry entry) {
    if (size(node, "aliases") == 0) {
      entry.byUse("DNS queries", Use.DNS, new Product("route53", "queries", "million"));
    }
  }

  static int size(ResourceNode node, String path) {
    return node.input(path).map(value -> value instanceof List<?> list ? list.size() : 0).orElse(0);
  }
}
