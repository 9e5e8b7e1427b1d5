package dev.mainstay.disruption;

import dev.mainstay.graph.ResourceNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What must hold for a change, by the names that the table of disruptions uses. */
@FunctionalInterface
interface Condition {
  boolean holds(ResourceNode before, ResourceNode after, Difference difference);

  Map<String, Condition> NAMED =
      Map.ofEntries(
          Map.entry("", (before, after, difference) -> true),
          Map.entry(
              "multi-az",
              (before, after, difference) -> before.isTrue("multiAz") && after.isTrue("multiAz")),
          Map.entry(
              "blue-green", (before, after, difference) -> after.isTrue("blueGreenUpdate.enabled")),
          Map.entry("increase", (before, after, difference) -> growth(difference) > 0),
          Map.entry("decrease", (before, after, difference) -> growth(difference) < 0),
          Map.entry(
              "to or from zero",
              (before, after, difference) ->
                  number(difference.from()).signum() != number(difference.to()).signum()),
          Map.entry(
              "major",
              (before, after, difference) ->
                  difference.isBetweenValues()
                      && !Version.of(difference.from()).hasMajorOf(Version.of(difference.to()))),
          Map.entry("upgrade", (before, after, difference) -> upgrade(difference) > 0),
          Map.entry("downgrade", (before, after, difference) -> upgrade(difference) < 0),
          Map.entry("redis to valkey", (before, after, difference) -> isValkey(difference.to())),
          Map.entry("valkey to redis", (before, after, difference) -> isValkey(difference.from())),
          Map.entry("engine before 7.0.5", (before, after, difference) -> isBefore705(before)),
          Map.entry(
              "engine from 7.0.5",
              (before, after, difference) ->
                  before.input("engineVersion").isPresent() && !isBefore705(before)),
          Map.entry(
              "magnetic",
              (before, after, difference) ->
                  List.of(String.valueOf(difference.from()), String.valueOf(difference.to()))
                      .contains("standard")),
          Map.entry("static", (before, after, difference) -> isStatic(before, after, difference)),
          Map.entry("refreshes", (before, after, difference) -> refreshes(before, after)),
          Map.entry(
              "replica",
              (before, after, difference) -> before.input("replicateSourceDb").isPresent()),
          Map.entry(
              "final snapshot", (before, after, difference) -> !before.isTrue("skipFinalSnapshot")),
          Map.entry("emptied", (before, after, difference) -> before.isTrue("forceDestroy")));

  /** A value that is not given is AWS's choice, which may be the same as before. */
  private static int growth(Difference difference) {
    return difference.isBetweenValues()
        ? number(difference.to()).compareTo(number(difference.from()))
        : 0;
  }

  private static BigDecimal number(Object value) {
    try {
      return new BigDecimal(Objects.toString(value));
    } catch (NumberFormatException notANumber) {
      return BigDecimal.ZERO;
    }
  }

  private static int upgrade(Difference difference) {
    return difference.isBetweenValues()
        ? Version.of(difference.to()).compareTo(Version.of(difference.from()))
        : 0;
  }

  private static boolean isValkey(Object engine) {
    return "valkey".equals(engine);
  }

  private static boolean isBefore705(ResourceNode node) {
    return node.input("engineVersion")
        .filter(version -> Version.of(version).compareTo(Version.of("7.0.5")) < 0)
        .isPresent();
  }

  /** A parameter that is told to wait for a reboot, or that waited for one until it was removed. */
  private static boolean isStatic(ResourceNode before, ResourceNode after, Difference difference) {
    if (difference.path().endsWith(".applyMethod")) {
      return false;
    }
    String name = difference.path().replaceAll("^parameters\\[|\\].*$", "");
    return Arrays.asList(after, before).stream()
        .flatMap(node -> ((List<?>) node.input("parameters").orElse(List.of())).stream())
        .map(Map.class::cast)
        .filter(parameter -> name.equals(parameter.get("name")))
        .findFirst()
        .map(parameter -> "pending-reboot".equals(parameter.get("applyMethod")))
        .orElse(false);
  }

  /** A group that follows a fixed version starts a refresh when that version changes. */
  private static boolean refreshes(ResourceNode before, ResourceNode after) {
    String path = "launchTemplate.version";
    String version = after.text(path, before.text(path, "$Default"));
    return after.input("instanceRefresh").isPresent() && !version.startsWith("$");
  }
}
