package dev.mainstay.resilience.path;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Types;
import dev.mainstay.resilience.network.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What listeners and their rules do with requests. */
final class Forwarding {

  /**
   * An action of a listener, or of one of its rules, that ends a request's way.
   *
   * @param listener the listener
   * @param holder the listener itself, or the rule
   * @param targetGroups what it forwards to with a weight above 0, as far as that is in the graph
   * @param foreign whether it also forwards to something that is not
   */
  record Answer(
      ResourceNode listener,
      ResourceNode holder,
      List<ResourceNode> targetGroups,
      boolean foreign) {
    boolean forwards() {
      return foreign || !targetGroups.isEmpty();
    }
  }

  private final ResourceGraph graph;
  private final Map<ResourceNode, List<ResourceNode>> listeners = new HashMap<>();
  private final Map<ResourceNode, List<Answer>> answers = new HashMap<>();

  Forwarding(ResourceGraph graph) {
    this.graph = graph;
  }

  List<ResourceNode> listeners(ResourceNode loadBalancer) {
    return listeners.computeIfAbsent(loadBalancer, this::findListeners);
  }

  private List<ResourceNode> findListeners(ResourceNode loadBalancer) {
    return graph.referringTo(loadBalancer).stream()
        .filter(Types::isListener)
        .filter(it -> it.referencesAt("loadBalancerArn").contains(loadBalancer.urn()))
        .toList();
  }

  /** The listeners whose load balancer is not in the graph. */
  List<ResourceNode> foreignListeners() {
    return Types.listeners(graph).stream()
        .filter(it -> graph.referenced(it, "loadBalancerArn").isEmpty())
        .toList();
  }

  /** All that a request to a listener may meet: its rules by priority, then its default. */
  List<Answer> answers(ResourceNode listener) {
    return answers.computeIfAbsent(listener, this::findAnswers);
  }

  private List<Answer> findAnswers(ResourceNode listener) {
    var found = new ArrayList<Answer>();
    List<ResourceNode> rules =
        graph.referringTo(listener).stream()
            .filter(Types::isListenerRule)
            .filter(rule -> rule.referencesAt("listenerArn").contains(listener.urn()))
            .sorted(Comparator.comparing(rule -> rule.number("priority", Long.MAX_VALUE)))
            .toList();
    for (ResourceNode rule : rules) {
      found.add(answer(listener, rule, "actions"));
      if (matchesAll(rule)) {
        return List.copyOf(found);
      }
    }
    found.add(answer(listener, listener, "defaultActions"));
    return List.copyOf(found);
  }

  /** A rule for every path leaves nothing to those after it. */
  private static boolean matchesAll(ResourceNode rule) {
    List<String> conditions = Topology.elements(rule, "conditions");
    return !conditions.isEmpty()
        && conditions.stream()
            .allMatch(
                path ->
                    Topology.texts(rule, path + "pathPattern.values").stream()
                        .anyMatch(pattern -> pattern.equals("*") || pattern.equals("/*")));
  }

  private Answer answer(ResourceNode listener, ResourceNode holder, String actions) {
    var targetGroups = new ArrayList<ResourceNode>();
    boolean foreign = false;
    for (String action : Topology.elements(holder, actions)) {
      for (String target : targets(holder, action)) {
        Optional<ResourceNode> group =
            graph.referenced(holder, target).stream().filter(Types::isTargetGroup).findFirst();
        group.ifPresent(targetGroups::add);
        foreign |= group.isEmpty();
      }
    }
    return new Answer(listener, holder, targetGroups.stream().distinct().toList(), foreign);
  }

  private static List<String> targets(ResourceNode holder, String action) {
    var targets = new ArrayList<String>();
    if (holder.input(action + "targetGroupArn").isPresent()) {
      targets.add(action + "targetGroupArn");
    }
    for (String weighted : Topology.elements(holder, action + "forward.targetGroups")) {
      if (holder.number(weighted + "weight", 1) > 0) {
        targets.add(weighted + "arn");
      }
    }
    return targets;
  }

  /** An identity provider that a request needs before it is forwarded. */
  List<ResourceNode> authenticated(ResourceNode loadBalancer) {
    return listeners(loadBalancer).stream()
        .flatMap(listener -> answers(listener).stream())
        .filter(Answer::forwards)
        .map(Answer::holder)
        .filter(
            holder ->
                List.of("actions", "defaultActions").stream()
                    .flatMap(path -> Topology.elements(holder, path).stream())
                    .anyMatch(path -> holder.text(path + "type", "").startsWith("authenticate")))
        .distinct()
        .toList();
  }

  /** Whether some request to the load balancer is forwarded to {@code targetGroup}. */
  boolean reaches(ResourceNode loadBalancer, ResourceNode targetGroup) {
    return listeners(loadBalancer).stream()
        .anyMatch(listener -> reachedThrough(listener, targetGroup));
  }

  boolean reachedThrough(ResourceNode listener, ResourceNode targetGroup) {
    return answers(listener).stream()
        .anyMatch(answer -> answer.targetGroups().contains(targetGroup));
  }
}
