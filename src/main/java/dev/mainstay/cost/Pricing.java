package dev.mainstay.cost;

import dev.mainstay.facts.Charge;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;

/** Who prices which type of resource. A type that nobody knows is listed as not included. */
final class Pricing {
  private final NetworkPricing network = new NetworkPricing();
  private final LoadBalancerPricing balancers = new LoadBalancerPricing();
  private final DatabasePricing database;
  private final AuroraPricing aurora;
  private final CachePricing cache = new CachePricing();
  private final ServerPricing servers;
  private final VolumePricing volumes = new VolumePricing();
  private final ImagePricing images;
  private final WatchPricing watch = new WatchPricing();
  private final BucketPricing buckets = new BucketPricing();

  Pricing(ResourceGraph graph) {
    database = new DatabasePricing(graph);
    aurora = new AuroraPricing(graph);
    servers = new ServerPricing(graph);
    images = new ImagePricing(graph);
  }

  void of(ResourceNode node, Bill.Entry entry) {
    switch (node.type()) {
      case "aws:ec2/natGateway:NatGateway" -> network.natGateway(entry);
      case "aws:ec2/eip:Eip" -> network.address(entry);
      case "aws:ec2/vpcEndpoint:VpcEndpoint" -> network.endpoint(node, entry);
      case "aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer" ->
          balancers.loadBalancer(node, entry);
      case "aws:elb/loadBalancer:LoadBalancer",
          "aws:elasticloadbalancing/loadBalancer:LoadBalancer" ->
          balancers.classic(entry);
      case "aws:wafv2/webAcl:WebAcl" -> network.firewall(node, entry);
      case "aws:route53/zone:Zone" ->
          entry.add("hosted zone", 1, Product.monthly("route53", "hosted-zone"), "");
      case "aws:route53/record:Record" -> network.dnsRecord(node, entry);
      case "aws:rds/instance:Instance" -> database.instance(node, entry);
      case "aws:rds/cluster:Cluster" -> aurora.cluster(node, entry);
      case "aws:rds/clusterInstance:ClusterInstance" -> aurora.instance(node, entry);
      case "aws:elasticache/replicationGroup:ReplicationGroup" -> cache.group(node, entry);
      case "aws:elasticache/cluster:Cluster" -> cache.cluster(node, entry);
      case "aws:autoscaling/group:Group" -> servers.group(node, entry);
      case "aws:ec2/instance:Instance" -> servers.instance(node, entry);
      case "aws:ebs/volume:Volume" -> volumes.volume(node, entry);
      case "aws:imagebuilder/imagePipeline:ImagePipeline" -> images.pipeline(node, entry);
      case "aws:eks/cluster:Cluster" -> entry.hourly("EKS cluster", 1, "eks", "cluster", "");
      default -> small(node, entry);
    }
  }

  private void small(ResourceNode node, Bill.Entry entry) {
    switch (node.type()) {
      case "aws:kms/key:Key" -> key(entry);
      case "aws:secretsmanager/secret:Secret" -> secret(entry);
      case "aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2" -> buckets.bucket(entry);
      case "aws:backup/vault:Vault" -> DatabasePricing.backups(entry);
      case "aws:cloudwatch/metricAlarm:MetricAlarm" -> watch.alarm(node, entry);
      case "aws:cloudwatch/dashboard:Dashboard" ->
          entry.add("dashboard", 1, Product.monthly("cloudwatch", "dashboard"), "");
      case "aws:cloudwatch/logGroup:LogGroup" -> watch.logGroup(node, entry);
      case "aws:sns/topic:Topic" ->
          entry.byUse(
              "notifications published", Use.EMAILS, new Product("sns", "requests", "thousand"));
      case "aws:sns/topicSubscription:TopicSubscription" -> watch.subscription(node, entry);
      case "aws:acm/certificate:Certificate" -> certificate(node, entry);
      case "aws:ssm/parameter:Parameter" -> parameter(node, entry);
      default -> other(node, entry);
    }
  }

  private static void key(Bill.Entry entry) {
    entry.add("customer managed key", 1, Product.monthly("kms", "customer-key"), "");
    entry.byUse("key requests", Use.KEY_REQUESTS, new Product("kms", "requests", "thousand"));
  }

  private static void secret(Bill.Entry entry) {
    entry.add("secret", 1, Product.monthly("secrets-manager", "secret"), "");
    entry.byUse(
        "secret requests",
        Use.SECRET_REQUESTS,
        new Product("secrets-manager", "requests", "thousand"));
  }

  /** Those of a private authority cost; public ones do not. */
  private static void certificate(ResourceNode node, Bill.Entry entry) {
    if (node.input("certificateAuthorityArn").isPresent()) {
      entry.notPriced("private certificate", "the prices hold no private certificates");
    }
  }

  /** Standard ones cost nothing. */
  private static void parameter(ResourceNode node, Bill.Entry entry) {
    String tier = node.text("tier", "Standard");
    if (!tier.equals("Standard")) {
      entry.notPriced(tier + " parameter", "the prices hold only the Standard tier");
    }
  }

  private static void other(ResourceNode node, Bill.Entry entry) {
    Charge.of(node.type())
        .ifPresentOrElse(
            charge -> {
              if (charge.byUse()) {
                entry.notPriced(charge.what(), "paid by use, which no program says");
              }
            },
            () -> entry.notPriced(node.type(), "no rule for this type of resource"));
  }
}
