package dev.mainstay.cost;

import static dev.mainstay.cost.Estimate.in;
import static dev.mainstay.cost.Estimate.lines;
import static dev.mainstay.cost.Estimate.notPriced;
import static dev.mainstay.graph.HandMade.graph;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkPricingTest {

  @Test
  void ingressIsPricedByZoneAndAssumedTraffic() {
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
            "load balancer capacity units: 730 lcu-hour x 0.008 = 5.84 (1 on average (usage.loadBalancerUnits))",
            "public IPv4 addresses: 1460 hour x 0.005 = 7.30"
                + " (one per zone; the load balancer takes more when it grows)",
            "web ACL: 1 month x 5 = 5.00",
            "web ACL rules: 2 month x 1 = 2.00"
                + " (each rule or managed rule group as one, without paid groups)",
            "web ACL requests: 1 million x 0.6 = 0.60 (1 million requests (usage.firewallMillionRequests))",
            "application load balancer: 730 hour x 0.027 = 19.71",
            "load balancer capacity units: 730 lcu-hour x 0.008 = 5.84 (1 on average (usage.loadBalancerUnits))");
    assertThat(notPriced(graph)).isEmpty();
  }

  @Test
  void whatIsNotKnownOfALoadBalancerIsNotIncluded() {
    String type = "aws:lb/loadBalancer:LoadBalancer";
    assertThat(
            notPriced(
                in("us-east-1")
                    .with(type, "quic", Map.of("loadBalancerType", "quic"))
                    .with(type, "blind", Map.of())))
        .containsExactly(
            "quic load balancer: the prices hold no such kind",
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
            "interface endpoint data: 1 gb x 0.01 = 0.01 (1 GB (usage.endpointGb))");
    assertThat(notPriced(graph))
        .containsExactly(
            "GatewayLoadBalancer endpoint: the prices hold only interface endpoints",
            "interface endpoint: its subnets are not known");
  }

  @Test
  void networkAndGatewayLoadBalancersHavePricesOfTheirOwn() {
    String type = "aws:lb/loadBalancer:LoadBalancer";
    var graph =
        in("us-east-1")
            .with(type, "tcp", Map.of("loadBalancerType", "network", "subnets", List.of("a")))
            .with(type, "appliance", Map.of("loadBalancerType", "gateway"))
            .with("aws:elb/loadBalancer:LoadBalancer", "old", Map.of());

    assertThat(lines(graph))
        .containsExactly(
            "network load balancer: 730 hour x 0.0225 = 16.43",
            "load balancer capacity units: 730 lcu-hour x 0.006 = 4.38"
                + " (1 on average (usage.loadBalancerUnits))",
            "public IPv4 addresses: 730 hour x 0.005 = 3.65"
                + " (one per zone; the load balancer takes more when it grows)",
            "gateway load balancer: 730 hour x 0.0125 = 9.13",
            "load balancer capacity units: 730 lcu-hour x 0.004 = 2.92"
                + " (1 on average (usage.loadBalancerUnits))",
            "classic load balancer: 730 hour x 0.025 = 18.25");
    assertThat(notPriced(graph))
        .containsExactly("data through the classic load balancer: no assumption of its use");
  }

  @Test
  void queriesOfAnAliasAreFree() {
    String type = "aws:route53/record:Record";
    var graph =
        graph()
            .with(type, "apex", Map.of("aliases", List.of(Map.of("name", "lb"))))
            .with(type, "mail", Map.of("records", List.of("10 mail")));

    assertThat(lines(graph))
        .containsExactly(
            "DNS queries: 1 million x 0.4 = 0.40 (1 million queries (usage.dnsMillionQueries))");
  }
}
