package dev.mainstay.posture.vpc;

import static dev.mainstay.posture.model.Control.ids;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.exposure.SecurityGroups;
import dev.mainstay.posture.exposure.TrafficRule;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Control;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Requirement;
import dev.mainstay.posture.model.Types;
import java.util.List;
import java.util.function.BiFunction;

/** Controls of security groups and their rules. */
public final class TrafficControls {
  private static final long HTTP = 80;
  private static final long HTTPS = 443;

  public static final List<Control> ALL =
      List.of(
          new Control(
              "SG ingress",
              ids("EC2.13", "EC2.14", "EC2.18", "EC2.19", 24, 25, 260, 277),
              Requirement.of(
                  SecurityGroups.RULES_AND_GROUPS,
                  "only ports 80 and 443 of load balancers are open to everybody",
                  eachRule(TrafficControls::isOpenForVisitorsOnly))),
          new Control(
              "SG egress",
              ids(382),
              Requirement.of(
                  SecurityGroups.RULES_AND_GROUPS,
                  "only ports 80 and 443 of the world can be reached",
                  eachRule((graph, rule) -> leavesForTheWebOnly(rule)))),
          new Control(
              "Descriptions",
              ids(23),
              Requirement.of(
                  Types.SECURITY_GROUP, "it has a description", Judge.present("description")),
              Requirement.of(
                  SecurityGroups.RULES_AND_GROUPS,
                  "every rule has a description",
                  eachRule((graph, rule) -> Answer.of(!rule.description().isBlank())))),
          new Control(
              "SG attached",
              ids("CKV2_AWS_5"),
              Requirement.of(
                  Types.SECURITY_GROUP,
                  "something uses it",
                  (graph, group) -> Answer.of(!SecurityGroups.members(graph, group).isEmpty()))));

  private TrafficControls() {}

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
    List<ResourceNode> members = SecurityGroups.members(graph, rule.group().get(0));
    return Answer.of(
        !members.isEmpty()
            && members.stream().allMatch(node -> Types.LOAD_BALANCER.contains(node.type())));
  }

  private static Answer leavesForTheWebOnly(TrafficRule rule) {
    return Answer.any(
        Answer.of(rule.ingress()), rule.isOpenToAnywhere().not(), rule.isOnly(HTTP, HTTPS));
  }
}
