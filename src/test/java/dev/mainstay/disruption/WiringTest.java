package dev.mainstay.disruption;

import static dev.mainstay.graph.HandMade.graph;
import static dev.mainstay.graph.HandMade.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.HandMade;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode.Reference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Effects that are decided by what stands around the resource. */
class WiringTest {
  private static final String VPC = "aws:ec2/vpc:Vpc";
  private static final String SUBNET = "aws:ec2/subnet:Subnet";
  private static final String SUBNETS = "aws:rds/subnetGroup:SubnetGroup";
  private static final String DATABASE = "aws:rds/instance:Instance";
  private static final String SECURITY = "aws:ec2/securityGroup:SecurityGroup";
  private static final String CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";
  private static final String CACHE_PARAMETERS = "aws:elasticache/parameterGroup:ParameterGroup";
  private static final String CERTIFICATE = "aws:acm/certificate:Certificate";
  private static final String LISTENER = "aws:lb/listener:Listener";
  private static final String FLEET = "aws:autoscaling/group:Group";
  private static final String ATTACHMENT = "aws:autoscaling/attachment:Attachment";

  @Test
  void aZoneOfADatabaseWithAStandbyIsInUse() {
    assertThat(effects(database("a", "b", true), database("a", "c", true)))
        .containsEntry("subnets.subnetIds", Effect.REFUSED);
  }

  @Test
  void aZoneOfADatabaseInOneZoneMayBeInUse() {
    assertThat(effects(database("a", "b", false), database("a", "c", false)))
        .containsEntry("subnets.subnetIds", Effect.UNKNOWN);
  }

  @Test
  void aDatabaseMovesToNoOtherVpcByAReplacedSubnet() {
    assertThat(effects(network("10.0.0.0/16"), network("10.1.0.0/16")))
        .containsEntry("vpc.cidrBlock", Effect.REPLACEMENT)
        .containsEntry("subnets.subnetIds", Effect.REFUSED)
        .containsEntry("db.vpcSecurityGroupIds", Effect.REFUSED);
  }

  @Test
  void aParameterGroupIsInUseUntilTheMaintenanceWindow() {
    assertThat(effects(cache("8", false), cache("9", false)))
        .containsEntry("parameters-8.", Effect.REFUSED)
        .containsEntry("cache.engineVersion", Effect.FAILOVER);
    assertThat(effects(cache("8", true), cache("9", true)))
        .containsEntry("parameters-8.", Effect.DELETE);
  }

  @Test
  void aCertificateThatKeepsItsNamesHasNoImpact() {
    assertThat(effects(listener("one", "shop.example"), listener("two", "shop.example")))
        .containsEntry("listener.certificateArn", Effect.NOTHING);
    assertThat(effects(listener("one", "shop.example"), listener("two", "other.example")))
        .containsEntry("listener.certificateArn", Effect.UNKNOWN);
  }

  @Test
  void serversDrainWhereALoadBalancerIsInFrontOfThem() {
    var inTargetGroup = Map.<String, Object>of("targetGroupArns", List.of("arn"));

    assertThat(effects(fleet(4, inTargetGroup), fleet(2, inTargetGroup)))
        .containsEntry("web.maxSize", Effect.NOTHING);
    assertThat(effects(fleet(4, Map.of()), fleet(2, Map.of())))
        .containsEntry("web.maxSize", Effect.UNKNOWN);
    assertThat(effects(attached(4), attached(2))).containsEntry("web.maxSize", Effect.NOTHING);
  }

  private static ResourceGraph database(String one, String other, boolean multiAz) {
    var graph = graph();
    for (String zone : List.of("a", "b", "c")) {
      graph.with(SUBNET, zone, Map.of("availabilityZone", zone));
    }
    return graph
        .with(
            SUBNETS,
            "subnets",
            Map.of("subnetIds", List.of("id-" + one, "id-" + other)),
            to("subnetIds[0]", SUBNET, one),
            to("subnetIds[1]", SUBNET, other))
        .with(
            DATABASE,
            "db",
            Map.of("dbSubnetGroupName", "name", "multiAz", multiAz),
            to("dbSubnetGroupName", SUBNETS, "subnets"))
        .build();
  }

  private static ResourceGraph network(String cidr) {
    return graph()
        .with(VPC, "vpc", Map.of("cidrBlock", cidr))
        .with(SUBNET, "a", Map.of("vpcId", "vpc-1"), to("vpcId", VPC, "vpc"))
        .with(SECURITY, "sg", Map.of("vpcId", "vpc-1"), to("vpcId", VPC, "vpc"))
        .with(
            SUBNETS,
            "subnets",
            Map.of("subnetIds", List.of("id-a")),
            to("subnetIds[0]", SUBNET, "a"))
        .with(
            DATABASE,
            "db",
            Map.of("dbSubnetGroupName", "name", "vpcSecurityGroupIds", List.of("sg-1")),
            to("dbSubnetGroupName", SUBNETS, "subnets"),
            to("vpcSecurityGroupIds[0]", SECURITY, "sg"))
        .build();
  }

  private static ResourceGraph cache(String major, boolean immediately) {
    String parameters = "parameters-" + major;
    return graph()
        .with(CACHE_PARAMETERS, parameters, Map.of("family", "valkey" + major))
        .with(
            CACHE,
            "cache",
            Map.of(
                "engine",
                "valkey",
                "engineVersion",
                major + ".0",
                "parameterGroupName",
                "name-" + major,
                "applyImmediately",
                immediately),
            to("parameterGroupName", CACHE_PARAMETERS, parameters))
        .build();
  }

  private static ResourceGraph listener(String certificate, String domain) {
    return graph()
        .with(CERTIFICATE, certificate, Map.of("domainName", domain))
        .with(
            LISTENER,
            "listener",
            Map.of("certificateArn", "arn-" + certificate),
            to("certificateArn", CERTIFICATE, certificate))
        .build();
  }

  private static ResourceGraph fleet(long most, Map<String, Object> more) {
    return withFleet(graph(), most, more).build();
  }

  private static ResourceGraph attached(long most) {
    Reference fleet = to("autoscalingGroupName", FLEET, "web");
    return withFleet(graph(), most, Map.of())
        .with(ATTACHMENT, "attachment", Map.of("autoscalingGroupName", "name"), fleet)
        .build();
  }

  private static HandMade withFleet(HandMade graph, long most, Map<String, Object> more) {
    var inputs = new HashMap<String, Object>(more);
    inputs.put("maxSize", most);
    return graph.with(FLEET, "web", inputs);
  }

  /** By resource and input. */
  private static Map<String, Effect> effects(ResourceGraph before, ResourceGraph after) {
    var effects = new HashMap<String, Effect>();
    for (Change change : Disruption.between(before, after).changes()) {
      String name = change.urn().substring(change.urn().lastIndexOf("::") + 2);
      effects.put(name + "." + change.property(), change.effect());
    }
    return effects;
  }
}
