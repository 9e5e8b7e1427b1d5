package dev.mainstay.posture.elb;

import static dev.mainstay.posture.Verdicts.node;
import static dev.mainstay.posture.Verdicts.to;
import static dev.mainstay.posture.model.Judge.NOT_YET_KNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Load balancers, their listeners, firewalls and names, as other programs write them. */
public class EdgeOfOtherProgramsTest {
  private static final String LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
  private static final String LISTENER = "aws:lb/listener:Listener";
  private static final String TARGETS = "lb: it has targets in each of its zones";
  private static final String ZONES = "lb: its subnets are in two zones or more";
  private static final ResourceNode A =
      node("aws:ec2/subnet:Subnet", "a", Map.of("availabilityZone", "eu-1a"));
  private static final ResourceNode B =
      node("aws:ec2/subnet:Subnet", "b", Map.of("availabilityZone", "eu-1b"));

  @ParameterizedTest
  @ValueSource(strings = {"subnets", "subnetMappings"})
  void zonesAreCountedInEitherForm(String property) {
    ResourceNode balancer =
        node(
            LOAD_BALANCER,
            "lb",
            Map.of(property, List.of("1", "2")),
            to(property + "[0]", A),
            to(property + "[1]", B));

    assertThat(Verdicts.of("ALB AZs", A, B, balancer)).isEqualTo("UNKNOWN [" + TARGETS + "]");
    assertThat(Verdicts.of("ALB AZs", withTargets(balancer, A, B))).isEqualTo("PASSED");
    assertThat(Verdicts.of("ALB AZs", withTargets(balancer, A)))
        .isEqualTo("FAILED [" + TARGETS + "]");
  }

  @Test
  void aSubnetThatDoesNotSayItsZoneLeavesThatOpen() {
    ResourceNode untold = node("aws:ec2/subnet:Subnet", "c", Map.of());
    ResourceNode balancer =
        node(
            LOAD_BALANCER,
            "lb",
            Map.of("subnets", List.of("1", "2")),
            to("subnets[0]", A),
            to("subnets[1]", untold));

    assertThat(Verdicts.of("ALB AZs", withTargets(balancer, A, B, untold)))
        .isEqualTo("UNKNOWN [" + ZONES + "; " + TARGETS + "]");
    assertThat(Verdicts.of("ALB AZs", node(LOAD_BALANCER, "lb", Map.of())))
        .isEqualTo("FAILED [" + ZONES + "]");
  }

  private static ResourceNode[] withTargets(ResourceNode balancer, ResourceNode... subnets) {
    ResourceNode targets = node("aws:lb/targetGroup:TargetGroup", "targets", Map.of());
    ResourceNode listener =
        node(
            LISTENER,
            "listener",
            Map.of(),
            to("loadBalancerArn", balancer),
            to("defaultActions[0].targetGroupArn", targets));
    var named = new ArrayList<ResourceNode.Reference>();
    named.add(to("targetGroupArns[0]", targets));
    for (ResourceNode subnet : subnets) {
      named.add(to("vpcZoneIdentifiers[%d]".formatted(named.size()), subnet));
    }
    ResourceNode group =
        node(
            "aws:autoscaling/group:Group",
            "group",
            Map.of(),
            named.toArray(ResourceNode.Reference[]::new));
    var all = new ArrayList<>(List.of(A, B, balancer, targets, listener, group));
    all.addAll(List.of(subnets));
    return all.stream().distinct().toArray(ResourceNode[]::new);
  }

  private static String tls(Map<String, Object> listener) {
    return Verdicts.of("Listener TLS", node(LISTENER, "listener", listener));
  }

  @ParameterizedTest
  @CsvSource({
    "ELBSecurityPolicy-TLS13-1-2-2021-06,PASSED",
    "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09,PASSED",
    "ELBSecurityPolicy-TLS13-1-3-2021-06,PASSED",
    "ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06,PASSED",
    "ELBSecurityPolicy-TLS-1-2-2017-01,PASSED",
    "ELBSecurityPolicy-FS-1-2-Res-2020-10,PASSED",
    "ELBSecurityPolicy-FS-1-1-2019-08,FAILED",
    "ELBSecurityPolicy-TLS13-1-2-2031-01,UNKNOWN",
    "ELBSecurityPolicy-TLS13-1-0-2021-06,FAILED",
    "ELBSecurityPolicy-2016-08,FAILED",
    NOT_YET_KNOWN + ",UNKNOWN"
  })
  void aPolicyOfTls12OrBetterIsWanted(String policy, String status) {
    assertThat(tls(Map.of("protocol", "HTTPS", "sslPolicy", policy)).split(" ", 2)[0])
        .isEqualTo(status);
  }

  @Test
  void aListenerThatOnlyRedirectsSpeaksTlsAsStrictly() {
    var redirect = List.of(Map.of("type", "redirect"));

    assertThat(tls(Map.of("protocol", "HTTPS", "defaultActions", redirect)))
        .isEqualTo("FAILED [listener: it speaks HTTPS or TLS under a policy of TLS 1.2 or better]");
    assertThat(tls(Map.of("protocol", "HTTP", "defaultActions", redirect)))
        .isEqualTo("NOT_APPLICABLE");
    assertThat(tls(Map.of("protocol", "HTTP")))
        .isEqualTo("FAILED [listener: it speaks HTTPS or TLS under a policy of TLS 1.2 or better]");
    assertThat(tls(Map.of("protocol", "TCP"))).startsWith("UNKNOWN");
  }

  @Test
  void aCertificateOfOnesOwnMayHaveAShortKey() {
    String type = "aws:acm/certificate:Certificate";

    assertThat(Verdicts.of("ACM", node(type, "c", Map.of("privateKey", "[secret]"))))
        .isEqualTo("UNKNOWN [c: its key is RSA of 2048 bits or more, or of an elliptic curve]");
    assertThat(Verdicts.of("ACM", node(type, "c", Map.of("keyAlgorithm", "EC_prime256v1"))))
        .isEqualTo("PASSED");
  }

  @Test
  void targetsOfOtherProtocolsAreNotAskedForHttp() {
    var targets = node("aws:lb/targetGroup:TargetGroup", "t", Map.of("protocol", "TCP"));

    assertThat(Verdicts.of("Target TLS", targets)).isEqualTo("UNKNOWN [t: requests go over TLS]");
    assertThat(Verdicts.of("Health check", targets)).isEqualTo("NOT_APPLICABLE");
  }

  @Test
  void aFirewallThatIsElsewhereIsOneWhoseRulesAreUnknown() {
    ResourceNode balancer = node(LOAD_BALANCER, "lb", Map.of());
    ResourceNode association =
        node(
            "aws:wafv2/webAclAssociation:WebAclAssociation",
            "association",
            Map.of("webAclArn", "arn"),
            to("resourceArn", balancer));

    assertThat(Verdicts.of("WAF", balancer, association))
        .isEqualTo(
            "UNKNOWN [lb: its firewall has managed rules that block; lb: its firewall has metrics;"
                + " lb: its firewall is logged]");
    assertThat(Verdicts.of("WAF", balancer))
        .isEqualTo(
            "FAILED [lb: a firewall stands before it; lb: its firewall has managed rules that block;"
                + " lb: its firewall has metrics; lb: its firewall is logged]");
  }

  @Test
  void managedRulesMayStandAmongOthers() {
    assertThat(firewall(List.of(Map.of("name", "own"), managed()))).doesNotContain("rules");
    assertThat(firewall(List.of(Map.of("name", "own")))).contains("FAILED");
    assertThat(firewall(NOT_YET_KNOWN)).startsWith("FAILED").doesNotContain("managed");
  }

  private static Map<String, Object> managed() {
    return Map.of("statement", Map.of("managedRuleGroupStatement", Map.of("name", "x")));
  }

  /** What is wrong with a firewall that is neither measured nor logged. */
  private static String firewall(Object rules) {
    ResourceNode balancer = node(LOAD_BALANCER, "lb", Map.of());
    ResourceNode acl = node("aws:wafv2/webAcl:WebAcl", "acl", Map.of("rules", rules));
    ResourceNode association =
        node(
            "aws:wafv2/webAclAssociation:WebAclAssociation",
            "association",
            Map.of(),
            to("resourceArn", balancer),
            to("webAclArn", acl));
    return Verdicts.of("WAF", balancer, acl, association);
  }

  @Test
  void onlyLoadBalancersOnThePublicSideNeedAFirewall() {
    assertThat(Verdicts.of("WAF", node(LOAD_BALANCER, "lb", Map.of("internal", true))))
        .isEqualTo("NOT_APPLICABLE");
    assertThat(Verdicts.of("WAF", node(LOAD_BALANCER, "lb", Map.of("loadBalancerType", "network"))))
        .isEqualTo("NOT_APPLICABLE");
  }

  @Test
  void aNameLeadsToAResourceThatIsJudged() {
    String wanted = "[www: it leads to a resource of the stack]";
    ResourceNode balancer = node(LOAD_BALANCER, "lb", Map.of());

    assertThat(record(Map.of("type", "A", "records", List.of("203.0.113.1"))))
        .isEqualTo("FAILED " + wanted);
    assertThat(record(Map.of("type", "AAAA", "aliases", List.of(Map.of("name", "elsewhere")))))
        .isEqualTo("UNKNOWN " + wanted);
    assertThat(record(Map.of("type", "CNAME"))).isEqualTo("NOT_APPLICABLE");
    assertThat(
            Verdicts.of(
                "DNS",
                balancer,
                node(
                    "aws:route53/record:Record",
                    "www",
                    Map.of("type", "A", "aliases", List.of(Map.of())),
                    to("aliases[0].name", balancer))))
        .isEqualTo("PASSED");
    assertThat(
            Verdicts.of(
                "DNS",
                A,
                node(
                    "aws:route53/record:Record",
                    "www",
                    Map.of("type", "A", "aliases", List.of(Map.of())),
                    to("aliases[0].name", A))))
        .isEqualTo("UNKNOWN " + wanted);
  }

  private static String record(Map<String, Object> inputs) {
    return Verdicts.of("DNS", node("aws:route53/record:Record", "www", inputs));
  }
}
