package dev.mainstay.disruption;

import dev.mainstay.facts.MajorVersion;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Conditions on engines, their versions and their parameters. */
final class VersionConditions {
  private static final Version ONLINE_SCALING_AND_TLS = Version.of("7.0.5");
  private static final String VERSION = "engineVersion";

  static final Map<String, Condition> NAMED =
      Map.of(
          "major", change -> isMajor(change.after(), change.difference()),
          "upgrade", change -> direction(change.difference()) > 0,
          "downgrade", change -> direction(change.difference()) < 0,
          "engine before 7.0.5", change -> isBefore705(change.before()),
          "engine from 7.0.5",
              change -> change.before().input(VERSION).isPresent() && !isBefore705(change.before()),
          "static", VersionConditions::isStatic);

  private VersionConditions() {}

  /** Whether the versions of two states of a resource differ in the major version. */
  static boolean isMajor(ResourceNode before, ResourceNode after) {
    return isMajor(
        after,
        new Difference(
            VERSION, before.input(VERSION).orElse(null), after.input(VERSION).orElse(null)));
  }

  private static boolean isMajor(ResourceNode after, Difference difference) {
    int numbers = MajorVersion.numbersOf(after.text("engine", ""));
    return difference.isBetweenValues()
        && Version.of(difference.from())
                .upTo(numbers)
                .compareWhatBothSay(Version.of(difference.to()).upTo(numbers))
            != 0;
  }

  /** A version that is not given in full is AWS's choice, which may be the same as before. */
  private static int direction(Difference difference) {
    return difference.isBetweenValues()
        ? Version.of(difference.to()).compareWhatBothSay(Version.of(difference.from()))
        : 0;
  }

  private static boolean isBefore705(ResourceNode node) {
    return node.input(VERSION)
        .filter(version -> Version.of(version).compareWhatBothSay(ONLINE_SCALING_AND_TLS) < 0)
        .isPresent();
  }

  /** A parameter that is set to wait for a reboot, or that waited for one until it was removed. */
  private static boolean isStatic(Modification change) {
    String path = change.difference().path();
    if (path.endsWith(".applyMethod")) {
      return false;
    }
    String name = path.replaceAll("^parameters\\[|\\].*$", "");
    return Stream.of(change.after(), change.before())
        .flatMap(node -> ((List<?>) node.input("parameters").orElse(List.of())).stream())
        .map(Map.class::cast)
        .filter(parameter -> name.equals(parameter.get("name")))
        .findFirst()
        .map(parameter -> "pending-reboot".equals(parameter.get("applyMethod")))
        .orElse(false);
  }
}
