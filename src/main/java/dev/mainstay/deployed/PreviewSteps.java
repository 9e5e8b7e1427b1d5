package dev.mainstay.deployed;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.mainstay.graph.PreviewStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The steps of a preview, by resource: a replacement is one resource in up to three steps (<a
 * href="https://github.com/pulumi/pulumi/blob/master/pkg/display/json.go">PreviewStep</a>).
 */
final class PreviewSteps {
  private final List<String> operations = new ArrayList<>();
  private final Set<String> replaceReasons = new LinkedHashSet<>();
  private final Set<String> diffReasons = new LinkedHashSet<>();
  private final Map<String, String> kinds = new TreeMap<>();

  private PreviewSteps() {}

  static Map<String, PreviewStep> of(List<JsonObject> steps) {
    var all = new LinkedHashMap<String, PreviewSteps>();
    steps.forEach(
        step ->
            all.computeIfAbsent(step.get("urn").getAsString(), urn -> new PreviewSteps())
                .add(step));
    var merged = new LinkedHashMap<String, PreviewStep>();
    all.forEach((urn, each) -> merged.put(urn, each.merged()));
    return merged;
  }

  private void add(JsonObject step) {
    operations.add(step.get("op").getAsString());
    replaceReasons.addAll(texts(step.get("replaceReasons")));
    diffReasons.addAll(texts(step.get("diffReasons")));
    if (step.get("detailedDiff") instanceof JsonObject details) {
      details
          .entrySet()
          .forEach(each -> kinds.put(each.getKey(), kind(each.getValue().getAsJsonObject())));
    }
  }

  private static String kind(JsonObject detail) {
    return detail.has("kind") ? detail.get("kind").getAsString() : "";
  }

  private PreviewStep merged() {
    return new PreviewStep(
        List.copyOf(operations), List.copyOf(replaceReasons), List.copyOf(diffReasons), kinds);
  }

  private static List<String> texts(JsonElement array) {
    return array instanceof JsonArray list
        ? list.asList().stream().map(JsonElement::getAsString).toList()
        : List.of();
  }
}
