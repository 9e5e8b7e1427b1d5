package dev.mainstay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.GraphJson;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.stack.StackConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MainstayStackTest {
  private static final String INSTANCE = "aws:rds/instance:Instance";
  private static final String CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";
  private static final String GROUP = "aws:autoscaling/group:Group";
  private static final String SUBNET = "aws:ec2/subnet:Subnet";

  private static List<Object> zonesOf(ResourceGraph graph, ResourceNode node, String path) {
    return graph.referenced(node, path).stream()
        .map(subnet -> subnet.input("availabilityZone").orElseThrow())
        .toList();
  }

  private static ResourceNode only(ResourceGraph graph, String type) {
    assertThat(graph.all(type)).hasSize(1);
    return graph.all(type).get(0);
  }

  private static List<?> parameters(ResourceGraph graph) {
    return (List<?>)
        only(graph, "aws:rds/parameterGroup:ParameterGroup").input("parameters").orElseThrow();
  }

  private static ResourceNode fleet(ResourceGraph graph) {
    return graph.find(GROUP, "web").orElseThrow();
  }

  @Test
  void itConsistsOfTheseComponents() {
    assertThat(Stacks.prod().childrenOf(null))
        .extracting(ResourceNode::type)
        .containsExactly(
            "mainstay:index:EncryptionKey",
            "mainstay:index:Network",
            "mainstay:index:SecurityGroups",
            "mainstay:index:Database",
            "mainstay:index:Cache",
            "mainstay:index:Edge",
            "mainstay:index:WebFleet",
            "mainstay:index:ConnectionParameters",
            "mainstay:index:Operations");
  }

  @Test
  void everyTierOfProdStandsInTwoZones() {
    ResourceGraph prod = Stacks.prod();
    List<Object> zones = List.of("eu-central-1a", "eu-central-1b");

    assertThat(
            zonesOf(prod, prod.first("aws:lb/loadBalancer:LoadBalancer").orElseThrow(), "subnets"))
        .isEqualTo(zones);
    assertThat(zonesOf(prod, fleet(prod), "vpcZoneIdentifiers")).isEqualTo(zones);
    assertThat(zonesOf(prod, only(prod, "aws:rds/subnetGroup:SubnetGroup"), "subnetIds"))
        .isEqualTo(zones);
    assertThat(zonesOf(prod, only(prod, "aws:elasticache/subnetGroup:SubnetGroup"), "subnetIds"))
        .isEqualTo(zones);
    assertThat(prod.all("aws:ec2/natGateway:NatGateway")).hasSize(2);
  }

  @Test
  void prodSurvivesTheLossOfADatabaseOrCacheNode() {
    assertThat(only(Stacks.prod(), INSTANCE).inputs())
        .containsEntry("multiAz", true)
        .containsEntry("backupRetentionPeriod", 35L)
        .containsEntry("deletionProtection", true);
    assertThat(only(Stacks.prod(), CACHE).inputs())
        .containsEntry("multiAzEnabled", true)
        .containsEntry("automaticFailoverEnabled", true)
        .containsEntry("numCacheClusters", 2L);
  }

  @Test
  void prodNeedsNoWaiver() {
    assertThat(Stacks.config("prod", Path.of("Pulumi.prod.yaml")).relaxations()).isEmpty();
  }

  @Test
  void devIsSmallAndNamesEveryRelaxation() {
    StackConfig dev = Stacks.config("dev", Path.of("Pulumi.dev.yaml"));

    assertThat(dev.relaxations()).hasSize(17);
    assertThat(dev.waivers().keySet())
        .containsExactlyInAnyOrderElementsOf(
            dev.relaxations().stream().map(relaxation -> relaxation.key()).toList());
    assertThat(only(Stacks.dev(), INSTANCE).inputs())
        .containsEntry("instanceClass", "db.t4g.micro")
        .containsEntry("multiAz", false)
        .containsEntry("allocatedStorage", 20L);
    assertThat(only(Stacks.dev(), CACHE).inputs()).containsEntry("numCacheClusters", 1L);
    assertThat(fleet(Stacks.dev()).inputs()).containsEntry("minSize", 1L);
  }

  @Test
  void theArticleHasEveryStepOfTheOriginal() {
    ResourceGraph article = Stacks.article();

    assertThat(article.all(SUBNET))
        .extracting(subnet -> subnet.text("availabilityZone", ""))
        .containsOnly("eu-central-1a", "eu-central-1b");
    assertThat(article.all("aws:ec2/networkInterface:NetworkInterface")).hasSize(1);
    assertThat(article.all("aws:ec2/natGateway:NatGateway")).isEmpty();
    ResourceNode template = article.referenced(fleet(article), "launchTemplate").get(0);
    assertThat(template.input("networkInterfaces[0].associatePublicIpAddress")).contains("true");
    assertThat(template.input("blockDeviceMappings[0].ebs.volumeSize")).contains(50L);
    assertThat(template.referencesAt("keyName"))
        .containsExactly(article.find("aws:ec2/keyPair:KeyPair", "web-key").orElseThrow().urn());
    assertThat(zonesOf(article, fleet(article), "vpcZoneIdentifiers")).hasSize(2);
    assertThat(article.referenced(fleet(article), "vpcZoneIdentifiers"))
        .extracting(ResourceNode::name)
        .containsExactly("network-public-a", "network-public-b");
    assertThat(
            article
                .find(
                    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                    "security-rdp-from-203.0.113.10/32")
                .orElseThrow()
                .inputs())
        .containsEntry("fromPort", 3389L)
        .containsEntry("cidrIpv4", "203.0.113.10/32");
    assertThat(only(article, INSTANCE).inputs())
        .containsEntry("allocatedStorage", 400L)
        .containsEntry("multiAz", true)
        .containsEntry("engine", "postgres");
    assertThat(parameters(article).stream().map(Object.class::cast).toList())
        .contains(
            Map.of(
                "name", "max_prepared_transactions",
                "value", "100",
                "applyMethod", "pending-reboot"));
    assertThat(only(article, CACHE).inputs())
        .containsEntry("engine", "redis")
        .containsEntry("numCacheClusters", 2L);
    assertThat(only(article, "aws:acm/certificate:Certificate").inputs())
        .containsEntry("validationMethod", "EMAIL")
        .containsEntry("domainName", "example.com")
        .containsEntry("subjectAlternativeNames", List.of("*.example.com"));
  }

  @Test
  void theArticleBakesItsImageAsTheOriginalDidAndStartsServersFromWhatItIsTold() {
    ResourceGraph article = Stacks.article();
    ResourceNode builder =
        only(article, "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration");

    assertThat(article.all("aws:imagebuilder/imagePipeline:ImagePipeline")).hasSize(1);
    assertThat(article.referenced(builder, "subnetId"))
        .extracting(ResourceNode::name)
        .containsExactly("network-private-a");
    assertThat(article.referenced(builder, "securityGroupIds"))
        .extracting(ResourceNode::name)
        .containsExactly("security-image-builder");
    assertThat(article.outputs())
        .containsEntry("goldenImageParameter", "/imagebuilder/mainstay-article/web");
    assertThat(article.referenced(fleet(article), "launchTemplate").get(0).text("imageId", ""))
        .startsWith("resolve:ssm:/aws/service/ami-windows-latest/");
  }

  @Test
  void noImageIsBakedUnlessItIsWanted() {
    assertThat(Stacks.prod().resources())
        .noneMatch(node -> node.type().startsWith("aws:imagebuilder/"));
    assertThat(Stacks.prod().outputs()).doesNotContainKey("goldenImageParameter");
  }

  @Test
  void twoRunsRegisterTheSameGraphByteForByte() {
    for (String stack : List.of("dev", "prod")) {
      Path file = Path.of("Pulumi.%s.yaml".formatted(stack));
      String once = GraphJson.write(Stacks.capture(stack, Stacks.config(stack, file)));
      String twice = GraphJson.write(Stacks.capture(stack, Stacks.config(stack, file)));
      assertThat(twice).isEqualTo(once);
    }
  }

  @Test
  void everyResourceThatCanBeTaggedCarriesProjectStackAndName() {
    Stream.of(Stacks.dev(), Stacks.prod(), Stacks.article())
        .flatMap(graph -> graph.resources().stream())
        .filter(node -> node.input("tags").isPresent() && !node.is(GROUP))
        .forEach(
            node -> {
              assertThat(node.input("tags.Project")).as(node.name()).contains("mainstay");
              assertThat(node.input("tags.Stack")).as(node.name()).isPresent();
              assertThat(node.text("tags.Name", "")).as(node.name()).startsWith("mainstay-");
            });
  }

  @Test
  void onlyTheLoadBalancerIsOpenToTheWorld() {
    for (ResourceGraph graph : List.of(Stacks.dev(), Stacks.prod(), Stacks.article())) {
      assertThat(graph.all("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"))
          .filteredOn(rule -> rule.text("cidrIpv4", "").equals("0.0.0.0/0"))
          .isNotEmpty()
          .allSatisfy(
              rule ->
                  assertThat(graph.referenced(rule, "securityGroupId"))
                      .extracting(ResourceNode::name)
                      .containsExactly("security-load-balancer"));
    }
  }

  @Test
  void theFleetDoesNotNameTheDatabaseOrTheCache() {
    ResourceGraph prod = Stacks.prod();
    List<String> data = List.of(only(prod, INSTANCE).urn(), only(prod, CACHE).urn());

    assertThat(prod.resources())
        .filteredOn(node -> node.name().equals("web") || node.name().startsWith("web-"))
        .isNotEmpty()
        .allSatisfy(
            node ->
                assertThat(node.references())
                    .noneMatch(reference -> data.contains(reference.urn())));
  }

  @Test
  void connectionParametersAreEncryptedUnderTheKeyOfTheStack() {
    assertThat(Stacks.prod().all("aws:ssm/parameter:Parameter"))
        .hasSize(8)
        .allSatisfy(
            parameter -> {
              assertThat(parameter.inputs()).containsEntry("type", "SecureString");
              assertThat(Stacks.prod().referenced(parameter, "keyId"))
                  .extracting(ResourceNode::type)
                  .contains("aws:kms/key:Key");
            });
  }

  @Test
  void itExportsWhatOperatorsAndOtherStacksNeed() {
    assertThat(Stacks.prod().outputs().keySet())
        .containsExactlyInAnyOrder(
            "url",
            "loadBalancerDnsName",
            "certificateArn",
            "vpcId",
            "databaseEndpoint",
            "databaseReaderEndpoints",
            "databaseSecretArn",
            "cachePrimaryEndpoint",
            "cacheReaderEndpoint",
            "webGroupName",
            "connectionParameters",
            "dashboardUrl");
  }
}
