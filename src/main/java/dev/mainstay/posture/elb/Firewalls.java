package dev.mainstay.posture.elb;

import static dev.mainstay.posture.model.Judge.present;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import java.util.List;
import java.util.stream.Stream;

/** The web ACLs of AWS WAF that inspect the requests of a load balancer. */
final class Firewalls {
  private static final String ASSOCIATION = "aws:wafv2/webAclAssociation:WebAclAssociation";
  private static final String LOGGING =
      "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";

  /** Other ways to have one, which are not followed. */
  private static final List<String> OTHERS =
      List.of("aws:wafregional/webAclAssociation:WebAclAssociation", "aws:fms/policy:Policy");

  private Firewalls() {}

  static Answer inspect(ResourceGraph graph, ResourceNode loadBalancer) {
    if (!graph.referring(ASSOCIATION, "resourceArn", loadBalancer).isEmpty()) {
      return Answer.YES;
    }
    return mayHaveAnother(graph) ? Answer.UNKNOWN : Answer.NO;
  }

  private static boolean mayHaveAnother(ResourceGraph graph) {
    return OTHERS.stream().anyMatch(type -> !graph.all(type).isEmpty());
  }

  /** What {@code judge} says of the web ACLs of a load balancer. */
  static Judge each(Judge judge) {
    return (graph, loadBalancer) -> {
      List<ResourceNode> associations = graph.referring(ASSOCIATION, "resourceArn", loadBalancer);
      List<ResourceNode> lists =
          associations.stream()
              .flatMap(each -> graph.referenced(each, "webAclArn").stream())
              .toList();
      if (lists.isEmpty()) {
        return associations.isEmpty() && !mayHaveAnother(graph) ? Answer.NO : Answer.UNKNOWN;
      }
      return Answer.all(lists.stream().map(list -> judge.of(graph, list)));
    };
  }

  static Answer isLogged(ResourceGraph graph, ResourceNode acl) {
    return Answer.of(!graph.referring(LOGGING, "resourceArn", acl).isEmpty());
  }

  /** A managed rule group that acts on what it finds. */
  static Answer hasManagedRules(ResourceGraph graph, ResourceNode acl) {
    Answer listed =
        Answer.any(Judge.elements(acl, "rules").stream().map(rule -> isManaged(graph, acl, rule)));
    boolean untold = acl.input("ruleJson").isPresent() || Judge.hasUntold(acl, "rules");
    return untold ? Answer.any(listed, Answer.UNKNOWN) : listed;
  }

  private static Answer isManaged(ResourceGraph graph, ResourceNode acl, String rule) {
    String statement = rule + ".statement.managedRuleGroupStatement";
    Judge managed =
        Judge.all(
            present(statement),
            // It would count what it finds, and let it pass.
            Judge.not(present(rule + ".overrideAction.count")),
            (any, node) -> narrowed(node, statement));
    return managed.of(graph, acl);
  }

  /**
   * A group of which some rules only count, or which sees only some requests, may still do: how
   * many rules it has is not in the graph.
   */
  private static Answer narrowed(ResourceNode acl, String statement) {
    boolean fewer =
        Stream.of("scopeDownStatement", "excludedRules", "ruleActionOverrides")
            .map(part -> acl.input(statement + "." + part))
            .anyMatch(part -> part.filter(value -> !value.equals(List.of())).isPresent());
    return fewer ? Answer.UNKNOWN : Answer.YES;
  }
}
