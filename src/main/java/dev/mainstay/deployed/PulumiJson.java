package dev.mainstay.deployed;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.mainstay.deployed.DeployedStack.Gap;
import dev.mainstay.graph.PreviewStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The content of {@code pulumi stack export} or {@code pulumi preview --json}.
 *
 * @param before the stack as it is
 * @param after the stack as it will be; the same for an export
 * @param steps the steps of a preview, by URN; empty for an export
 */
public record PulumiJson(
    DeployedStack before, DeployedStack after, Map<String, PreviewStep> steps) {
  private static final Set<String> ENDING = Set.of("delete", "delete-replaced", "discard");
  private static final Set<String> KEEPING = Set.of("same", "update", "refresh", "read");
  private static final String INCOMPLETE =
      "the preview omits unchanged resources; create it with --show-sames";

  /**
   * Reads either.
   *
   * @throws JsonParseException if it is neither
   */
  public static PulumiJson read(String json) {
    JsonElement root = SharedTexts.parse(json);
    if (root.isJsonObject()) {
      JsonObject object = root.getAsJsonObject();
      if (object.has("deployment")) {
        return ofExport(object.getAsJsonObject("deployment"));
      }
      if (object.has("steps")) {
        return ofPreview(object);
      }
    }
    throw new JsonParseException(
        "no output of pulumi stack export or pulumi preview --json: it has neither deployment nor"
            + " steps");
  }

  private static PulumiJson ofExport(JsonObject deployment) {
    List<State> states =
        objects(deployment, "resources")
            .map(State::new)
            .filter(state -> !state.isLeaving())
            .toList();
    DeployedStack stack = StateReader.read(states);
    return new PulumiJson(stack, stack, Map.of());
  }

  /** A resource that is replaced may come up in several steps. */
  private static PulumiJson ofPreview(JsonObject preview) {
    Map<String, State> before = new LinkedHashMap<>();
    Map<String, State> after = new LinkedHashMap<>();
    objects(preview, "steps")
        .forEach(
            step -> {
              String operation = step.get("op").getAsString();
              String urn = step.get("urn").getAsString();
              JsonObject old = step.getAsJsonObject("oldState");
              JsonObject next = step.getAsJsonObject("newState");
              if (old != null) {
                before.putIfAbsent(urn, new State(old));
              }
              if (next != null && !ENDING.contains(operation)) {
                after.put(
                    urn,
                    KEEPING.contains(operation) && old != null
                        ? new State(next).knownAs(new State(old))
                        : new State(next));
              }
            });
    return new PulumiJson(
        checked(before), checked(after), PreviewSteps.of(objects(preview, "steps").toList()));
  }

  private static DeployedStack checked(Map<String, State> states) {
    DeployedStack stack = StateReader.read(List.copyOf(states.values()));
    boolean isComplete =
        states.values().stream()
            .flatMap(state -> state.dependencies().stream())
            .allMatch(states::containsKey);
    if (isComplete) {
      return stack;
    }
    var gaps = new ArrayList<>(stack.gaps());
    gaps.add(0, new Gap("", "", INCOMPLETE));
    return new DeployedStack(stack.graph(), List.copyOf(gaps), stack.outputs(), stack.elsewhere());
  }

  private static Stream<JsonObject> objects(JsonObject parent, String name) {
    return parent.has(name) && parent.get(name).isJsonArray()
        ? parent.getAsJsonArray(name).asList().stream().map(JsonElement::getAsJsonObject)
        : Stream.of();
  }
}
