package dev.mainstay.disruption;

import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Conditions on Auto Scaling groups and the load balancers in front of them. */
final class FleetConditions {
  private static final String TARGET_GROUPS = "targetGroupArns";
  private static final String ATTACHMENT = "aws:autoscaling/attachment:Attachment";

  static final Map<String, Condition> NAMED =
      Map.of(
          "refreshes", FleetConditions::refreshes,
          "drains", FleetConditions::drains,
          "certificate keeps its names", FleetConditions::keepsNames);

  private FleetConditions() {}

  /** A group that follows a fixed version starts a refresh when that version changes. */
  private static boolean refreshes(Modification change) {
    String path = "launchTemplate.version";
    String version = change.after().text(path, change.before().text(path, "$Default"));
    return change.after().input("instanceRefresh").isPresent() && !version.startsWith("$");
  }

  /** A load balancer lets a server finish its requests before the group ends it. */
  private static boolean drains(Modification change) {
    ResourceNode group = change.after();
    return group.input(TARGET_GROUPS).filter(arns -> !List.of().equals(arns)).isPresent()
        || !change.graphAfter().referring(ATTACHMENT, "autoscalingGroupName", group).isEmpty();
  }

  /** Every name that the old certificate covers is on the new one. */
  private static boolean keepsNames(Modification change) {
    String path = "certificateArn";
    List<String> before =
        change.graphBefore().referenced(change.before(), path).stream()
            .flatMap(FleetConditions::names)
            .toList();
    return !before.isEmpty()
        && change.graphAfter().referenced(change.after(), path).stream()
            .flatMap(FleetConditions::names)
            .toList()
            .containsAll(before);
  }

  private static Stream<String> names(ResourceNode certificate) {
    return Stream.concat(
        certificate.input("domainName").map(Object::toString).stream(),
        certificate.input("subjectAlternativeNames").stream()
            .flatMap(all -> all instanceof List<?> list ? list.stream() : Stream.of())
            .map(Object::toString));
  }
}
