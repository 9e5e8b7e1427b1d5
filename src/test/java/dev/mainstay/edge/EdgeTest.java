package dev.mainstay.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.Output;
import com.pulumi.core.internal.Internal;
import com.pulumi.resources.Resource;
import dev.mainstay.Deployed;
import dev.mainstay.config.Refusal;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class EdgeTest {
  private static final String LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
  private static final String TARGETS = "aws:lb/targetGroup:TargetGroup";
  private static final String LISTENER = "aws:lb/listener:Listener";
  private static final String CERTIFICATE = "aws:acm/certificate:Certificate";
  private static final String RECORD = "aws:route53/record:Record";
  private final EdgeArgs args = EdgeFixture.args();

  private Deployed deployed() {
    return EdgeFixture.deployed(args);
  }

  @Test
  void withoutDomainVisitorsAreServedOverHttp() {
    Deployed deployed = deployed();

    ResourceNode listener = deployed.only(LISTENER);
    assertThat(listener.inputs())
        .containsEntry("port", 80L)
        .containsEntry("protocol", "HTTP")
        .doesNotContainKeys("sslPolicy", "certificateArn")
        .doesNotContainKey("routingHttpResponseStrictTransportSecurityHeaderValue");
    assertThat(listener.input("defaultActions[0].type")).contains("forward");
    assertThat(listener.referencesAt("defaultActions"))
        .containsExactly(deployed.only(TARGETS).urn());
    assertThat(deployed.all(CERTIFICATE)).isEmpty();
    assertThat(deployed.all(RECORD)).isEmpty();
    assertThat(EdgeFixture.output(args, Edge::url))
        .matches("http://edge-\\w+\\.eu-central-1\\.amazonaws\\.com");
    assertThat(EdgeFixture.output(args, Edge::certificateArn)).isEqualTo("null");
  }

  @Test
  void theTargetGroupIsHandedOutOnlyOnceAListenerForwardsToIt() {
    assertThat(resourcesBehind(Edge::targetGroupArn)).containsExactlyInAnyOrder(LISTENER, TARGETS);
  }

  private List<String> resourcesBehind(Function<Edge, Output<String>> output) {
    return EdgeFixture.read(
        args,
        edge ->
            Internal.of(output.apply(edge)).getDataAsync().join().getResources().stream()
                .map(Resource::pulumiResourceType)
                .toList());
  }

  @Test
  void plainHttpIsRedirectedForGood() {
    EdgeFixture.withDomain(args);

    ResourceNode listener = deployed().get(LISTENER, "edge-http");
    assertThat(listener.inputs()).containsEntry("port", 80L).containsEntry("protocol", "HTTP");
    assertThat(listener.input("defaultActions[0]"))
        .contains(
            Map.of(
                "type",
                "redirect",
                "redirect",
                Map.of("protocol", "HTTPS", "port", "443", "statusCode", "HTTP_301")));
  }

  @Test
  void theDomainAndItsSubdomainsLeadToTheLoadBalancer() {
    EdgeFixture.withDomain(args);
    Deployed deployed = deployed();

    for (String role : List.of("apex", "wildcard")) {
      ResourceNode record = deployed.get(RECORD, "edge-" + role);
      assertThat(record.inputs())
          .containsEntry("name", (role.equals("apex") ? "" : "*.") + "shop.example.com")
          .containsEntry("type", "A")
          .containsEntry("zoneId", "Z0123456789ABCDEFGHIJ");
      assertThat(record.isTrue("aliases[0].evaluateTargetHealth")).isTrue();
      assertThat(record.referencesAt("aliases"))
          .containsExactly(deployed.only(LOAD_BALANCER).urn());
    }
  }

  @Test
  void theLoadBalancerIsHardenedAndSpansThePublicSubnets() {
    ResourceNode loadBalancer = deployed().only(LOAD_BALANCER);

    assertThat(loadBalancer.inputs())
        .containsEntry("loadBalancerType", "application")
        .containsEntry("internal", false)
        .containsEntry("subnets", List.of("subnet-a", "subnet-b"))
        .containsEntry("securityGroups", List.of("group-1"))
        .containsEntry("dropInvalidHeaderFields", true)
        .containsEntry("desyncMitigationMode", "defensive")
        .containsEntry("enableZonalShift", true)
        .containsEntry("enableDeletionProtection", true)
        .containsEntry("idleTimeout", 60L)
        .doesNotContainKey("name");
    assertThat(loadBalancer.protect()).isTrue();
  }

  @Test
  void webServersAreReachedAndCheckedOverTls() {
    ResourceNode targets = deployed().only(TARGETS);

    assertThat(targets.inputs())
        .containsEntry("vpcId", "vpc-1")
        .containsEntry("protocol", "HTTPS")
        .containsEntry("port", 443L)
        .containsEntry("deregistrationDelay", 60L)
        .containsEntry("stickiness", Map.of("type", "lb_cookie", "enabled", false))
        .containsEntry(
            "healthCheck",
            Map.of(
                "protocol", "HTTPS",
                "path", "/health",
                "matcher", "200",
                "interval", 10L,
                "timeout", 5L,
                "healthyThreshold", 2L,
                "unhealthyThreshold", 3L))
        .doesNotContainKey("name");
  }

  @Test
  void responsesCarrySecurityHeaders() {
    EdgeFixture.withDomain(args);

    assertThat(deployed().get(LISTENER, "edge-https").inputs())
        .containsEntry("routingHttpResponseStrictTransportSecurityHeaderValue", "max-age=31536000")
        .containsEntry("routingHttpResponseXContentTypeOptionsHeaderValue", "nosniff")
        .containsEntry("routingHttpResponseXFrameOptionsHeaderValue", "SAMEORIGIN")
        .containsEntry("routingHttpResponseServerEnabled", false);
  }

  @Test
  void securityHeadersCanBeLeftToTheApplication() {
    EdgeFixture.withDomain(args);
    args.responseHeaders = false;

    assertThat(deployed().get(LISTENER, "edge-https").inputs().keySet())
        .noneMatch(key -> key.startsWith("routingHttpResponse"));
  }

  @Test
  void everySettingReachesItsResource() {
    EdgeFixture.withDomain(args);
    args.sslPolicy = "ELBSecurityPolicy-TLS13-1-2-2021-06";
    args.healthPath = "/ready";
    args.healthIntervalSeconds = 30;
    args.healthTimeoutSeconds = 20;
    args.healthyThreshold = 4;
    args.unhealthyThreshold = 6;
    args.targetProtocol = "http";
    args.deregistrationSeconds = 15;
    args.stickinessSeconds = 3600;
    args.idleTimeoutSeconds = 120;
    args.deletionProtection = false;
    Deployed deployed = deployed();

    assertThat(deployed.get(LISTENER, "edge-https").inputs())
        .containsEntry("sslPolicy", "ELBSecurityPolicy-TLS13-1-2-2021-06");
    assertThat(deployed.only(TARGETS).inputs())
        .containsEntry("protocol", "HTTP")
        .containsEntry("port", 80L)
        .containsEntry("deregistrationDelay", 15L)
        .containsEntry(
            "stickiness", Map.of("type", "lb_cookie", "enabled", true, "cookieDuration", 3600L))
        .containsEntry(
            "healthCheck",
            Map.of(
                "protocol", "HTTP",
                "path", "/ready",
                "matcher", "200",
                "interval", 30L,
                "timeout", 20L,
                "healthyThreshold", 4L,
                "unhealthyThreshold", 6L));
    assertThat(deployed.only(LOAD_BALANCER).inputs())
        .containsEntry("idleTimeout", 120L)
        .containsEntry("enableDeletionProtection", false);
    assertThat(deployed.only(LOAD_BALANCER).protect()).isFalse();
  }

  @Test
  void namesCarryTheStackSoThatTwoOfThemCanBeToldApart() {
    assertThat(deployed().only(TARGETS).input("tags.Name")).contains("mainstay-test-edge-web");
  }

  @Test
  void unsoundArgsRegisterNothing() {
    args.targetProtocol = "udp";

    assertThatThrownBy(this::deployed)
        .isInstanceOf(Refusal.class)
        .hasMessage(
            """
            edge has 1 problem; nothing was registered.
              - targetProtocol is "udp"; allowed: https, http\
            """);
  }

  @Test
  void aNameThatLoadBalancersCannotHaveIsRefused() {
    for (String name :
        List.of("internal-edge", "edge-", "-edge", "edge_1", "edge-of-the-whole-shop")) {
      assertThatThrownBy(() -> Deployed.by(() -> new Edge(name, args, null)))
          .isInstanceOf(Refusal.class)
          .hasMessage(
              """
              %s has 1 problem; nothing was registered.
                - name is "%s"; allowed: up to 20 letters, digits and inner hyphens; does not start with internal-\
              """
                  .formatted(name, name));
    }
  }
}
