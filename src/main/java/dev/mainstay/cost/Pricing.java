package dev.mainstay.cost;

import dev.mainstay.facts.Charge;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;

/** Who prices which type of resource. A type that nobody knows is listed as not priced. */
final class Pricing {
  private final NetworkPricing network;
  private final DatabasePricing database;
  private final CachePricing cache = new CachePricing();
  private final ServerPricing servers;
  private final WatchPricing watch;

  Pricing(ResourceGraph graph, Usage usage) {
    network = new NetworkPricing(usage);
    database = new DatabasePricing(graph);
    servers = new ServerPricing(graph);
    watch = new WatchPricing(usage);
  }

  void of(ResourceNode node, Bill.Entry entry) {
    switch (node.type()) {
      case "aws:ec2/natGateway:NatGateway" -> network.natGateway(node, entry);
      case "aws:ec2/eip:Eip" -> network.address(entry);
      case "aws:ec2/vpcEndpoint:VpcEndpoint" -> network.endpoint(node, entry);
      case "aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer" ->
          network.loadBalancer(node, entry);
      case "aws:wafv2/webAcl:WebAcl" -> network.firewall(node, entry);
      case "aws:route53/zone:Zone" ->
          entry.add("hosted zone", 1, "month", "route53", "hosted-zone", "");
      case "aws:rds/instance:Instance" -> database.instance(node, entry);
      case "aws:elasticache/replicationGroup:ReplicationGroup" -> cache.group(node, entry);
      case "aws:elasticache/cluster:Cluster" -> cache.cluster(node, entry);
      case "aws:autoscaling/group:Group" -> servers.group(node, entry);
      case "aws:ec2/instance:Instance" -> servers.instance(node, entry);
      case "aws:kms/key:Key" ->
          entry.add("customer key", 1, "month", "kms", "customer-key", "without requests");
      case "aws:secretsmanager/secret:Secret" ->
          entry.add("secret", 1, "month", "secrets-manager", "secret", "without requests");
      case "aws:cloudwatch/metricAlarm:MetricAlarm" -> watch.alarm(node, entry);
      case "aws:cloudwatch/dashboard:Dashboard" ->
          entry.add("dashboard", 1, "month", "cloudwatch", "dashboard", "");
      case "aws:cloudwatch/logGroup:LogGroup" -> watch.logGroup(node, entry);
      case "aws:acm/certificate:Certificate" -> certificate(node, entry);
      case "aws:ssm/parameter:Parameter" -> parameter(node, entry);
      default -> other(node, entry);
    }
  }

  /** Those of a private authority cost; public ones do not. */
  private static void certificate(ResourceNode node, Bill.Entry entry) {
    if (node.input("certificateAuthorityArn").isPresent()) {
      entry.notPriced("private certificate", "the price list has no private certificates");
    }
  }

  /** Standard ones cost nothing. */
  private static void parameter(ResourceNode node, Bill.Entry entry) {
    String tier = node.text("tier", "Standard");
    if (!tier.equals("Standard")) {
      entry.notPriced(tier + " parameter", "the price list has only the Standard tier");
    }
  }

  private static void other(ResourceNode node, Bill.Entry entry) {
    Charge.of(node.type())
        .ifPresentOrElse(
            charge -> {
              if (charge.byUse()) {
                entry.notPriced(charge.what(), "paid by use, which the program does not tell");
              }
            },
            () -> entry.notPriced(node.type(), "no rule for this type of resource"));
  }
}
