package dev.mainstay.cases;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of one stack by its program and by what Pulumi recorded of it. */
public final class TwoReaders {
  private static final String[] READINGS = {"resilience", "posture", "reachability", "cost"};

  private final Path folder;

  /**
   * Compares both.
   *
   * @param folder where reports may be written
   */
  public TwoReaders(Path folder) {
    this.folder = folder;
  }

  /** Where the analysis of an export differs from the plan of the configuration. */
  public List<String> differences(Path export, Path configuration) {
    Report deployed = Report.analyze(export, folder.resolve("deployed"));
    Report plan = Report.plan(configuration, folder.resolve("plan"));
    var places = new ArrayList<String>();
    for (String reading : READINGS) {
      compare(
          reading,
          InOrder.of(deployed.json().get(reading)),
          InOrder.of(plan.json().get(reading)),
          places);
    }
    return places;
  }

  /** The changes from an export to the plan of the configuration, which may deploy them. */
  public List<String> changes(Path export, Path configuration) {
    return changes(Report.planAgainst(export, configuration, folder.resolve("against")));
  }

  /** Where the changes from an export differ from those from the plan of the same day. */
  List<String> changes(Path export, Path earlierPlan, Path configuration) {
    List<String> deployed = places(export, configuration);
    List<String> planned = places(earlierPlan, configuration);
    return Stream.concat(
            deployed.stream().filter(place -> !planned.contains(place)),
            planned.stream().filter(place -> !deployed.contains(place)))
        .toList();
  }

  private List<String> places(Path earlier, Path configuration) {
    Report report = Report.planAgainst(earlier, configuration, folder.resolve("against"));
    return report.changes().stream()
        .map(
            change ->
                Stream.of("urn", "property", "effect")
                    .map(part -> change.get(part).getAsString().replaceAll(".*::", ""))
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  /** The changes of a preview. */
  public List<String> changes(Path preview) {
    return changes(Report.analyze(preview, folder.resolve("preview")));
  }

  private static List<String> changes(Report report) {
    var changes = new ArrayList<String>();
    for (JsonObject change : report.changes()) {
      changes.add(
          "%s %s: %s -> %s is %s"
              .formatted(
                  change.get("urn").getAsString().replaceAll(".*::", ""),
                  change.get("property").getAsString(),
                  change.get("from").getAsString(),
                  change.get("to").getAsString(),
                  change.get("effect").getAsString()));
    }
    if (report.ran().status() != 0) {
      changes.add("exit status %d: %s".formatted(report.ran().status(), report.ran().err()));
    }
    return changes;
  }

  static List<String> differences(JsonElement one, JsonElement other) {
    var places = new ArrayList<String>();
    compare("", one, other, places);
    return places;
  }

  private static void compare(
      String path, JsonElement one, JsonElement other, List<String> places) {
    if (one instanceof JsonObject first && other instanceof JsonObject second) {
      Stream.concat(first.keySet().stream(), second.keySet().stream())
          .distinct()
          .forEach(key -> compare(path + "." + key, first.get(key), second.get(key), places));
    } else if (one instanceof JsonArray first
        && other instanceof JsonArray second
        && first.size() == second.size()) {
      for (int index = 0; index < first.size(); index++) {
        compare("%s[%d]".formatted(path, index), first.get(index), second.get(index), places);
      }
    } else if (!Objects.equals(one, other)) {
      places.add("%s: %s, not %s".formatted(path, one, other));
    }
  }
}
