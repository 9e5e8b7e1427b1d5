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
}
