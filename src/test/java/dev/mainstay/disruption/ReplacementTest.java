package dev.mainstay.disruption;

import static dev.mainstay.disruption.Felt.shown;
import static dev.mainstay.graph.HandMade.graph;
import static dev.mainstay.graph.HandMade.to;
import static dev.mainstay.graph.HandMade.urn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplacementTest {
  private static final String INSTANCE = "aws:rds/instance:Instance";
  private static final String KEY = "aws:kms/key:Key";

  @Test
  void whatIsReplacedReplacesWhatCannotLiveWithoutIt() {
    String subnet = "aws:ec2/subnet:Subnet";
    String nat = "aws:ec2/natGateway:NatGateway";
    String route = "aws:ec2/route:Route";
    Reference inSubnet = to("subnetId", subnet, "a");
    var stack =
        graph()
            .with(subnet, "a", Map.of("cidrBlock", "10.0.0.0/24"))
            .with(nat, "nat", Map.of(), inSubnet)
            .with(route, "out", Map.of(), to("natGatewayId", nat, "nat"))
            .with(
                "aws:lb/loadBalancer:LoadBalancer",
                "web",
                Map.of(),
                to("subnets[0]", subnet, "a"),
                to("subnets[1]", subnet, "a"));
    var before = stack.build();
    var moved =
        graph().with(subnet, "a", Map.of("cidrBlock", "10.0.1.0/24")).build().resources().get(0);
    var fresh =
        graph().with("aws:ec2/instance:Instance", "new", Map.of(), inSubnet).build().resources();
    var resources = new ArrayList<>(before.with(moved.urn(), moved).resources());
    resources.addAll(fresh);

    assertThat(shown(before, new ResourceGraph("shop", "prod", resources, Map.of())))
        .containsExactly(
            "a cidrBlock: 10.0.0.0/24 -> 10.0.1.0/24 is REPLACEMENT (yes; everything in the subnet"
                + " must move first) immediately, loses  [cfn-lint]",
            "nat subnetId: a -> the replacement of a is REPLACEMENT (egress of its zone, for the"
                + " time to delete one and create another) immediately, loses its public address,"
                + " unless it is kept [tf-nat-gateway cfn-lint]",
            "out natGatewayId: nat -> the replacement of nat is CONNECTION_DROP (connections by"
                + " the old route break) immediately, loses  [own reading]",
            "web subnets: a -> the replacement of a is CONNECTION_DROP (connections in a removed"
                + " zone break) immediately, loses  [tf-lb]",
            "new :  ->  is CREATE (no) immediately, loses  []");
  }

  @Test
  void whoTurnsToSomethingThatIsReplacedIsReportedOnce() {
    String subnet = "aws:ec2/subnet:Subnet";
    String nat = "aws:ec2/natGateway:NatGateway";
    String balancer = "aws:lb/loadBalancer:LoadBalancer";
    var mapping = Map.<String, Object>of("subnetMappings", List.of(Map.of("subnetId", "?")));
    var before =
        graph()
            .with(subnet, "a", Map.of("cidrBlock", "10.0.0.0/24"))
            .with(subnet, "b", Map.of("cidrBlock", "10.0.1.0/24"))
            .with(nat, "nat", Map.of("subnetId", "?"), to("subnetId", subnet, "a"))
            .with(balancer, "web", mapping, to("subnetMappings[0].subnetId", subnet, "a"));
    var after =
        graph()
            .with(subnet, "a", Map.of("cidrBlock", "10.0.0.0/24"))
            .with(subnet, "b", Map.of("cidrBlock", "10.0.2.0/24"))
            .with(nat, "nat", Map.of("subnetId", "?"), to("subnetId", subnet, "b"))
            .with(balancer, "web", mapping, to("subnetMappings[0].subnetId", subnet, "b"));

    assertThat(shown(before.build(), after.build()))
        .containsExactly(
            "b cidrBlock: 10.0.1.0/24 -> 10.0.2.0/24 is REPLACEMENT (yes; everything in the subnet"
                + " must move first) immediately, loses  [cfn-lint]",
            "nat subnetId: a (aws:ec2/subnet:Subnet) -> b (aws:ec2/subnet:Subnet) is REPLACEMENT"
                + " (egress of its zone, for the time to delete one and create another)"
                + " immediately, loses its public address, unless it is kept [tf-nat-gateway"
                + " cfn-lint]",
            "web subnetMappings[0].subnetId: a (aws:ec2/subnet:Subnet) -> b"
                + " (aws:ec2/subnet:Subnet) is UNKNOWN (not known: no record of this change of"
                + " subnetMappings of aws:lb/loadBalancer:LoadBalancer) , loses  []");
  }

  @Test
  void anotherChangeDoesNotHideWhatAReplacementDoes() {
    String subnet = "aws:ec2/subnet:Subnet";
    String nat = "aws:ec2/natGateway:NatGateway";
    var before =
        graph()
            .with(subnet, "a", Map.of("cidrBlock", "10.0.0.0/24"))
            .with(nat, "nat", Map.of("tags", Map.of("a", "1")), to("subnetId", subnet, "a"));
    var after =
        graph()
            .with(subnet, "a", Map.of("cidrBlock", "10.0.1.0/24"))
            .with(nat, "nat", Map.of("tags", Map.of("a", "2")), to("subnetId", subnet, "a"));

    assertThat(shown(before.build(), after.build()))
        .containsExactly(
            "a cidrBlock: 10.0.0.0/24 -> 10.0.1.0/24 is REPLACEMENT (yes; everything in the subnet"
                + " must move first) immediately, loses  [cfn-lint]",
            "nat tags.a: 1 -> 2 is NOTHING (no) immediately, loses  [own reading]",
            "nat subnetId: a -> the replacement of a is REPLACEMENT (egress of its zone, for the"
                + " time to delete one and create another) immediately, loses its public address,"
                + " unless it is kept [tf-nat-gateway cfn-lint]");
  }

  @Test
  void aKeyThatIsReplacedTakesTheDatabaseWithIt() {
    Reference encrypted = to("kmsKeyId", KEY, "key");
    var changes =
        shown(
            graph()
                .with(INSTANCE, "db", Map.of("skipFinalSnapshot", true), encrypted)
                .with(KEY, "key", Map.of("multiRegion", false))
                .build(),
            graph()
                .with(INSTANCE, "db", Map.of("skipFinalSnapshot", true), encrypted)
                .with(KEY, "key", Map.of("multiRegion", true))
                .build());

    assertThat(changes)
        .containsExactly(
            "db kmsKeyId: key -> the replacement of key is DATA_LOSS (yes; no final snapshot is"
                + " kept) immediately, loses the databases [tf-rds-instance cfn-lint]",
            "key multiRegion: false -> true is DATA_LOSS (whatever is encrypted with it cannot be"
                + " read; the deletion can be cancelled until its window ends) immediately, loses"
                + " everything encrypted with it [own reading]");
  }

  @Test
  void whatKeepsItsNameIsNotLeftByThoseWhoNameIt() {
    Reference byName = new Reference("role", urn("aws:iam/role:Role", "role"), "name", true);
    String policy = "aws:iam/rolePolicy:RolePolicy";
    String role = "aws:iam/role:Role";
    var before =
        graph()
            .with(role, "role", Map.of("name", "web", "path", "/"))
            .with(policy, "policy", Map.of(), byName)
            .build();

    assertThat(
            shown(
                before,
                graph()
                    .with(role, "role", Map.of("name", "web", "path", "/web/"))
                    .with(policy, "policy", Map.of(), byName)
                    .build()))
        .containsExactly(
            "role path: / -> /web/ is REPLACEMENT () immediately, loses "
                + " [terraform-provider-3.40]");
    assertThat(
            shown(
                before,
                graph()
                    .with(role, "role", Map.of("name", "app", "path", "/"))
                    .with(policy, "policy", Map.of(), byName)
                    .build()))
        .containsExactly(
            "role name: web -> app is REPLACEMENT () immediately, loses  [terraform-provider-3.40]",
            "policy role: role -> the replacement of role is REPLACEMENT () immediately, loses "
                + " [terraform-provider-3.40]");
  }
}
