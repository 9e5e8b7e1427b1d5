package dev.mainstay.resilience.network;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists of address ranges that rules and routes name. */
final class PrefixLists {
  private static final String LIST = "aws:ec2/managedPrefixList:ManagedPrefixList";
  private static final String ENTRY = "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry";

  private final ResourceGraph graph;

  PrefixLists(ResourceGraph graph) {
    this.graph = graph;
  }

  /** The ranges of all lists named at {@code path}; empty if one of them is not in the graph. */
  Optional<List<String>> ranges(ResourceNode node, String path) {
    List<ResourceNode> lists =
        graph.referenced(node, path).stream().filter(it -> it.is(LIST)).toList();
    if (lists.size() < Topology.texts(node, path).size()) {
      return Optional.empty();
    }
    var ranges = new ArrayList<String>();
    for (ResourceNode list : lists) {
      for (String entry : Topology.elements(list, "entries")) {
        ranges.add(list.text(entry + "cidr", ""));
      }
      graph.referring(ENTRY, "prefixListId", list).forEach(it -> ranges.add(it.text("cidr", "")));
    }
    return Optional.of(List.copyOf(ranges));
  }
}
