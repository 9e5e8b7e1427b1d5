package dev.mainstay.posture;

import static dev.mainstay.posture.Control.ids;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Controls of security groups and their rules. */
final class TrafficControls {
  private static final long HTTP = 80;
  private static final long HTTPS = 443;

  /** Resources that hold rules. */
  static final List<String> RULES_AND_GROUPS =
      Stream.of(TrafficRule.STANDALONE, TrafficRule.GROUPS).flatMap(List::stream).toList();

  static final List<Control> ALL =
      List.of(
          new Control(
              "SG ingress",
              ids("EC2.13", "EC2.14", "EC2.18", "EC2.19", 24, 25, 260, 277),
              Requirement.of(
                  RULES_AND_GROUPS,
                  "only ports 80 and 443 of load balancers are open to everybody",
                  eachRule(TrafficControls::isOpenForVisitorsOnly))),
          new Control(
              "SG egress",
              ids(382),
              Requirement.of(
                  RULES_AND_GROUPS,
                  "only ports 80 and 443 of the world can be reached",
                  eachRule((graph, rule) -> leavesForTheWebOnly(rule)))),
          new Control(
              "Descriptions",
              ids(23),
              Requirement.of(
                  Types.SECURITY_GROUP, "it has a description", Judge.present("description")),
              Requirement.of(
                  RULES_AND_GROUPS,
                  "every rule has a description",
                  eachRule((graph, rule) -> Answer.of(!rule.description().isBlank())))),
          new Control(
              "SG attached",
              ids("CKV2_AWS_5"),
              Requirement.of(
                  Types.SECURITY_GROUP,
                  "something uses it",
                  (graph, group) -> Answer.of(!members(graph, group).isEmpty()))));

  private TrafficControls() {}

  /** What is in a security group: all that names it and is no rule or group. */
  static List<ResourceNode> members(ResourceGraph graph, ResourceNode group) {
    return graph.resources().stream()
        .filter(node -> !RULES_AND_GROUPS.contains(node.type()))
        .filter(
            node ->
                node.references().stream()
                    .anyMatch(each -> each.urn().equals(group.urn()) && isMembership(each.path())))
        .toList();
  }

  private static boolean isMembership(String path) {
    return path.toLowerCase(Locale.ROOT).contains("securitygroup");
  }

  private static Judge eachRule(BiFunction<ResourceGraph, TrafficRule, Answer> judge) {
    return (graph, node) ->
        Answer.all(TrafficRule.in(graph, node).stream().map(rule -> judge.apply(graph, rule)));
  }

  private static Answer isOpenForVisitorsOnly(ResourceGraph graph, TrafficRule rule) {
    return Answer.any(
        Answer.of(!rule.ingress()),
        rule.isOpenToAnywhere().not(),
        Answer.all(rule.isOnly(HTTP, HTTPS), isOfLoadBalancers(graph, rule)));
  }

  private static Answer isOfLoadBalancers(ResourceGraph graph, TrafficRule rule) {
    if (rule.group().isEmpty()) {
      return Answer.UNKNOWN;
    }
    List<ResourceNode> members = members(graph, rule.group().get(0));
    return Answer.of(
        !members.isEmpty()
            && members.stream().allMatch(node -> Types.LOAD_BALANCER.contains(node.type())));
  }

  private static Answer leavesForTheWebOnly(TrafficRule rule) {
    return Answer.any(
        Answer.of(rule.ingress()), rule.isOpenToAnywhere().not(), rule.isOnly(HTTP, HTTPS));
  }
}
