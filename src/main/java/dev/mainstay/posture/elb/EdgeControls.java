package dev.mainstay.posture.elb;

import static dev.mainstay.posture.model.Control.ids;
import static dev.mainstay.posture.model.Judge.all;
import static dev.mainstay.posture.model.Judge.any;
import static dev.mainstay.posture.model.Judge.ifGiven;
import static dev.mainstay.posture.model.Judge.isTrue;
import static dev.mainstay.posture.model.Judge.notTrue;
import static dev.mainstay.posture.model.Judge.oneOf;
import static dev.mainstay.posture.model.Judge.present;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.exposure.Exposure;
import dev.mainstay.posture.exposure.Routing;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Control;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Requirement;
import dev.mainstay.posture.model.Types;
import java.util.List;
import java.util.stream.Stream;

/** Controls of load balancers, the firewall before them, and the names that lead to them. */
public final class EdgeControls {
  private static final Judge IS_APPLICATION = oneOf("loadBalancerType", "application");

  /** AWS's own default. */
  static final Judge IS_APPLICATION_LOAD_BALANCER =
      ifGiven("loadBalancerType", IS_APPLICATION, Answer.YES);

  private static final List<String> RECORD = List.of("aws:route53/record:Record");
  private static final String ASSOCIATION = "aws:wafv2/webAclAssociation:WebAclAssociation";
  private static final String LOGGING =
      "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";

  public static final List<Control> ALL =
      List.of(
          new Control(
              "ALB hardening",
              ids("ELB.4", "ELB.12", 131, 328),
              ofApplication("dropInvalidHeaderFields is true", isTrue("dropInvalidHeaderFields")),
              ofApplication(
                  "desyncMitigationMode is defensive or strictest",
                  ifGiven(
                      "desyncMitigationMode",
                      oneOf("desyncMitigationMode", "defensive", "strictest"),
                      Answer.YES))),
          new Control(
              "ALB logs",
              ids("ELB.5", 91),
              ofApplication(
                      "its requests are logged to a bucket",
                      all(isTrue("accessLogs.enabled"), present("accessLogs.bucket")))
                  .waivedBy("edge.accessLogs")),
          new Control(
              "ALB guard",
              ids("ELB.6", 150),
              Requirement.of(
                      Types.LOAD_BALANCER,
                      "enableDeletionProtection is true",
                      isTrue("enableDeletionProtection"))
                  .waivedBy("edge.deletionProtection")),
          new Control(
              "ALB AZs",
              ids("ELB.13"),
              Requirement.of(
                  Types.LOAD_BALANCER,
                  "its subnets are in two zones or more",
                  any(spansZones("subnets"), spansZones("subnetMappings"))),
              Requirement.of(
                  Types.LOAD_BALANCER,
                  "it has targets in each of its zones",
                  EdgeControls::targetsInEachZone)),
          new Control(
              "WAF",
              ids("WAF.10", "WAF.12", 175, "CKV2_AWS_28", "CKV2_AWS_31", "CKV2_AWS_76"),
              ofPublic("a firewall stands before it", EdgeControls::isBehindFirewall),
              ofPublic(
                  "its firewall has managed rules", ofFirewalls(EdgeControls::hasManagedRules)),
              ofPublic(
                  "its firewall has metrics",
                  ofFirewalls(isTrue("visibilityConfig.cloudwatchMetricsEnabled"))),
              ofPublic(
                  "its firewall is logged",
                  ofFirewalls(
                      (graph, acl) ->
                          Answer.of(!graph.referring(LOGGING, "resourceArn", acl).isEmpty())))),
          new Control(
              "DNS",
              ids("Route53.2", "CKV2_AWS_23"),
              Requirement.of(
                      RECORD,
                      "it is an alias of a load balancer",
                      EdgeControls::leadsToLoadBalancer)
                  .where(oneOf("type", "A", "AAAA"))));

  private EdgeControls() {}

  private static Judge spansZones(String path) {
    return (graph, node) -> Routing.spansZones(graph, node, path);
  }

  private static Requirement ofApplication(String wanted, Judge judge) {
    return Requirement.of(Types.LOAD_BALANCER, wanted, judge).where(IS_APPLICATION_LOAD_BALANCER);
  }

  private static Requirement ofPublic(String wanted, Judge judge) {
    return ofApplication(wanted, judge).where(notTrue("internal")).waivedBy("edge.waf");
  }

  private static Answer isBehindFirewall(ResourceGraph graph, ResourceNode loadBalancer) {
    return Answer.of(!graph.referring(ASSOCIATION, "resourceArn", loadBalancer).isEmpty());
  }

  /** What {@code judge} says of the access control lists of a load balancer. */
  private static Judge ofFirewalls(Judge judge) {
    return (graph, loadBalancer) -> {
      List<ResourceNode> associations = graph.referring(ASSOCIATION, "resourceArn", loadBalancer);
      List<ResourceNode> lists =
          associations.stream()
              .flatMap(each -> graph.referenced(each, "webAclArn").stream())
              .toList();
      if (lists.isEmpty()) {
        return associations.isEmpty() ? Answer.NO : Answer.UNKNOWN;
      }
      return Answer.all(lists.stream().map(list -> judge.of(graph, list)));
    };
  }

  private static Answer hasManagedRules(ResourceGraph graph, ResourceNode acl) {
    return Answer.any(
        Judge.elements(acl, "rules").stream()
            .map(rule -> present(rule + ".statement.managedRuleGroupStatement").of(graph, acl)));
  }

  private static Answer targetsInEachZone(ResourceGraph graph, ResourceNode loadBalancer) {
    List<ResourceNode> groups =
        ListenerControls.targetGroups(graph, loadBalancer).stream()
            .flatMap(
                target ->
                    Types.GROUP.stream()
                        .flatMap(type -> graph.referring(type, "targetGroupArns", target).stream()))
            .toList();
    List<String> needed = Routing.zones(Exposure.loadBalancerSubnets(graph, loadBalancer).stream());
    List<String> served =
        Routing.zones(
            groups.stream()
                .flatMap(group -> graph.referenced(group, "vpcZoneIdentifiers").stream()));
    if (needed.isEmpty()
        || served.isEmpty()
        || Stream.of(needed, served).anyMatch(each -> each.contains(""))) {
      return Answer.UNKNOWN;
    }
    return Answer.of(served.containsAll(needed));
  }

  private static Answer leadsToLoadBalancer(ResourceGraph graph, ResourceNode record) {
    if (record.input("aliases[0]").isEmpty()) {
      return Answer.NO;
    }
    List<ResourceNode> targets = graph.referenced(record, "aliases");
    return targets.isEmpty()
        ? Answer.UNKNOWN
        : Answer.of(targets.stream().allMatch(node -> Types.LOAD_BALANCER.contains(node.type())));
  }
}
