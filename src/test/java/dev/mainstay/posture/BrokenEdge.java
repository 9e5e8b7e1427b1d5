package dev.mainstay.posture;

import static dev.mainstay.posture.BrokenControlsTest.broken;
import static dev.mainstay.posture.Mutation.point;
import static dev.mainstay.posture.Mutation.remove;
import static dev.mainstay.posture.Mutation.set;
import static dev.mainstay.posture.Mutation.setIn;
import static dev.mainstay.posture.Mutation.unset;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Ways to break the controls of the load balancer and of the web servers. */
public final class BrokenEdge {
  private static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  private static final String LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
  private static final String LISTENER = "aws:lb/listener:Listener";
  private static final String TARGETS = "aws:lb/targetGroup:TargetGroup";
  private static final String RECORD = "aws:route53/record:Record";
  private static final String ACL = "aws:wafv2/webAcl:WebAcl";
  private static final String GROUP = "aws:autoscaling/group:Group";
  private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";

  private BrokenEdge() {}

  static Stream<Arguments> all() {
    return Stream.of(edge(), fleet()).flatMap(each -> each);
  }

  private static Stream<Arguments> edge() {
    String redirecting = "edge-http";
    String forwarding = "edge-https";
    return Stream.of(
        broken("ALB hardening", "headers", unset(LOAD_BALANCER, "*", "dropInvalidHeaderFields")),
        broken(
            "ALB hardening", "monitor", set(LOAD_BALANCER, "*", "desyncMitigationMode", "monitor")),
        broken("ALB logs", "none", unset(LOAD_BALANCER, "*", "accessLogs")),
        broken("ALB logs", "off", setIn(LOAD_BALANCER, "*", "accessLogs", "enabled", false)),
        broken("ALB guard", "off", set(LOAD_BALANCER, "*", "enableDeletionProtection", false)),
        broken(
            "ALB AZs",
            "one zone",
            set(LOAD_BALANCER, "*", "subnets", List.of("subnet"))
                .then(point(LOAD_BALANCER, "*", "subnets", "::network-public-a"))),
        broken(
            "ALB AZs",
            "targets in one",
            point(GROUP, "web", "vpcZoneIdentifiers", "::network-private-a"),
            "ASG"),
        broken("WAF", "none", remove("aws:wafv2/webAclAssociation:WebAclAssociation", "*")),
        broken("WAF", "no managed rules", set(ACL, "*", "rules", List.of(Map.of("name", "own")))),
        broken(
            "WAF",
            "no metrics",
            setIn(ACL, "*", "visibilityConfig", "cloudwatchMetricsEnabled", false)),
        broken(
            "WAF",
            "not logged",
            remove("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "*")),
        broken("DNS", "an address", unset(RECORD, "edge-apex", "aliases")),
        broken("Listener TLS", "plain", set(LISTENER, forwarding, "protocol", "HTTP"), "Redirect"),
        broken("Listener TLS", "default policy", unset(LISTENER, forwarding, "sslPolicy")),
        broken(
            "Listener TLS",
            "TLS 1.0",
            set(LISTENER, forwarding, "sslPolicy", "ELBSecurityPolicy-FS-2018-06")),
        broken(
            "Listener TLS",
            "TLS 1.1",
            set(LISTENER, forwarding, "sslPolicy", "ELBSecurityPolicy-TLS13-1-1-2021-06")),
        broken("Redirect", "for now", redirect(redirecting, "statusCode", "HTTP_302")),
        broken("Redirect", "to HTTP", redirect(redirecting, "protocol", "HTTP")),
        broken("Redirect", "another port", redirect(redirecting, "port", "8443")),
        broken("Target TLS", "plain", set(TARGETS, "*", "protocol", "HTTP")),
        broken("Target TLS", "health", setIn(TARGETS, "*", "healthCheck", "protocol", "HTTP")),
        broken("Health check", "no path", setIn(TARGETS, "*", "healthCheck", "path", "")),
        broken(
            "ACM",
            "short key",
            set("aws:acm/certificate:Certificate", "*", "keyAlgorithm", "RSA_1024")));
  }

  private static Mutation redirect(String listener, String property, String value) {
    var redirect =
        new TreeMap<String, Object>(
            Map.of("protocol", "HTTPS", "port", "443", "statusCode", "HTTP_301"));
    redirect.put(property, value);
    return set(
        LISTENER,
        listener,
        "defaultActions",
        List.of(Map.of("type", "redirect", "redirect", redirect)));
  }

  private static Stream<Arguments> fleet() {
    String encrypted = "encrypted";
    String type = "volumeType";
    return Stream.of(
        broken("ASG", "health of EC2", set(GROUP, "web", "healthCheckType", "EC2")),
        broken("ASG", "no template", unset(GROUP, "web", "launchTemplate")),
        broken("ASG", "no tags", unset(GROUP, "web", "tags")),
        broken(
            "IMDSv2",
            "on the servers that build images",
            Mutation.add(
                "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration",
                "builder",
                Map.of("instanceMetadataOptions", Map.of("httpTokens", "optional")))),
        broken(
            "IMDSv2",
            "optional",
            setIn(TEMPLATE, "*", "metadataOptions", "httpTokens", "optional")),
        broken(
            "IMDSv2",
            "two hops",
            setIn(TEMPLATE, "*", "metadataOptions", "httpPutResponseHopLimit", 2L)),
        broken(
            "No public IP on web",
            "asked for",
            set(
                TEMPLATE,
                "*",
                "networkInterfaces",
                List.of(Map.of("associatePublicIpAddress", "true")))),
        broken("EBS", "plain", volume(Map.of(encrypted, "false", type, "gp3"))),
        broken("EBS", "gp2", volume(Map.of(encrypted, "true", type, "gp2"))),
        broken("Management", "no profile", unset(TEMPLATE, "*", "iamInstanceProfile")),
        broken(
            "Management",
            "no policy",
            remove("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "web-managed")),
        broken(
            "Management",
            "Remote Desktop",
            set(INGRESS, "security-load-balancer-to-web", "cidrIpv4", "203.0.113.0/24")
                .then(set(INGRESS, "security-load-balancer-to-web", "toPort", 3389L))),
        broken("User data", "key", set(TEMPLATE, "*", "userData", "aws_key=AKIAIOSFODNN7EXAMPLE")),
        broken(
            "User data",
            "password",
            set(TEMPLATE, "*", "userData", "$password = 'hunter2hunter2'")));
  }

  private static Mutation volume(Map<String, Object> ebs) {
    return set(TEMPLATE, "*", "blockDeviceMappings", List.of(Map.of("ebs", ebs)));
  }
}
