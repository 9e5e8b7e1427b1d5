package dev.mainstay.posture.exposure;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Judge;
import java.util.List;
import java.util.stream.Stream;

/** The address ranges of managed prefix lists. */
final class PrefixLists {
  private static final String LIST = "aws:ec2/managedPrefixList:ManagedPrefixList";
  private static final String ENTRY = "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry";

  private PrefixLists() {}

  /**
   * The ranges of the lists that {@code node} names at {@code path}; of a list that is not in the
   * graph, the mark of a value that is not known.
   */
  static List<String> ranges(ResourceGraph graph, ResourceNode node, String path) {
    List<ResourceNode> lists =
        graph.referenced(node, path).stream().filter(each -> each.is(LIST)).toList();
    long given =
        Judge.input(node, path)
            // Pulumi writes what is not set in a list of objects as an empty text.
            .filter(value -> !value.equals(""))
            .map(value -> value instanceof List<?> many ? (long) many.size() : 1L)
            .orElse(0L);
    return Stream.concat(
            lists.stream().flatMap(list -> ranges(graph, list)),
            given > lists.size() ? Stream.of(Judge.NOT_YET_KNOWN) : Stream.of())
        .distinct()
        .toList();
  }

  private static Stream<String> ranges(ResourceGraph graph, ResourceNode list) {
    return Stream.concat(
        Judge.elements(list, "entries").stream().map(path -> cidr(list, path + ".cidr")),
        graph.referring(ENTRY, "prefixListId", list).stream().map(entry -> cidr(entry, "cidr")));
  }

  private static String cidr(ResourceNode node, String path) {
    return Judge.input(node, path).map(Object::toString).orElse(Judge.NOT_YET_KNOWN);
  }
}
