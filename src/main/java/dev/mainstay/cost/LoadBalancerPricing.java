package dev.mainstay.cost;

import dev.mainstay.graph.ResourceNode;
import java.util.Map;

/** Load balancers of all kinds, with their capacity and public addresses. */
final class LoadBalancerPricing {
  /** The name of a kind in the price list. */
  private static final Map<String, String> KINDS =
      Map.of("application", "alb", "network", "nlb", "gateway", "gwlb");

  void loadBalancer(ResourceNode node, Bill.Entry entry) {
    String kind = node.text("loadBalancerType", "application");
    String service = KINDS.get(kind);
    if (service == null) {
      entry.notPriced(kind + " load balancer", "the prices hold no such kind");
      return;
    }
    entry.hourly(kind + " load balancer", 1, service, "hour", "");
    entry.byUse(
        "load balancer capacity units",
        Use.LOAD_BALANCER,
        Bill.HOURS_PER_MONTH,
        new Product(service, "lcu", "lcu-hour"),
        "");
    if (!node.isTrue("internal") && !kind.equals("gateway")) {
      addresses(node, entry);
    }
  }

  private static void addresses(ResourceNode node, Bill.Entry entry) {
    int zones =
        Math.max(NetworkPricing.size(node, "subnets"), NetworkPricing.size(node, "subnetMappings"));
    if (zones == 0) {
      entry.notPriced("public IPv4 addresses", "the subnets of the load balancer are not known");
    }
    entry.hourly(
        "public IPv4 addresses",
        zones,
        "public-ipv4",
        "address",
        "one per zone; the load balancer takes more when it grows");
  }

  /** The first generation, which has no capacity units. */
  void classic(Bill.Entry entry) {
    entry.hourly("classic load balancer", 1, "clb", "hour", "");
    entry.notPriced("data through the classic load balancer", "no assumption of its use");
  }
}
