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
import java.util.stream.Stream;

/** Controls of security groups and their rules. */
public final class TrafficControls {
  private static final long HTTP = 80;
  private static final long HTTPS = 443;
  private static final List<String> LOAD_BALANCERS =
      Stream.of(Types.LOAD_BALANCER, Types.CLASSIC_LOAD_BALANCER).flatMap(List::stream).toList();

  public static final List<Control> ALL =
      List.of(
          new Control(
              "SG ingress",
              ids("EC2.13", "EC2.14", "EC2.18", "EC2.19", 24, 25, 260, 277),
              Requirement.of(
                  SecurityGroups.RULES_AND_GROUPS,
                  "only ports 80 and 443 of load balancers are open to the internet",
                  eachRule(TrafficControls::isOpenForClientsOnly))),
          new Control(
              "SG egress",
              ids(382),
              Requirement.of(
                  SecurityGroups.RULES_AND_GROUPS,
                  "egress to the internet is on ports 80 and 443 only",
                  eachRule(TrafficControls::leavesForTheWebOnly))),
          new Control(
              "Descriptions",
              ids(23),
              Requirement.of(
                  Types.SECURITY_GROUP,
                  "it has a description",
                  Judge.given("description", text -> !text.toString().isBlank())),
              Requirement.of(
                  SecurityGroups.RULES_AND_GROUPS,
                  "every rule has a description",
                  eachRule((graph, rule) -> Answer.of(!rule.description().isBlank())))),
          new Control(
              "SG attached",
              ids("CKV2_AWS_5"),
              Requirement.of(
                  Types.SECURITY_GROUP,
                  "a resource uses it",
                  (graph, group) -> Answer.of(!SecurityGroups.members(graph, group).isEmpty()))));

  private TrafficControls() {}

  private static Judge eachRule(BiFunction<ResourceGraph, TrafficRule, Answer> judge) {
    return (graph, node) ->
        Answer.all(TrafficRule.in(graph, node).stream().map(rule -> judge.apply(graph, rule)));
  }

  private static Answer isOpenForClientsOnly(ResourceGraph graph, TrafficRule rule) {
    return Answer.any(
        Answer.of(!rule.ingress()),
        rule.isOpenToAnybody(graph).not(),
        Answer.all(rule.isOnly(HTTP, HTTPS), isOfLoadBalancers(graph, rule)));
  }

  private static Answer isOfLoadBalancers(ResourceGraph graph, TrafficRule rule) {
    if (rule.group().isEmpty()) {
      return Answer.UNKNOWN;
    }
    List<ResourceNode> members = SecurityGroups.members(graph, rule.group().get(0));
    return Answer.of(
        !members.isEmpty()
            && members.stream().allMatch(node -> LOAD_BALANCERS.contains(node.type())));
  }

  private static Answer leavesForTheWebOnly(ResourceGraph graph, TrafficRule rule) {
    return Answer.any(
        Answer.of(rule.ingress()), rule.isOpenToAnybody(graph).not(), rule.isOnly(HTTP, HTTPS));
  }
}
