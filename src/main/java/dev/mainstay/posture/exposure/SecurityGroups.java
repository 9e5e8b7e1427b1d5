package dev.mainstay.posture.exposure;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Security groups, their rules and their members. */
public final class SecurityGroups {
  /** Resources that hold rules. */
  public static final List<String> RULES_AND_GROUPS =
      Stream.of(TrafficRule.STANDALONE, TrafficRule.GROUPS).flatMap(List::stream).toList();

  private SecurityGroups() {}

  /** What is in a security group: all that names it and is no rule or group. */
  public static List<ResourceNode> members(ResourceGraph graph, ResourceNode group) {
    return graph.referringTo(group).stream()
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
}
