package dev.mainstay.cost;

import static dev.mainstay.graph.HandMade.graph;
import static dev.mainstay.graph.HandMade.to;
import static dev.mainstay.graph.HandMade.urn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.HandMade;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MonthlyCostTest {
  private static final String SUBNET = "aws:ec2/subnet:Subnet";
  private static final String INSTANCE = "aws:rds/instance:Instance";
  private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
  private static final String GROUP = "aws:autoscaling/group:Group";
  private static final PriceList PRICES = PriceFile.shipped();

  /** What follows is priced in a region. */
  private static HandMade in(String region) {
    return graph()
        .component("app")
        .with(SUBNET, "a", Map.of("availabilityZone", region + "a"))
        .with(SUBNET, "b", Map.of("availabilityZone", region + "b"));
  }

  private static List<String> lines(HandMade graph) {
    return MonthlyCost.of(graph.build(), PRICES).lines().stream()
        .map(
            line ->
                "%s: %s %s x %s = %s%s"
                    .formatted(
                        line.item(),
                        line.quantity(),
                        line.unit(),
                        line.unitPriceUsd(),
                        line.monthlyUsd(),
                        line.assumption().isEmpty() ? "" : " (" + line.assumption() + ")"))
        .toList();
  }

  private static List<String> notPriced(HandMade graph) {
    return MonthlyCost.of(graph.build(), PRICES).notPriced().stream()
        .map(
            item ->
                "%s: %s%s"
                    .formatted(
                        item.item(),
                        item.why(),
                        item.orientation().isEmpty() ? "" : " (" + item.orientation() + ")"))
        .toList();
  }

  private static Map<String, Object> template(Map<String, Object> more) {
    var inputs = new TreeMap<String, Object>(more);
    inputs.putIfAbsent("instanceType", "m6i.large");
    inputs.putIfAbsent(
        "imageId", "resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2025");
    inputs.putIfAbsent(
        "blockDeviceMappings",
        List.of(Map.of("ebs", Map.of("volumeSize", 50L, "volumeType", "gp3"))));
    return inputs;
  }

  private static HandMade fleet(Map<String, Object> template, Map<String, Object> group) {
    return in("eu-central-1")
        .with(TEMPLATE, "web", template(template))
        .with(GROUP, "web", group, to("launchTemplate.id", TEMPLATE, "web"));
  }

  @Test
  void aLineNamesComponentResourceAndArithmetic() {
    var cost =
        MonthlyCost.of(
            in("eu-central-1")
                .component("network")
                .with("aws:ec2/natGateway:NatGateway", "nat-a", Map.of())
                .with("aws:ec2/eip:Eip", "nat-a", Map.of())
                .component("keys")
                .with("aws:kms/key:Key", "key", Map.of())
                .build(),
            PRICES);

    assertThat(cost.project()).isEqualTo("shop");
    assertThat(cost.stack()).isEqualTo("prod");
    assertThat(cost.region()).isEqualTo("eu-central-1");
    assertThat(cost.lines())
        .containsExactly(
            new CostLine(
                "network",
                urn("aws:ec2/natGateway:NatGateway", "nat-a"),
                "NAT gateway",
                new BigDecimal("730"),
                "hour",
                new BigDecimal("0.052"),
                new BigDecimal("37.96"),
                ""),
            new CostLine(
                "network",
                urn("aws:ec2/natGateway:NatGateway", "nat-a"),
                "NAT gateway data",
                new BigDecimal("10"),
                "gb",
                new BigDecimal("0.052"),
                new BigDecimal("0.52"),
                "10 GB a month"),
            new CostLine(
                "network",
                urn("aws:ec2/eip:Eip", "nat-a"),
                "public IPv4 address",
                new BigDecimal("730"),
                "hour",
                new BigDecimal("0.005"),
                new BigDecimal("3.65"),
                ""),
            new CostLine(
                "keys",
                urn("aws:kms/key:Key", "key"),
                "customer key",
                new BigDecimal("1"),
                "month",
                new BigDecimal("1"),
                new BigDecimal("1.00"),
                "without requests"));
    assertThat(cost.notPriced()).isEmpty();
    assertThat(cost.byComponent())
        .containsExactly(
            Map.entry("network", new BigDecimal("42.13")),
            Map.entry("keys", new BigDecimal("1.00")));
    assertThat(cost.totalUsd()).isEqualTo(new BigDecimal("43.13"));
  }

  @Test
  void anEmptyStackCostsNothing() {
    var cost = MonthlyCost.of(graph().build(), PRICES);

    assertThat(cost).isEqualTo(new MonthlyCost("shop", "prod", "", List.of(), List.of()));
    assertThat(cost.totalUsd()).isEqualTo(new BigDecimal("0.00"));
  }

  @Test
  void whatHasNoPriceInTheRegionIsListedWithThePriceElsewhere() {
    var graph =
        in("eu-central-1")
            .with(
                INSTANCE,
                "db",
                Map.of(
                    "engine", "postgres",
                    "instanceClass", "db.m7g.large",
                    "allocatedStorage", 100L,
                    "storageType", "gp3",
                    "multiAz", true));
    var cost = MonthlyCost.of(graph.build(), PRICES);

    assertThat(cost.notPriced())
        .containsExactly(
            new NotPriced(
                "app",
                urn(INSTANCE, "db"),
                "db.m7g.large multi-az",
                "the price list has no rds-postgres-multi-az db.m7g.large per hour in eu-central-1",
                "in us-east-1 it would be 245.28 USD a month"));
    assertThat(cost.totalUsd()).isEqualTo(new BigDecimal("27.40"));
    assertThat(lines(graph))
        .containsExactly("100 GiB of gp3 multi-az: 100 gb-month x 0.274 = 27.40");
  }

  @Test
  void withoutARegionOnlyGlobalItemsArePriced() {
    var graph =
        graph()
            .with("aws:route53/zone:Zone", "zone", Map.of())
            .with("aws:kms/key:Key", "key", Map.of());

    assertThat(lines(graph)).containsExactly("hosted zone: 1 month x 0.5 = 0.50");
    assertThat(notPriced(graph))
        .containsExactly(
            "customer key: the price list has no kms customer-key per month"
                + " for a region that is not known (in us-east-1 it would be 1.00 USD a month)");
  }

  @Test
  void aComponentIsTheTopmostParent() {
    var graph = graph().with("aws:route53/zone:Zone", "alone", Map.of());

    assertThat(MonthlyCost.of(graph.build(), PRICES).byComponent())
        .containsExactly(Map.entry("alone", new BigDecimal("0.50")));
  }

  @Test
  void aDatabaseOverTwoZonesCostsTwice() {
    assertThat(
            lines(
                in("eu-central-1")
                    .with(
                        INSTANCE,
                        "db",
                        Map.of(
                            "engine",
                            "postgres",
                            "instanceClass",
                            "db.t4g.micro",
                            "allocatedStorage",
                            20L,
                            "maxAllocatedStorage",
                            100L,
                            "storageType",
                            "gp3",
                            "multiAz",
                            true,
                            "manageMasterUserPassword",
                            true))))
        .containsExactly(
            "db.t4g.micro multi-az: 730 hour x 0.038 = 27.74"
                + " (2 times the price of rds-postgres-single-az)",
            "20 GiB of gp3 multi-az: 20 gb-month x 0.274 = 5.48 (may grow to 100 GiB)",
            "secret of the master user: 1 month x 0.4 = 0.40 (without requests)");
  }

  @Test
  void aReplicaHasEngineAndStorageOfItsSource() {
    assertThat(
            lines(
                in("us-east-1")
                    .with(
                        INSTANCE,
                        "db",
                        Map.of(
                            "engine", "postgres",
                            "instanceClass", "db.t4g.micro",
                            "allocatedStorage", 20L,
                            "maxAllocatedStorage", 20L,
                            "storageType", "gp3"))
                    .with(
                        INSTANCE,
                        "replica",
                        Map.of("instanceClass", "db.t4g.small", "storageType", "gp3"),
                        to("replicateSourceDb", INSTANCE, "db"))))
        .containsExactly(
            "db.t4g.micro single-az: 730 hour x 0.016 = 11.68",
            "20 GiB of gp3 single-az: 20 gb-month x 0.115 = 2.30",
            "db.t4g.small single-az: 730 hour x 0.032 = 23.36",
            "20 GiB of gp3 single-az: 20 gb-month x 0.115 = 2.30");
  }

  @Test
  void whatADatabaseMayCostBesidesIsNamed() {
    assertThat(
            notPriced(
                in("us-east-1")
                    .with(
                        INSTANCE,
                        "db",
                        Map.of(
                            "engine", "postgres",
                            "instanceClass", "db.t4g.micro",
                            "allocatedStorage", 400L,
                            "storageType", "gp3",
                            "iops", 12_001L,
                            "storageThroughput", 501L,
                            "backupRetentionPeriod", 1L,
                            "monitoringInterval", 1L,
                            "performanceInsightsRetentionPeriod", 8L))))
        .containsExactly(
            "1 IOPS beyond the 12000 included: the price list has no extra IOPS",
            "1 MiB/s beyond the 500 included: the price list has no extra MiB/s",
            "backup storage beyond the size of the databases: paid by use, which the program does"
                + " not tell",
            "logs of enhanced monitoring: paid by use, which the program does not tell",
            "database insights beyond 7 days: the price list has none");
  }

  @Test
  void whatIsIncludedInADatabaseIsNotNamed() {
    assertThat(
            notPriced(
                in("us-east-1")
                    .with(
                        INSTANCE,
                        "db",
                        Map.of(
                            "engine", "postgres",
                            "instanceClass", "db.t4g.micro",
                            "allocatedStorage", 400L,
                            "storageType", "gp3",
                            "iops", 12_000L,
                            "storageThroughput", 500L,
                            "backupRetentionPeriod", 0L,
                            "monitoringInterval", 0L,
                            "performanceInsightsRetentionPeriod", 7L))))
        .isEmpty();
  }

  @Test
  void smallGeneralPurposeStorageIncludesLessSpeed() {
    assertThat(
            notPriced(
                in("us-east-1")
                    .with(
                        INSTANCE,
                        "db",
                        Map.of(
                            "engine", "postgres",
                            "instanceClass", "db.t4g.micro",
                            "allocatedStorage", 399L,
                            "storageType", "gp3",
                            "iops", 4_000L,
                            "storageThroughput", 126L,
                            "databaseInsightsMode", "advanced"))))
        .containsExactly(
            "1000 IOPS beyond the 3000 included: the price list has no extra IOPS",
            "1 MiB/s beyond the 125 included: the price list has no extra MiB/s",
            "database insights beyond 7 days: the price list has none");
  }

  @Test
  void otherStorageAndOtherEnginesAreNotPriced() {
    assertThat(
            notPriced(
                in("us-east-1")
                    .with(
                        INSTANCE,
                        "iops",
                        Map.of(
                            "engine",
                            "postgres",
                            "instanceClass",
                            "db.t4g.micro",
                            "allocatedStorage",
                            100L,
                            "iops",
                            1_000L))
                    .with(
                        INSTANCE,
                        "plain",
                        Map.of(
                            "engine", "postgres",
                            "instanceClass", "db.t4g.micro",
                            "allocatedStorage", 100L))
                    .with(
                        INSTANCE,
                        "restored",
                        Map.of("engine", "postgres", "instanceClass", "db.t4g.micro"))
                    .with(
                        INSTANCE,
                        "mysql",
                        Map.of("engine", "mysql", "instanceClass", "db.t4g.micro"))
                    .with(INSTANCE, "nothing", Map.of())
                    .with(INSTANCE, "no-class", Map.of("engine", "postgres"))))
        .containsExactly(
            "100 GiB of io1 single-az: the price list has no rds-storage-single-az io1 per gb-month"
                + " in us-east-1",
            "IOPS of io1: the price list has no provisioned IOPS",
            "100 GiB of gp2 single-az: the price list has no rds-storage-single-az gp2 per gb-month"
                + " in us-east-1",
            "storage: its size is not known",
            "database instance: the price list has only PostgreSQL, not mysql",
            "database instance: its engine or class is not known",
            "database instance: its engine or class is not known");
  }

  @Test
  void cachesArePricedByNode() {
    String group = "aws:elasticache/replicationGroup:ReplicationGroup";
    var graph =
        in("eu-central-1")
            .with(
                group,
                "valkey",
                Map.of(
                    "engine",
                    "valkey",
                    "nodeType",
                    "cache.t3.small",
                    "numCacheClusters",
                    2L,
                    "snapshotRetentionLimit",
                    1L))
            .with(
                group,
                "shards",
                Map.of(
                    "nodeType", "cache.t3.medium",
                    "numNodeGroups", 2L,
                    "replicasPerNodeGroup", 2L,
                    "snapshotRetentionLimit", 0L))
            .with(group, "plain", Map.of("nodeType", "cache.t3.small"))
            .with(group, "typeless", Map.of());

    assertThat(lines(graph))
        .containsExactly(
            "2 x cache.t3.small with valkey: 1460 hour x 0.0304 = 44.38"
                + " (0.8 times the price of elasticache-redis)",
            "6 x cache.t3.medium with redis: 4380 hour x 0.076 = 332.88",
            "1 x cache.t3.small with redis: 730 hour x 0.038 = 27.74");
    assertThat(notPriced(graph))
        .containsExactly(
            "snapshots: paid by use, which the program does not tell",
            "cache nodes: their type is not known");
  }

  @Test
  void singleCacheNodesArePricedByTheirEngine() {
    String cluster = "aws:elasticache/cluster:Cluster";
    var graph =
        in("us-east-1")
            .with(
                cluster,
                "redis",
                Map.of("engine", "redis", "nodeType", "cache.t3.micro", "numCacheNodes", 1L))
            .with(
                cluster,
                "memcached",
                Map.of("engine", "memcached", "nodeType", "cache.t3.micro", "numCacheNodes", 3L))
            .with(cluster, "member", Map.of("replicationGroupId", "group"));

    assertThat(lines(graph))
        .containsExactly("1 x cache.t3.micro with redis: 730 hour x 0.017 = 12.41");
    assertThat(notPriced(graph))
        .containsExactly(
            "3 x cache.t3.micro with memcached: the price list has no elasticache-memcached"
                + " cache.t3.micro per hour in us-east-1",
            "node of a replication group: it is not told here what type it is");
  }

  @Test
  void aFleetCostsWhatItsLeastServersCost() {
    assertThat(lines(fleet(Map.of(), Map.of("minSize", 2L, "maxSize", 6L))))
        .containsExactly(
            "2 x m6i.large with a Windows licence: 1460 hour x 0.207 = 302.22"
                + " (2 of at most 6 servers, the least)",
            "2 x 50 GiB of gp3: 100 gb-month x 0.0952 = 9.52"
                + " (2 of at most 6 servers, the least)");
  }

  @Test
  void aFleetOfFixedSizeAssumesNothing() {
    assertThat(
            lines(
                fleet(
                    Map.of(
                        "imageId",
                        "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023",
                        "networkInterfaces",
                        List.of(Map.of("associatePublicIpAddress", "true"))),
                    Map.of("minSize", 1L, "maxSize", 1L))))
        .containsExactly(
            "1 x m6i.large with Linux: 730 hour x 0.115 = 83.95",
            "1 x 50 GiB of gp3: 50 gb-month x 0.0952 = 4.76",
            "public IPv4 addresses: 730 hour x 0.005 = 3.65");
  }

  @Test
  void userDataTellsThePlatformOfAnImageOfOnesOwn() {
    var one = Map.<String, Object>of("minSize", 1L, "maxSize", 2L);
    String windows = "\n<powershell>iisreset</powershell>";
    String encoded =
        Base64.getEncoder()
            .encodeToString("<script>iisreset</script>".getBytes(StandardCharsets.UTF_8));

    assertThat(lines(fleet(Map.of("imageId", "ami-1", "userData", windows), one)).get(0))
        .startsWith("1 x m6i.large with a Windows licence:");
    assertThat(lines(fleet(Map.of("imageId", "ami-1", "userData", encoded), one)).get(0))
        .startsWith("1 x m6i.large with a Windows licence:");
    assertThat(lines(fleet(Map.of("imageId", "ami-1", "userData", "#!/bin/sh"), one)).get(0))
        .isEqualTo(
            "1 x m6i.large with Linux: 730 hour x 0.115 = 83.95"
                + " (1 of at most 2 servers, the least; a Linux without a licence fee)");
    assertThat(lines(fleet(Map.of("imageId", "ami-1", "userData", "#cloud-config"), one)).get(0))
        .startsWith("1 x m6i.large with Linux:");
    assertThat(notPriced(fleet(Map.of("imageId", "ami-1", "userData", "?"), one)))
        .containsExactly(
            "1 x m6i.large: neither image nor user data tell whether a Windows licence is paid"
                + " for");
  }

  @Test
  void whatIsNotKnownOfAFleetIsSaid() {
    var one = Map.<String, Object>of("minSize", 1L);

    assertThat(notPriced(in("us-east-1").with(GROUP, "web", one)))
        .containsExactly("servers: how many there are, or of what type, is not known");
    assertThat(notPriced(fleet(Map.of(), Map.of())))
        .containsExactly("servers: how many there are, or of what type, is not known");
    assertThat(notPriced(fleet(Map.of(), Map.of("minSize", 0L))))
        .containsExactly("servers: the group may be empty");
    assertThat(
            notPriced(
                fleet(
                    Map.of(
                        "monitoring",
                        Map.of("enabled", true),
                        "blockDeviceMappings",
                        List.of(Map.of("ebs", Map.of()), Map.of("ebs", Map.of("volumeSize", 9L)))),
                    one)))
        .containsExactly(
            "volumes: their size is that of the image",
            "1 x 9 GiB: the type of the volume is not known",
            "detailed monitoring: the price list has no metrics");
    assertThat(notPriced(fleet(Map.of("blockDeviceMappings", List.of()), one)))
        .containsExactly("root volumes: their size is that of the image");
    assertThat(notPriced(fleet(Map.of("instanceType", ""), one)))
        .containsExactly("servers: their type is not known");
  }

  @Test
  void fastVolumesCostMoreThanTheirSize() {
    for (var fast : List.of(Map.of("iops", 3_001L), Map.of("throughput", 126L))) {
      var ebs = new HashMap<String, Object>(fast);
      ebs.put("volumeSize", 9L);
      ebs.put("volumeType", "gp3");
      assertThat(
              notPriced(
                  fleet(
                      Map.of("blockDeviceMappings", List.of(Map.of("ebs", ebs))),
                      Map.of("minSize", 1L))))
          .containsExactly("speed beyond 3,000 IOPS and 125 MiB/s: the price list has none");
    }
  }

  @Test
  void aServerOfItsOwnIsPricedLikeOneOfAFleet() {
    String server = "aws:ec2/instance:Instance";
    var graph =
        in("us-east-1")
            .with(
                server,
                "bastion",
                Map.of(
                    "instanceType",
                    "t3.micro",
                    "ami",
                    "ami-1",
                    "userDataBase64",
                    "IyEvYmluL3No",
                    "associatePublicIpAddress",
                    true,
                    "rootBlockDevice",
                    Map.of("volumeSize", 8L, "volumeType", "gp3", "iops", 3_000L)))
            .with(server, "bare", Map.of("instanceType", "t3.micro", "userData", "#!"))
            .with(server, "typeless", Map.of());

    assertThat(lines(graph))
        .containsExactly(
            "1 x t3.micro with Linux: 730 hour x 0.0104 = 7.59 (a Linux without a licence fee)",
            "1 x 8 GiB of gp3: 8 gb-month x 0.08 = 0.64",
            "public IPv4 address: 730 hour x 0.005 = 3.65",
            "1 x t3.micro with Linux: 730 hour x 0.0104 = 7.59 (a Linux without a licence fee)");
    assertThat(notPriced(graph))
        .containsExactly(
            "root volume: its size is that of the image", "server: its type is not known");
  }

  @Test
  void theWayInIsPricedByZoneAndAssumedTraffic() {
    var graph =
        in("eu-central-1")
            .with("aws:lb/loadBalancer:LoadBalancer", "web", Map.of("subnets", List.of("a", "b")))
            .with("aws:wafv2/webAcl:WebAcl", "waf", Map.of("rules", List.of("one", "two")))
            .with(
                "aws:alb/loadBalancer:LoadBalancer",
                "inner",
                Map.of("internal", true, "subnets", List.of("a", "b")));

    assertThat(lines(graph))
        .containsExactly(
            "application load balancer: 730 hour x 0.027 = 19.71",
            "load balancer capacity units: 730 lcu-hour x 0.008 = 5.84 (1 on average)",
            "public IPv4 addresses: 1460 hour x 0.005 = 7.30"
                + " (one a zone; it takes more when it grows)",
            "web ACL: 1 month x 5 = 5.00",
            "web ACL rules: 2 month x 1 = 2.00"
                + " (each rule or managed group of rules as one, without paid groups)",
            "web ACL requests: 1 million x 0.6 = 0.60 (1 million a month)",
            "application load balancer: 730 hour x 0.027 = 19.71",
            "load balancer capacity units: 730 lcu-hour x 0.008 = 5.84 (1 on average)");
    assertThat(notPriced(graph)).isEmpty();
  }

  @Test
  void loadBalancersOfOtherKindsAreNotPriced() {
    String type = "aws:lb/loadBalancer:LoadBalancer";
    assertThat(
            notPriced(
                in("us-east-1")
                    .with(type, "tcp", Map.of("loadBalancerType", "network"))
                    .with(type, "blind", Map.of())))
        .containsExactly(
            "network load balancer: the price list has only application ones",
            "public IPv4 addresses: the subnets of the load balancer are not known");
  }

  @Test
  void interfaceEndpointsArePricedByZone() {
    String type = "aws:ec2/vpcEndpoint:VpcEndpoint";
    var graph =
        in("eu-central-1")
            .with(
                type, "ssm", Map.of("vpcEndpointType", "Interface", "subnetIds", List.of("a", "b")))
            .with(type, "s3", Map.of("vpcEndpointType", "Gateway"))
            .with(type, "dynamodb", Map.of())
            .with(type, "appliance", Map.of("vpcEndpointType", "GatewayLoadBalancer"))
            .with(type, "blind", Map.of("vpcEndpointType", "Interface"));

    assertThat(lines(graph))
        .containsExactly(
            "interface endpoint, per zone: 1460 hour x 0.012 = 17.52",
            "interface endpoint data: 1 gb x 0.01 = 0.01 (1 GB a month)");
    assertThat(notPriced(graph))
        .containsExactly(
            "GatewayLoadBalancer endpoint: the price list has only interface endpoints",
            "interface endpoint: its subnets are not known");
  }

  @Test
  void alarmsArePricedByMetric() {
    String type = "aws:cloudwatch/metricAlarm:MetricAlarm";
    var graph =
        in("us-east-1")
            .with(type, "plain", Map.of("period", 60L))
            .with(
                type,
                "expression",
                Map.of(
                    "metricQueries",
                    List.of(
                        Map.of("expression", "a/b"),
                        Map.of("metric", Map.of()),
                        Map.of("metric", Map.of()))))
            .with(type, "quick", Map.of("period", 10L));

    assertThat(lines(graph))
        .containsExactly(
            "alarm, per metric: 1 month x 0.1 = 0.10", "alarm, per metric: 2 month x 0.1 = 0.20");
    assertThat(notPriced(graph))
        .containsExactly("high-resolution alarm: the price list has only standard ones");
  }

  @Test
  void logsArePricedByWhatIsKept() {
    String type = "aws:cloudwatch/logGroup:LogGroup";
    var graph =
        in("us-east-1")
            .with(type, "month", Map.of("retentionInDays", 30L))
            .with(type, "longer", Map.of("retentionInDays", 31L))
            .with(type, "ever", Map.of());

    assertThat(lines(graph))
        .containsExactly(
            "log data: 1 gb x 0.5 = 0.50 (1 GB a month)",
            "log storage: 1 gb-month x 0.03 = 0.03"
                + " (1 GB a month, kept for 30 days, not compressed)",
            "log data: 1 gb x 0.5 = 0.50 (1 GB a month)",
            "log storage: 2 gb-month x 0.03 = 0.06"
                + " (1 GB a month, kept for 31 days, not compressed)",
            "log data: 1 gb x 0.5 = 0.50 (1 GB a month)");
    assertThat(notPriced(graph))
        .containsExactly("log storage: kept for ever, so it grows without end");
  }

  @Test
  void whatIsFreeIsNotListedAndWhatIsUnknownIs() {
    var graph =
        in("us-east-1")
            .with("aws:secretsmanager/secret:Secret", "secret", Map.of())
            .with("aws:iam/role:Role", "role", Map.of())
            .with("aws:acm/certificate:Certificate", "public", Map.of())
            .with(
                "aws:acm/certificate:Certificate",
                "private",
                Map.of("certificateAuthorityArn", "arn"))
            .with("aws:ssm/parameter:Parameter", "plain", Map.of())
            .with("aws:ssm/parameter:Parameter", "large", Map.of("tier", "Advanced"))
            .with("aws:s3/bucketV2:BucketV2", "logs", Map.of())
            .with("aws:cloudwatch/dashboard:Dashboard", "overview", Map.of())
            .with("aws:braket/job:Job", "quantum", Map.of());

    assertThat(lines(graph)).containsExactly("secret: 1 month x 0.4 = 0.40 (without requests)");
    assertThat(notPriced(graph))
        .containsExactly(
            "private certificate: the price list has no private certificates",
            "Advanced parameter: the price list has only the Standard tier",
            "storage and requests: paid by use, which the program does not tell",
            "dashboard: the price list has no cloudwatch dashboard per month in us-east-1",
            "aws:braket/job:Job: no rule for this type of resource");
  }

  @Test
  void aStackWithoutTrafficPaysForNone() {
    var graph =
        in("us-east-1")
            .with("aws:ec2/natGateway:NatGateway", "nat", Map.of())
            .with("aws:lb/loadBalancer:LoadBalancer", "web", Map.of("internal", true))
            .with("aws:cloudwatch/logGroup:LogGroup", "logs", Map.of("retentionInDays", 7L));

    assertThat(MonthlyCost.of(graph.build(), PRICES, new Usage(0, 0, 0, 0, 0)).lines())
        .extracting(CostLine::item)
        .containsExactly("NAT gateway", "application load balancer");
  }
}
