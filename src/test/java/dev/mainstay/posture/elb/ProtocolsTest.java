package dev.mainstay.posture.elb;

import static dev.mainstay.posture.Verdicts.node;
import static dev.mainstay.posture.Verdicts.to;
import static dev.mainstay.posture.model.Judge.NOT_YET_KNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.Verdicts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Unusual listeners, rules, target groups and firewalls. */
class ProtocolsTest {
  private static final String LISTENER = "aws:lb/listener:Listener";
  private static final Map<String, Object> TO_HTTPS =
      Map.of(
          "type",
          "redirect",
          "redirect",
          Map.of("protocol", "HTTPS", "port", "443", "statusCode", "HTTP_301"));
  private static final ResourceNode HTTP =
      node(LISTENER, "http", Map.of("protocol", "HTTP", "defaultActions", List.of(TO_HTTPS)));
  private static final ResourceNode HTTPS =
      node(
          LISTENER,
          "https",
          Map.of("protocol", "HTTPS", "sslPolicy", "ELBSecurityPolicy-TLS13-1-2-2021-06"));

  private static ResourceNode rule(ResourceNode listener, Map<String, Object> action) {
    return node(
        "aws:lb/listenerRule:ListenerRule",
        "rule",
        Map.of("actions", List.of(action)),
        to("listenerArn", listener));
  }

  @Test
  void aRuleThatForwardsBehindARedirectServesPlainHttp() {
    assertThat(Verdicts.of("Listener TLS", HTTP, rule(HTTP, Map.of("type", "forward"))))
        .isEqualTo("FAILED [rule: its requests come over HTTPS]");
    assertThat(Verdicts.of("Listener TLS", HTTP, rule(HTTP, TO_HTTPS))).isEqualTo("PASSED");
    assertThat(Verdicts.of("Listener TLS", HTTPS, rule(HTTPS, Map.of("type", "forward"))))
        .isEqualTo("PASSED");
    assertThat(
            Verdicts.of(
                "Listener TLS",
                node("aws:lb/listenerRule:ListenerRule", "rule", Map.of("listenerArn", "arn"))))
        .isEqualTo("UNKNOWN [rule: its requests come over HTTPS]");
  }

  @Test
  void aListenerOfANetworkLoadBalancerIsJudgedLikeOneOfHttps() {
    assertThat(tls("ELBSecurityPolicy-TLS13-1-3-2021-06")).isEqualTo("PASSED");
    assertThat(tls("ELBSecurityPolicy-2016-08")).startsWith("FAILED");
    assertThat(Verdicts.of("Listener TLS", node(LISTENER, "tls", Map.of("protocol", "TLS"))))
        .startsWith("FAILED");
  }

  private static String tls(String policy) {
    return Verdicts.of(
        "Listener TLS", node(LISTENER, "tls", Map.of("protocol", "TLS", "sslPolicy", policy)));
  }

  @Test
  void aClassicLoadBalancerIsNotJudgedAndNeverPassesUnseen() {
    ResourceNode classic = node("aws:elb/loadBalancer:LoadBalancer", "old", Map.of());

    for (String control : List.of("Listener TLS", "Redirect", "Target TLS", "ALB logs")) {
      assertThat(Verdicts.of(control, classic))
          .as(control)
          .isEqualTo("UNKNOWN [old: this control does not judge its type]");
    }
  }

  @Test
  void aHealthCheckThatIsSwitchedOffIsNone() {
    assertThat(
            Verdicts.of(
                "Health check",
                node(
                    "aws:lb/targetGroup:TargetGroup",
                    "t",
                    Map.of(
                        "protocol",
                        "HTTP",
                        "healthCheck",
                        Map.of("path", "/health", "enabled", false)))))
        .startsWith("FAILED");
  }

  private static String firewall(Object rules) {
    ResourceNode balancer = node("aws:lb/loadBalancer:LoadBalancer", "lb", Map.of());
    ResourceNode acl =
        node(
            "aws:wafv2/webAcl:WebAcl",
            "acl",
            Map.of("rules", rules, "visibilityConfig", Map.of("cloudwatchMetricsEnabled", true)));
    ResourceNode association =
        node(
            "aws:wafv2/webAclAssociation:WebAclAssociation",
            "association",
            Map.of(),
            to("resourceArn", balancer),
            to("webAclArn", acl));
    ResourceNode logging =
        node(
            "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
            "logging",
            Map.of(),
            to("resourceArn", acl));
    return Verdicts.of("WAF", balancer, acl, association, logging).split(" ", 2)[0];
  }

  private static Map<String, Object> managed(Map<String, Object> group, Object override) {
    return Map.of(
        "overrideAction", override, "statement", Map.of("managedRuleGroupStatement", group));
  }

  @Test
  void managedRulesThatOnlyCountBlockNothing() {
    Map<String, Object> blocking = managed(Map.of("name", "x"), Map.of("none", Map.of()));
    Map<String, Object> counting = managed(Map.of("name", "x"), Map.of("count", Map.of()));

    assertThat(firewall(List.of(blocking))).isEqualTo("PASSED");
    assertThat(firewall(List.of(counting))).isEqualTo("FAILED");
    assertThat(firewall(List.of(counting, blocking))).isEqualTo("PASSED");
  }

  @Test
  void aGroupOfWhichSomeRulesCountMayStillBlock() {
    for (String part : List.of("ruleActionOverrides", "excludedRules")) {
      assertThat(
              firewall(
                  List.of(
                      managed(
                          Map.of("name", "x", part, List.of(Map.of("name", "y"))),
                          Map.of("none", Map.of())))))
          .as(part)
          .isEqualTo("UNKNOWN");
    }
    assertThat(firewall(NOT_YET_KNOWN)).isNotEqualTo("PASSED");
  }

  @Test
  void aFirewallOfFirewallManagerMayStandBeforeIt() {
    ResourceNode balancer = node("aws:lb/loadBalancer:LoadBalancer", "lb", Map.of());

    assertThat(Verdicts.of("WAF", balancer, node("aws:fms/policy:Policy", "p", Map.of())))
        .startsWith("UNKNOWN");
  }

  private static ResourceNode record(String name, ResourceNode target) {
    return node(
        "aws:route53/record:Record",
        name,
        Map.of("type", "A", "aliases", List.of(Map.of("name", "x"))),
        to("aliases[0].name", target));
  }

  @Test
  void aNameMayLeadToAnythingThatTakesAnAlias() {
    for (String type :
        List.of(
            "aws:cloudfront/distribution:Distribution",
            "aws:apigatewayv2/domainName:DomainName",
            "aws:s3/bucketV2:BucketV2",
            "aws:globalaccelerator/accelerator:Accelerator",
            "aws:elb/loadBalancer:LoadBalancer")) {
      ResourceNode target = node(type, "target", Map.of());
      assertThat(Verdicts.of("DNS", target, record("www", target))).as(type).isEqualTo("PASSED");
    }
  }

  @Test
  void aNameMayLeadToAnotherName() {
    ResourceNode target = node("aws:lb/loadBalancer:LoadBalancer", "lb", Map.of());
    ResourceNode apex = record("apex", target);

    assertThat(Verdicts.of("DNS", target, apex, record("www", apex))).isEqualTo("PASSED");
    assertThat(Verdicts.of("DNS", record("www", record("www", target)))).startsWith("UNKNOWN");
  }
}
