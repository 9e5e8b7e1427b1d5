package dev.mainstay.resilience;

import static dev.mainstay.resilience.OtherStacks.servers;
import static dev.mainstay.resilience.OtherStacks.twoServers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.model.Failure;
import dev.mainstay.resilience.model.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stacks of other programs have that the analysis does not judge, and where they stand. */
class OtherStacksTest {
  private static final String SERVER = "aws:ec2/instance:Instance";

  @Test
  void aServerThatNobodyForwardsToIsNotJudged() {
    ResourceGraph graph = twoServers().add(SERVER, "bastion", Map.of()).build();

    assertThat(Resilience.of(graph).notJudged())
        .containsExactly("urn:pulumi:test::other::aws:ec2/instance:Instance::bastion");
  }

  @Test
  void aServerThatTranslatesAddressesIsJudgedAsAWayOut() {
    var attached = translating();
    attached.add(
        SERVER,
        "nat-server",
        Map.of("networkInterfaces", List.of(Map.of("networkInterfaceId", "@nat-eni"))));
    var grouped = translating();
    grouped.add(
        "aws:ec2/launchTemplate:LaunchTemplate",
        "nat-template",
        Map.of("networkInterfaces", List.of(Map.of("networkInterfaceId", "@nat-eni"))));
    grouped.add(
        Prod.GROUP,
        "nat-group",
        Map.of("minSize", 1L, "launchTemplate", Map.of("id", "@nat-template")));

    assertThat(Resilience.of(attached.build()).notJudged()).isEmpty();
    assertThat(Resilience.of(grouped.build()).notJudged()).isEmpty();
    assertThat(OtherStacks.why(attached.build(), "NAT instance `nat-eni` fails"))
        .containsExactly(
            "Only subnets in us-east-1b lose their internet access; servers keep answering requests.",
            "Nothing in the stack replaces it.");
    assertThat(OtherStacks.why(grouped.build(), "NAT instance `nat-eni` fails"))
        .containsExactly(
            "Only subnets in us-east-1b lose their internet access; servers keep answering requests.",
            "Auto Scaling group `nat-group` starts another instance and attaches the interface.");
  }

  @Test
  void aGroupOfOtherServersDoesNotReplaceANatInstance() {
    var graph = translating();
    graph.add("aws:ec2/launchTemplate:LaunchTemplate", "template", Map.of());
    graph.add(
        Prod.GROUP, "workers", Map.of("minSize", 1L, "launchTemplate", Map.of("id", "@template")));

    assertThat(OtherStacks.why(graph.build(), "NAT instance `nat-eni` fails"))
        .contains("Nothing in the stack replaces it.");
    assertThat(Resilience.of(graph.build()).notJudged())
        .containsExactly("urn:pulumi:test::other::aws:autoscaling/group:Group::workers");
  }

  /** Two servers, and a subnet whose way out leads through a network interface. */
  private static GraphBuilder translating() {
    var graph = twoServers();
    graph.add(
        "aws:ec2/networkInterface:NetworkInterface", "nat-eni", Map.of("subnetId", "@public-b"));
    graph.add(
        "aws:ec2/routeTable:RouteTable",
        "eni-out",
        OtherStacks.routes("networkInterfaceId", "@nat-eni"));
    OtherStacks.subnet(graph, "jobs", "10.1.20.0/24", "us-east-1b");
    OtherStacks.associate(graph, "eni-out", "jobs");
    return graph;
  }

  @Test
  void aStackInTwoRegionsLosesEach() {
    var graph = servers();
    graph.add(Prod.SUBNET, "west", Map.of("availabilityZone", "us-gov-west-1a"));

    assertThat(regions(graph.build())).containsExactly("us-east-1", "us-gov-west-1");
  }

  @Test
  void aZoneThatIsKnownByItsIdDoesNotNameItsRegion() {
    var graph =
        new GraphBuilder().add(Prod.SUBNET, "one", Map.of("availabilityZoneId", "use1-az1"));

    assertThat(regions(graph.build())).isEmpty();
  }

  private static List<String> regions(ResourceGraph graph) {
    return Resilience.of(graph).verdicts().stream()
        .map(Verdict::failure)
        .filter(failure -> failure.kind() == Failure.Kind.REGION)
        .map(Failure::subject)
        .toList();
  }

  @Test
  void aZoneTouchesWhatStandsInIt() {
    ResourceGraph graph = twoServers().build();

    assertThat(Prod.verdict(graph, "Availability Zone us-east-1a fails").affected())
        .extracting(urn -> graph.byUrn(urn).orElseThrow().name())
        .containsExactlyInAnyOrder("lb", "web1", "web2", "public-a", "private-a", "nat");
    assertThat(Prod.verdict(graph, "Availability Zone us-east-1b fails").affected())
        .extracting(urn -> graph.byUrn(urn).orElseThrow().name())
        .containsExactlyInAnyOrder("lb", "web1", "web2", "public-b", "private-b");
  }
}
