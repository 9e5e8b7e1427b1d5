package dev.mainstay.posture.exposure;

import static dev.mainstay.posture.Verdicts.graph;
import static dev.mainstay.posture.Verdicts.node;
import static dev.mainstay.posture.Verdicts.to;
import static dev.mainstay.posture.exposure.PublicNetwork.HANDING_OUT;
import static dev.mainstay.posture.exposure.PublicNetwork.NETWORK;
import static dev.mainstay.posture.exposure.PublicNetwork.PRIVATE;
import static dev.mainstay.posture.exposure.PublicNetwork.PUBLIC;
import static dev.mainstay.posture.model.Judge.NOT_YET_KNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be reached from the internet: what has an address there, and a route from there. */
public class ExposureTest {
  private static final String INSTANCE = "aws:ec2/instance:Instance";
  private static final String INTERFACE = "aws:ec2/networkInterface:NetworkInterface";
  private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";

  private static Answer exposed(ResourceNode node, ResourceNode... more) {
    var all = new ArrayList<>(NETWORK);
    all.add(node);
    all.addAll(List.of(more));
    return Exposure.of(graph(all.toArray(ResourceNode[]::new)), node);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"})
  void aLoadBalancerIsPublicUnlessInternal(String type) {
    assertThat(exposed(node(type, "lb", Map.of(), to("subnets[0]", PUBLIC)))).isEqualTo(Answer.YES);
    assertThat(exposed(node(type, "lb", Map.of("internal", true), to("subnets[0]", PUBLIC))))
        .isEqualTo(Answer.NO);
    assertThat(exposed(node(type, "lb", Map.of(), to("subnets[0]", PRIVATE)))).isEqualTo(Answer.NO);
    assertThat(exposed(node(type, "lb", Map.of("subnets", List.of("elsewhere")))))
        .isEqualTo(Answer.UNKNOWN);
    assertThat(
            exposed(
                node(type, "lb", Map.of(), to("subnets[0]", PRIVATE), to("subnets[1]", PUBLIC))))
        .isEqualTo(Answer.YES);
  }

  @Test
  void aLoadBalancerMayNameItsSubnetsInMappings() {
    assertThat(
            exposed(
                node(
                    "aws:lb/loadBalancer:LoadBalancer",
                    "lb",
                    Map.of(),
                    to("subnetMappings[0].subnetId", PUBLIC))))
        .isEqualTo(Answer.YES);
  }

  @Test
  void aDatabaseIsPublicIfItIsAskedToBe() {
    ResourceNode group =
        node("aws:rds/subnetGroup:SubnetGroup", "group", Map.of(), to("subnetIds[0]", PUBLIC));
    String type = "aws:rds/instance:Instance";

    assertThat(
            exposed(
                node(
                    type, "db", Map.of("publiclyAccessible", true), to("dbSubnetGroupName", group)),
                group))
        .isEqualTo(Answer.YES);
    assertThat(exposed(node(type, "db", Map.of(), to("dbSubnetGroupName", group)), group))
        .isEqualTo(Answer.NO);
    assertThat(exposed(node(type, "db", Map.of("publiclyAccessible", NOT_YET_KNOWN))))
        .isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void aServerIsPublicByItsOwnSettingOrThatOfItsSubnet() {
    assertThat(server(Map.of("associatePublicIpAddress", true), PUBLIC)).isEqualTo(Answer.YES);
    assertThat(server(Map.of("associatePublicIpAddress", true), PRIVATE)).isEqualTo(Answer.NO);
    assertThat(server(Map.of("associatePublicIpAddress", false), HANDING_OUT)).isEqualTo(Answer.NO);
    assertThat(server(Map.of(), HANDING_OUT)).isEqualTo(Answer.YES);
    assertThat(server(Map.of(), PUBLIC)).isEqualTo(Answer.NO);
    assertThat(exposed(node(INSTANCE, "vm", Map.of("subnetId", "elsewhere"))))
        .isEqualTo(Answer.UNKNOWN);
  }

  private static Answer server(Map<String, Object> inputs, ResourceNode subnet) {
    return exposed(node(INSTANCE, "vm", inputs, to("subnetId", subnet)));
  }

  @ParameterizedTest
  @CsvSource({
    "aws:ec2/eip:Eip,instance",
    "aws:ec2/eip:Eip,networkInterface",
    "aws:ec2/eipAssociation:EipAssociation,instanceId",
    "aws:ec2/eipAssociation:EipAssociation,networkInterfaceId"
  })
  void anElasticAddressMakesPublic(String type, String path) {
    ResourceNode plain = node(INTERFACE, "it", Map.of(), to("subnetId", PUBLIC));

    assertThat(exposed(plain)).isEqualTo(Answer.NO);
    assertThat(exposed(plain, node(type, "address", Map.of(), to(path, plain))))
        .isEqualTo(Answer.YES);
  }

  @Test
  void anInterfaceGetsNoAddressFromItsSubnet() {
    assertThat(exposed(node(INTERFACE, "it", Map.of(), to("subnetId", HANDING_OUT))))
        .isEqualTo(Answer.NO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "launchTemplate.id",
        "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateId"
      })
  void whatATemplateLaunchesIsPublicWhereItsGroupStands(String path) {
    ResourceNode asking = template(Map.of("associatePublicIpAddress", "true"));
    ResourceNode plain = node(TEMPLATE, "t", Map.of());

    assertThat(exposed(asking, group(path, asking, PUBLIC))).isEqualTo(Answer.YES);
    assertThat(exposed(asking, group(path, asking, PRIVATE))).isEqualTo(Answer.NO);
    assertThat(exposed(plain, group(path, plain, HANDING_OUT))).isEqualTo(Answer.YES);
    assertThat(exposed(plain, group(path, plain, PUBLIC))).isEqualTo(Answer.NO);
    assertThat(exposed(plain)).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void aTemplateThatTakesAnInterfaceTakesItsAddress() {
    ResourceNode taking = template(Map.of("networkInterfaceId", "eni-1"));

    assertThat(exposed(taking, group("launchTemplate.id", taking, HANDING_OUT)))
        .isEqualTo(Answer.NO);
  }

  private static ResourceNode template(Map<String, Object> networkInterface) {
    return node(TEMPLATE, "t", Map.of("networkInterfaces", List.of(networkInterface)));
  }

  private static ResourceNode group(String path, ResourceNode template, ResourceNode subnet) {
    return node(
        "aws:autoscaling/group:Group",
        "group",
        Map.of(),
        to(path, template),
        to("vpcZoneIdentifiers[0]", subnet));
  }

  @ParameterizedTest
  @CsvSource({
    "aws:elasticache/replicationGroup:ReplicationGroup,NO",
    "aws:elasticache/cluster:Cluster,NO",
    "aws:ec2/vpcEndpoint:VpcEndpoint,NO",
    "aws:emr/cluster:Cluster,UNKNOWN"
  })
  void someThingsNeverAreAndOthersMayBe(String type, Answer answer) {
    assertThat(exposed(node(type, "it", Map.of()))).isEqualTo(answer);
  }
}
