package dev.mainstay.posture.exposure;

import static dev.mainstay.posture.Verdicts.graph;
import static dev.mainstay.posture.Verdicts.node;
import static dev.mainstay.posture.Verdicts.to;
import static dev.mainstay.posture.exposure.PublicNetwork.NETWORK;
import static dev.mainstay.posture.exposure.PublicNetwork.PRIVATE;
import static dev.mainstay.posture.exposure.PublicNetwork.PUBLIC;
import static dev.mainstay.posture.model.Judge.NOT_YET_KNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import dev.mainstay.posture.model.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways that security groups leave open: from where, to what, and how sure that is. */
public class WaysTest {
  private static final String INSTANCE = "aws:ec2/instance:Instance";

  @ParameterizedTest
  @CsvSource({
    "cidrIpv4,0.0.0.0/0,internet,YES",
    "cidrIpv4,203.0.113.0/24,203.0.113.0/24,YES",
    "cidrIpv4,10.0.0.0/8,10.0.0.0/8,NO",
    "cidrIpv4," + NOT_YET_KNOWN + ",addresses not known,UNKNOWN",
    "prefixListId,pl-1,pl-1,UNKNOWN",
    "referencedSecurityGroupId,sg-1,sg-1,NO"
  })
  void aWayFromOutsideIsCertainOnlyWhereItsAddressesAre(
      String property, String value, String source, Answer answer) {
    ResourceNode group = node("aws:ec2/securityGroup:SecurityGroup", "sg", Map.of());
    ResourceNode server =
        node(
            INSTANCE,
            "vm",
            Map.of("associatePublicIpAddress", true),
            to("subnetId", PUBLIC),
            to("vpcSecurityGroupIds[0]", group));
    var all = new ArrayList<>(NETWORK);
    all.addAll(List.of(group, server, rule(group, property, value)));

    Reachability ways = Reachability.of(graph(all.toArray(ResourceNode[]::new)));

    assertThat(ways.ways())
        .containsExactly(
            new Reachability.Way(
                "sg",
                List.of("vm"),
                source,
                "tcp 22-23",
                answer,
                answer == Answer.NO ? List.of() : List.of(server.urn())));
    assertThat(ways.onlyLoadBalancersAreReachable()).isEqualTo(answer.not());
    assertThat(ways.fromInternet()).hasSize(answer == Answer.NO ? 0 : 1);
  }

  @Test
  void ofTheMembersOfAGroupOnlyThoseInReachAreExposed() {
    ResourceNode group = node("aws:ec2/securityGroup:SecurityGroup", "sg", Map.of());
    var asking = Map.<String, Object>of("associatePublicIpAddress", true);
    ResourceNode open =
        node(INSTANCE, "open", asking, to("subnetId", PUBLIC), to("securityGroups[0]", group));
    ResourceNode closed =
        node(INSTANCE, "closed", asking, to("subnetId", PRIVATE), to("securityGroups[0]", group));
    var all = new ArrayList<>(NETWORK);
    all.addAll(List.of(group, open, closed, rule(group, "cidrIpv4", "0.0.0.0/0")));

    assertThat(Reachability.of(graph(all.toArray(ResourceNode[]::new))).fromInternet())
        .containsExactly(
            new Reachability.Way(
                "sg",
                List.of("open", "closed"),
                "internet",
                "tcp 22-23",
                Answer.YES,
                List.of(open.urn())));
  }

  private static ResourceNode rule(ResourceNode group, String property, String value) {
    return node(
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        "rule",
        Map.of("ipProtocol", "tcp", "fromPort", 22L, "toPort", 23L, property, value),
        new Reference("securityGroupId", group.urn(), "id", true));
  }

  @Test
  void portsAreToldAsTheyAre() {
    assertThat(ports(Map.of("ipProtocol", "tcp", "fromPort", 22L, "toPort", 22L)))
        .isEqualTo("tcp 22");
    assertThat(ports(Map.of("ipProtocol", "-1"))).isEqualTo("all ports");
    assertThat(ports(Map.of("ipProtocol", "tcp", "fromPort", NOT_YET_KNOWN)))
        .isEqualTo("ports not known");
  }

  private static String ports(Map<String, Object> inputs) {
    return TrafficRule.in(
            graph(),
            node("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "rule", inputs))
        .get(0)
        .ports();
  }

  @Test
  void aGroupThatNamesItselfIsReachedFromInside() {
    ResourceNode group =
        node(
            "aws:ec2/securityGroup:SecurityGroup",
            "sg",
            Map.of(
                "ingress",
                List.of(
                    Map.of("protocol", "-1", "self", true, "securityGroups", List.of("sg-9")))));

    assertThat(Reachability.of(graph(group)).ways())
        .extracting(Reachability.Way::source)
        .containsExactly("sg-9", "itself");
  }
}
