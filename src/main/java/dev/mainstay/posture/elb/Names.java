package dev.mainstay.posture.elb;

import dev.mainstay.facts.ElbFacts;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where the names of Route 53 lead. */
final class Names {
  static final List<String> RECORD = List.of("aws:route53/record:Record");

  private Names() {}

  /** It leads to a resource of the stack, so that nobody else can take what it names. */
  static Answer leadToResources(ResourceGraph graph, ResourceNode record) {
    return leads(graph, record, new HashSet<>());
  }

  private static Answer leads(ResourceGraph graph, ResourceNode record, Set<String> seen) {
    if (!seen.add(record.urn())) {
      return Answer.UNKNOWN;
    }
    List<ResourceNode> targets =
        Stream.of("aliases", "records")
            .flatMap(path -> graph.referenced(record, path).stream())
            // The zone of an alias is not what it leads to.
            .filter(node -> !node.type().startsWith("aws:route53/zone"))
            .toList();
    if (targets.isEmpty()) {
      boolean isAlias = record.input("aliases[0]").isPresent();
      return isAlias || Judge.hasUntold(record, "records") ? Answer.UNKNOWN : Answer.NO;
    }
    return Answer.all(
        targets.stream()
            .map(
                target ->
                    RECORD.contains(target.type())
                        ? leads(graph, target, seen)
                        : ElbFacts.canHaveName(target.type()) ? Answer.YES : Answer.UNKNOWN));
  }
}
