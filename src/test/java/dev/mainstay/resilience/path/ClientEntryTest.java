package dev.mainstay.resilience.path;

import static dev.mainstay.resilience.OtherStacks.SECURITY_GROUP;
import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.GraphBuilder;
import dev.mainstay.resilience.Mutation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which clients the security group of a load balancer lets in. */
class ClientEntryTest {
  private static final String NORMAL = "Normal operation";
  private static final String WORKS =
      "Routes, network ACLs, listeners and security groups carry requests to the data.";
  private static final String BALANCER = "aws:alb/loadBalancer:LoadBalancer";
  private static final String PRIVATE_ONLY =
      "Security group rules let only private addresses reach load balancer `lb` on port 80.";

  private static final String INTERNAL =
      "Load balancer `lb` is internal: clients on the internet do not reach it, others by a path"
          + " that is not known.";

  private static Mutation letting(Map<String, Object> peers) {
    return letting(twoServers().build(), peers);
  }

  private static Mutation letting(ResourceGraph graph, Map<String, Object> peers) {
    var rule = new HashMap<String, Object>(peers);
    rule.putAll(Map.of("protocol", "tcp", "fromPort", 80L, "toPort", 80L));
    return Mutation.of(graph).set(SECURITY_GROUP, "lb-sg", "ingress", List.of(rule));
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.0/8", "172.20.0.0/16", "192.168.1.0/24", "100.64.0.0/10", "127.0.0.0/8"})
  void addressesInsideNetworksAreNoClientsOnTheInternet(String range) {
    Mutation closed = letting(Map.of("cidrBlocks", List.of(range)));

    assertThat(why(closed.graph(), NORMAL)).containsExactly(PRIVATE_ONLY);
    assertThat(Mutation.summaries(closed.graph())).containsEntry(NORMAL, "DOWN (not known, none)");
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0/0", "0.0.0.0/1", "203.0.113.0/24", "8.0.0.0/6"})
  void someAddressesOnTheInternetAreEnough(String range) {
    assertThat(why(letting(Map.of("cidrBlocks", List.of(range))).graph(), NORMAL))
        .containsExactly(WORKS);
  }

  @Test
  void aGroupThatLetsInOnlyItselfLetsInNoClient() {
    assertThat(why(letting(Map.of("self", true)).graph(), NORMAL))
        .containsExactly(
            "No security group rule lets clients reach load balancer `lb` on port 80.");
  }

  @Test
  void anInternalLoadBalancerIsForPrivateAddresses() {
    ResourceGraph inside =
        letting(Map.of("cidrBlocks", List.of("10.0.0.0/8")))
            .set(BALANCER, "lb", "internal", true)
            .graph();
    ResourceGraph onlyItself =
        letting(Map.of("self", true)).set(BALANCER, "lb", "internal", true).graph();

    assertThat(why(inside, NORMAL)).containsExactly(INTERNAL);
    assertThat(Mutation.summaries(inside)).containsEntry(NORMAL, "UNKNOWN (not known, none)");
    assertThat(why(onlyItself, NORMAL))
        .containsExactly(
            INTERNAL, "No security group rule lets clients reach load balancer `lb` on port 80.");
  }

  @Test
  void ipv6ClientsAloneAreSomeOfTheClientsOfADualStackLoadBalancer() {
    Mutation single = letting(Map.of("ipv6CidrBlocks", List.of("::/0")));
    ResourceGraph dual =
        letting(Map.of("ipv6CidrBlocks", List.of("::/0")))
            .set(BALANCER, "lb", "ipAddressType", "dualstack")
            .graph();

    assertThat(Mutation.summaries(single.graph())).containsEntry(NORMAL, "DOWN (not known, none)");
    assertThat(why(dual, NORMAL))
        .containsExactly("Only IPv6 clients may reach load balancer `lb` on port 80.");
    assertThat(Mutation.summaries(dual)).containsEntry(NORMAL, "DEGRADED (not known, none)");
  }

  private static ResourceGraph letting(GraphBuilder graph) {
    ResourceGraph built =
        graph
            .add(
                "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                "clients",
                Map.of(
                    "securityGroupId",
                    "@lb-sg",
                    "ipProtocol",
                    "tcp",
                    "fromPort",
                    80L,
                    "toPort",
                    80L,
                    "prefixListId",
                    "@clients-list"))
            .build();
    return Mutation.of(built).set(SECURITY_GROUP, "lb-sg", "ingress", null).graph();
  }

  private static GraphBuilder list(String... ranges) {
    return twoServers()
        .add(
            "aws:ec2/managedPrefixList:ManagedPrefixList",
            "clients-list",
            Map.of("entries", List.of(ranges).stream().map(it -> Map.of("cidr", it)).toList()));
  }

  @Test
  void aPrefixListOfTheStackIsReadEntryByEntry() {
    assertThat(why(letting(list("10.0.0.0/8", "203.0.113.0/24")), NORMAL)).containsExactly(WORKS);
    assertThat(why(letting(list("10.0.0.0/8")), NORMAL)).containsExactly(PRIVATE_ONLY);
    assertThat(why(letting(list()), NORMAL))
        .containsExactly(
            "No security group rule lets clients reach load balancer `lb` on port 80.");
  }

  @Test
  void anEntryOfItsOwnBelongsToItsPrefixList() {
    var graph =
        list()
            .add(
                "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry",
                "office",
                Map.of("prefixListId", "@clients-list", "cidr", "203.0.113.0/24"));

    assertThat(why(letting(graph), NORMAL)).containsExactly(WORKS);
  }

  @Test
  void aPrefixListOfAwsLetsInWhomeverItHolds() {
    assertThat(why(letting(Map.of("prefixListIds", List.of("pl-a3a144ca"))).graph(), NORMAL))
        .containsExactly(
            "Only pl-a3a144ca may reach load balancer `lb` on port 80: which clients that is, is not"
                + " known.");
  }
}
