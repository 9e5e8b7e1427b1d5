package dev.mainstay.cases;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.mainstay.deployed.DeployedStack;
import dev.mainstay.deployed.PulumiJson;
import dev.mainstay.graph.GraphJson;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.posture.Posture;
import dev.mainstay.posture.exposure.Reachability;
import dev.mainstay.resilience.Resilience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What is said of an export and of a plan that were written on one day. */
final class FrozenReadings {
  private static final Gson JSON = new Gson();

  private FrozenReadings() {}

  /** Where verdicts, controls and reachability differ. */
  static List<String> differences(Path export, Path plan) {
    try {
      DeployedStack stack = PulumiJson.read(Files.readString(export)).after();
      ResourceGraph planned = GraphJson.read(Files.readString(plan));
      return TwoReaders.differences(
          readings(stack.graph(), stack.withGaps()), readings(planned, planned));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonElement readings(ResourceGraph graph, ResourceGraph marked) {
    var controls = new JsonArray();
    Posture.of(marked, Map.of())
        .forEach(
            result ->
                controls.add(
                    "%s %s %s"
                        .formatted(
                            result.control().name(),
                            result.status(),
                            result.findings().stream().map(Object::toString).sorted().toList())));
    var all = new JsonObject();
    all.add("resilience", JSON.toJsonTree(Resilience.of(graph)));
    all.add("reachability", JSON.toJsonTree(Reachability.of(marked)));
    all.add("posture", controls);
    return InOrder.of(all);
  }
}
