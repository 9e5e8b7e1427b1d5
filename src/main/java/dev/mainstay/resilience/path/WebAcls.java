package dev.mainstay.resilience.path;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.network.Topology;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** AWS WAF in front of a load balancer, a distribution or an API. */
final class WebAcls {
  private static final String ASSOCIATION = "aws:wafv2/webAclAssociation:WebAclAssociation";
  private static final String CLASSIC_ASSOCIATION =
      "aws:wafregional/webAclAssociation:WebAclAssociation";

  /** These block bad requests, or too many, or countries: never all clients. */
  private static final Set<String> SELECTIVE =
      Set.of("managedRuleGroupStatement", "rateBasedStatement", "geoMatchStatement");

  private final ResourceGraph graph;

  WebAcls(ResourceGraph graph) {
    this.graph = graph;
  }

  /** What the web ACLs that are associated with {@code node} do to requests. */
  Effect inFrontOf(ResourceNode node) {
    Effect effect = Effect.NOTHING;
    for (ResourceNode classic : graph.referring(CLASSIC_ASSOCIATION, "resourceArn", node)) {
      effect = effect.and(unknown(classic));
    }
    for (ResourceNode association : graph.referring(ASSOCIATION, "resourceArn", node)) {
      effect = effect.and(named(association, "webAclArn"));
    }
    return effect;
  }

  /** What the web ACL that {@code node} names at {@code path} does. */
  Effect named(ResourceNode node, String path) {
    List<ResourceNode> acls =
        graph.referenced(node, path).stream()
            .filter(it -> it.is("aws:wafv2/webAcl:WebAcl"))
            .toList();
    return acls.isEmpty()
        ? unknown(node)
        : acls.stream().map(this::judge).reduce(Effect.NOTHING, Effect::and);
  }

  private static Effect unknown(ResourceNode association) {
    return Effect.unknown(
        "The web ACL of `%s` is not in the stack: what it blocks is not known."
            .formatted(association.name()));
  }

  private Effect judge(ResourceNode acl) {
    List<String> rules = Topology.elements(acl, "rules");
    if (acl.input("defaultAction.block").isPresent()) {
      boolean allows =
          rules.stream().anyMatch(rule -> acl.input(rule + "action.allow").isPresent());
      return allows
          ? Effect.unknown(
                  "Web ACL `%s` blocks by default: which clients its rules allow is not known."
                      .formatted(acl.name()))
              .touching(acl)
          : Effect.of(
                  Outcome.DOWN,
                  "Web ACL `%s` blocks every request: its default action is block and no rule allows."
                      .formatted(acl.name()))
              .lasting(Interruption.UNKNOWN)
              .touching(acl);
    }
    Effect effect = Effect.NOTHING;
    for (String rule : rules) {
      if (mayBlockAll(acl, rule)) {
        effect =
            effect.and(
                Effect.unknown(
                        "Whether rule `%s` of web ACL `%s` blocks all clients is not known."
                            .formatted(acl.text(rule + "name", rule), acl.name()))
                    .touching(acl));
      }
    }
    return effect;
  }

  private static boolean mayBlockAll(ResourceNode acl, String rule) {
    return Stream.of("block", "captcha", "challenge")
            .anyMatch(action -> acl.input(rule + "action." + action).isPresent())
        && SELECTIVE.stream().noneMatch(kind -> acl.input(rule + "statement." + kind).isPresent());
  }
}
