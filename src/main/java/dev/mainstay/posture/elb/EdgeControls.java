package dev.mainstay.posture.elb;

import static dev.mainstay.posture.model.Control.ids;
import static dev.mainstay.posture.model.Judge.all;
import static dev.mainstay.posture.model.Judge.any;
import static dev.mainstay.posture.model.Judge.ifGiven;
import static dev.mainstay.posture.model.Judge.isTrue;
import static dev.mainstay.posture.model.Judge.notTrue;
import static dev.mainstay.posture.model.Judge.oneOf;
import static dev.mainstay.posture.model.Judge.present;

import dev.mainstay.posture.exposure.Routing;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Control;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Requirement;
import dev.mainstay.posture.model.Types;
import java.util.List;

/** Controls of load balancers, the firewall before them, and the names that lead to them. */
public final class EdgeControls {
  private static final String CLASSIC = "aws:elb/loadBalancer:LoadBalancer";

  /** AWS's own default. */
  static final Judge IS_APPLICATION_LOAD_BALANCER =
      ifGiven("loadBalancerType", oneOf("loadBalancerType", "application"), Answer.YES);

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
                      Answer.YES)),
              Requirement.notJudged(CLASSIC)),
          new Control(
              "ALB logs",
              ids("ELB.5", 91),
              ofApplication(
                      "its requests are logged to a bucket",
                      all(isTrue("accessLogs.enabled"), present("accessLogs.bucket")))
                  .waivedBy("edge.accessLogs"),
              Requirement.notJudged(CLASSIC)),
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
                  Targets::areInEachZone),
              Requirement.notJudged(CLASSIC)),
          new Control(
              "WAF",
              ids("WAF.10", "WAF.12", 175, "CKV2_AWS_28", "CKV2_AWS_31", "CKV2_AWS_76"),
              ofPublic("a firewall stands before it", Firewalls::inspect),
              ofPublic(
                  "its firewall has managed rules that block",
                  Firewalls.each(Firewalls::hasManagedRules)),
              ofPublic(
                  "its firewall has metrics",
                  Firewalls.each(isTrue("visibilityConfig.cloudwatchMetricsEnabled"))),
              ofPublic("its firewall is logged", Firewalls.each(Firewalls::isLogged))),
          new Control(
              "DNS",
              ids("Route53.2", "CKV2_AWS_23"),
              Requirement.of(
                      Names.RECORD, "it leads to a resource of the stack", Names::leadToResources)
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
}
