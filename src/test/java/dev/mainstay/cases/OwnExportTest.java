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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The project's own stacks as the engine wrote them: their export and their unchanged preview say
 * what their plan says.
 */
class OwnExportTest {
  private static final Path OWN = Case.ALL.resolve("own-export");
  private static final Path CONFIGURATION = OWN.resolve("Pulumi.prod.yaml");
  private static final String[] READINGS = {"resilience", "posture", "reachability", "cost"};

  @TempDir private Path folder;

  @Test
  void theExportOfProdIsJudgedAsItsPlan() {
    Report export = Report.analyze(unpacked("prod-export"), folder.resolve("export"));
    Report plan = Report.plan(CONFIGURATION, folder.resolve("plan"));
    hold("prod-export", differences(export, plan));
  }

  @Test
  void prodDoesNotChangeAgainstItsExport() {
    Report report = Report.planAgainst(unpacked("prod-export"), CONFIGURATION, folder);
    hold("prod-against-export", changes(report));
  }

  @Test
  void anUnchangedPreviewOfProdChangesNothing() {
    hold("prod-preview", changes(Report.analyze(unpacked("prod-preview-no-change"), folder)));
  }

  @Test
  void theExportOfDevIsJudgedAsItsPlan() {
    Report export = Report.analyze(unpacked("dev-export"), folder.resolve("export"));
    Report plan = Report.plan(Path.of("Pulumi.dev.yaml"), folder.resolve("plan"));
    hold("dev-export", differences(export, plan));
  }

  private static void hold(String name, String says) {
    Disagreements.hold(new Case("own-export", name), says);
  }

  private Path unpacked(String name) {
    return Case.unpacked(OWN.resolve(name + ".json.gz"), folder);
  }

  private static String changes(Report report) {
    List<JsonObject> changes = report.changes();
    if (changes.isEmpty() && report.ran().status() == 0) {
      return "";
    }
    return "%d changes, exit status %d".formatted(changes.size(), report.ran().status());
  }

  private static String differences(Report export, Report plan) {
    return Stream.of(READINGS)
        .flatMap(reading -> differences(reading, export, plan).stream())
        .collect(Collectors.joining("; "));
  }

  private static List<String> differences(String reading, Report export, Report plan) {
    var places = new ArrayList<String>();
    compare(
        reading,
        InOrder.of(export.json().get(reading)),
        InOrder.of(plan.json().get(reading)),
        places);
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
