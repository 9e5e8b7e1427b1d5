package dev.mainstay.posture.exposure;

import static dev.mainstay.posture.Verdicts.graph;
import static dev.mainstay.posture.Verdicts.node;
import static dev.mainstay.posture.Verdicts.to;
import static dev.mainstay.posture.model.Judge.NOT_YET_KNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.Stacks;
import dev.mainstay.facts.NetworkSurface;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is reachable apart from security groups: endpoints of AWS, other networks, the unknown. */
class SurfacesTest {
  private static Reachability of(ResourceNode... nodes) {
    return Reachability.of(graph(nodes));
  }

  @Test
  void ofTheShippedStacksNothingButTheLoadBalancerIsReachable() {
    assertThat(Reachability.of(Stacks.prod()).summary())
        .isEqualTo("Nothing but the load balancer is reachable from the internet.");
    assertThat(Reachability.of(Stacks.dev()).summary())
        .isEqualTo("Nothing but the load balancer is reachable from the internet.");
  }

  @ParameterizedTest
  @CsvSource({
    "aws:lambda/functionUrl:FunctionUrl,YES",
    "aws:cloudfront/distribution:Distribution,YES",
    "aws:apigateway/restApi:RestApi,YES",
    "aws:apigatewayv2/api:Api,YES",
    "aws:eks/cluster:Cluster,YES",
    "aws:redshift/cluster:Cluster,YES",
    "aws:opensearch/domain:Domain,YES",
    "aws:apprunner/service:Service,YES",
    "aws:cognito/userPoolDomain:UserPoolDomain,YES",
    "aws:s3/bucketWebsiteConfigurationV2:BucketWebsiteConfigurationV2,YES",
    "aws:ec2/vpcPeeringConnection:VpcPeeringConnection,UNKNOWN",
    "aws:ec2transitgateway/vpcAttachment:VpcAttachment,UNKNOWN",
    "aws:ec2/vpnConnection:VpnConnection,UNKNOWN",
    "aws:ec2clientvpn/endpoint:Endpoint,UNKNOWN",
    "aws:ec2/eip:Eip,UNKNOWN",
    "aws:new/thing:Thing,UNKNOWN",
    "kubernetes:core/v1:Service,UNKNOWN",
    "aws:iam/role:Role,NO",
    "aws:rds/proxy:Proxy,NO",
    "aws:mq/broker:Broker,NO",
    "random:index/randomPassword:RandomPassword,NO"
  })
  void eachTypeIsReachableOrNotOrNamed(String type, Answer reachable) {
    Reachability reachability = of(node(type, "it", Map.of()));

    assertThat(reachability.onlyLoadBalancersAreReachable()).isEqualTo(reachable.not());
    assertThat(reachability.surfaces())
        .extracting(Reachability.Surface::reachable)
        .containsExactlyElementsOf(reachable == Answer.NO ? List.of() : List.of(reachable));
  }

  @ParameterizedTest
  @CsvSource({
    "aws:eks/cluster:Cluster,vpcConfig,endpointPublicAccess,false",
    "aws:apigateway/restApi:RestApi,endpointConfiguration,types,PRIVATE"
  })
  void aPrivateEndpointIsNotReachable(String type, String object, String property, String value) {
    assertThat(reachable(type, Map.of(object, Map.of(property, value)))).isEqualTo(Answer.NO);
    assertThat(reachable(type, Map.of(object, Map.of(property, List.of(value)))))
        .isEqualTo(Answer.NO);
    assertThat(reachable(type, Map.of(object, Map.of(property, NOT_YET_KNOWN))))
        .isEqualTo(Answer.UNKNOWN);
  }

  private static Answer reachable(String type, Map<String, Object> inputs) {
    return of(node(type, "it", inputs)).onlyLoadBalancersAreReachable().not();
  }

  @Test
  void theSummaryNamesWhatIsReachableAndWhatIsNotJudged() {
    ResourceNode url = node("aws:lambda/functionUrl:FunctionUrl", "upload", Map.of());
    ResourceNode unknown = node("aws:new/thing:Thing", "thing", Map.of());

    assertThat(of(url, unknown).summary())
        .isEqualTo(
            "More than the load balancer is reachable from the internet: `upload` (a function URL"
                + " is a public endpoint).");
    assertThat(of(unknown).summary())
        .isEqualTo(
            "Whether more than the load balancer is reachable from the internet is not known:"
                + " `thing` (its type is not judged).");
  }

  @Test
  void aServerWhoseGroupsAreElsewhereIsNotJudged() {
    ResourceNode server =
        node(
            "aws:ec2/instance:Instance",
            "vm",
            Map.of(
                "associatePublicIpAddress", true, "vpcSecurityGroupIds", List.of("sg-elsewhere")));

    assertThat(of(server).summary())
        .endsWith("not known: `vm` (the rules of its security groups are not known).");
  }

  @Test
  void aServerInTheDefaultGroupIsReachedByTheRulesOfThatGroup() {
    ResourceNode vpc = node("aws:ec2/vpc:Vpc", "vpc", Map.of());
    ResourceNode server =
        node("aws:ec2/instance:Instance", "vm", Map.of("associatePublicIpAddress", true));
    ResourceNode rule =
        node(
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            "rule",
            Map.of("ipProtocol", "-1", "cidrIpv4", "0.0.0.0/0"),
            to("securityGroupId", vpc));

    assertThat(of(vpc, server, rule).ways())
        .extracting(Reachability.Way::members)
        .containsExactly(List.of("vm"));
  }

  @Test
  void anIpv6AddressIsAPublicOne() {
    ResourceNode gateway = node("aws:ec2/internetGateway:InternetGateway", "igw", Map.of());
    ResourceNode subnet =
        node("aws:ec2/subnet:Subnet", "subnet", Map.of("assignIpv6AddressOnCreation", true));
    ResourceNode table =
        node(
            "aws:ec2/routeTable:RouteTable",
            "table",
            Map.of("routes", List.of(Map.of("ipv6CidrBlock", "::/0", "gatewayId", "igw-1"))),
            to("routes[0].gatewayId", gateway));
    ResourceNode association =
        node(
            "aws:ec2/routeTableAssociation:RouteTableAssociation",
            "association",
            Map.of(),
            to("subnetId", subnet),
            to("routeTableId", table));
    ResourceNode server =
        node(
            "aws:ec2/instance:Instance",
            "vm",
            Map.of("associatePublicIpAddress", false),
            to("subnetId", subnet));

    assertThat(Exposure.of(graph(gateway, subnet, table, association, server), server))
        .isEqualTo(Answer.YES);
  }

  @Test
  void theTypesThatTheProgramJudgesAreThoseOfTheTable() {
    assertThat(
            NetworkSurface.all().entrySet().stream()
                .filter(entry -> entry.getValue().kind() == NetworkSurface.Kind.JUDGED)
                .map(Map.Entry::getKey))
        .containsExactlyInAnyOrder(
            "aws:alb/loadBalancer:LoadBalancer",
            "aws:ec2/eip:Eip",
            "aws:ec2/instance:Instance",
            "aws:ec2/launchConfiguration:LaunchConfiguration",
            "aws:ec2/launchTemplate:LaunchTemplate",
            "aws:ec2/networkInterface:NetworkInterface",
            "aws:ecs/service:Service",
            "aws:elb/loadBalancer:LoadBalancer",
            "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration",
            "aws:lb/loadBalancer:LoadBalancer",
            "aws:rds/cluster:Cluster",
            "aws:rds/clusterInstance:ClusterInstance",
            "aws:rds/instance:Instance");
  }
}
