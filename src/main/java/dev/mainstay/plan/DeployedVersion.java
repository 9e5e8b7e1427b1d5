package dev.mainstay.plan;

import dev.mainstay.deployed.DeployedStack;
import dev.mainstay.deployed.DeployedStack.Gap;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The deployed version of a stack, for comparison with its plan. The program runs again with the
 * ids and outputs of AWS. Values that it builds from them, such as policies, then equal the
 * deployed ones.
 */
final class DeployedVersion {
  private static final Pattern INSIDE = Pattern.compile("[.\\[].*");

  /** Captures the program with what is deployed, by type and logical name. */
  interface Capture {
    ResourceGraph with(Map<String, Map<String, Object>> outputs) throws IOException;
  }

  private final DeployedStack stack;
  private final Map<String, ResourceNode> deployed = new HashMap<>();
  private final Map<String, String> keys = new HashMap<>();

  DeployedVersion(DeployedStack stack) {
    this.stack = stack;
    for (ResourceNode node : stack.graph().resources()) {
      deployed.put(key(node), node);
      keys.put(node.urn(), key(node));
    }
  }

  Versions before(ResourceGraph planned, Capture program) throws IOException {
    Map<String, ResourceNode> plans = new HashMap<>();
    planned.resources().forEach(node -> plans.put(key(node), node));
    Map<String, ResourceNode> before = new LinkedHashMap<>();
    stack.graph().resources().forEach(node -> before.put(node.urn(), node));
    Map<String, ResourceNode> after = new LinkedHashMap<>();
    ResourceGraph captured = program.with(outputs());
    captured.resources().forEach(node -> after.put(key(node), withReferences(node, plans)));
    stack.gaps().forEach(gap -> mark(gap, before, after));
    return new Versions(with(stack.graph(), before), with(captured, after));
  }

  private static ResourceGraph with(ResourceGraph graph, Map<String, ResourceNode> nodes) {
    return new ResourceGraph(
        graph.project(), graph.stack(), List.copyOf(nodes.values()), graph.outputs());
  }

  private static String key(ResourceNode node) {
    return StandInAws.key(node.type(), node.name());
  }

  /** Without resources that share type and logical name: a plan does not tell them apart. */
  private Map<String, Map<String, Object>> outputs() {
    var result = new HashMap<String, Map<String, Object>>();
    Set<String> shared = new HashSet<>();
    for (ResourceNode node : stack.graph().resources()) {
      if (result.put(key(node), stack.outputs().get(node.urn())) != null) {
        shared.add(key(node));
      }
    }
    result.keySet().removeAll(shared);
    return result;
  }

  /** An input that is as it is deployed names what it names there. */
  private ResourceNode withReferences(ResourceNode node, Map<String, ResourceNode> plans) {
    List<Reference> planned = plans.get(key(node)).references();
    ResourceNode old = deployed.get(key(node));
    if (old == null) {
      return node.with(node.inputs(), planned);
    }
    Stream<Reference> same =
        old.references().stream()
            .filter(each -> isSame(old, node, each))
            .map(each -> planned(each, plans));
    Stream<Reference> other = planned.stream().filter(each -> !isSame(old, node, each));
    return node.with(node.inputs(), Stream.concat(same, other).distinct().toList());
  }

  private static boolean isSame(ResourceNode old, ResourceNode node, Reference reference) {
    String input = INSIDE.matcher(reference.path()).replaceFirst("");
    return Objects.equals(old.inputs().get(input), node.inputs().get(input));
  }

  /** The same reference to the resource of the plan. */
  private Reference planned(Reference reference, Map<String, ResourceNode> plans) {
    return Optional.ofNullable(plans.get(keys.get(reference.urn())))
        .map(
            target ->
                new Reference(
                    reference.path(), target.urn(), reference.property(), reference.whole()))
        .orElse(reference);
  }

  /** What the stack does not tell, such as a password, is compared with nothing. */
  private void mark(Gap gap, Map<String, ResourceNode> before, Map<String, ResourceNode> after) {
    String key = keys.getOrDefault(gap.urn(), "");
    if (after.containsKey(key) && after.get(key).input(gap.path()).isPresent()) {
      before.computeIfPresent(gap.urn(), (urn, node) -> DeployedStack.untold(node, gap.path()));
      after.computeIfPresent(key, (any, node) -> DeployedStack.untold(node, gap.path()));
    }
  }
}
