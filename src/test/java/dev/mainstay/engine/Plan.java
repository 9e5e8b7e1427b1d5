package dev.mainstay.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The steps of a preview. */
final class Plan {
  private final JsonArray steps;

  Plan(String output) {
    var json = JsonParser.parseString(output.substring(output.indexOf('{'))).getAsJsonObject();
    steps = json.has("steps") ? json.getAsJsonArray("steps") : new JsonArray();
  }

  /** What happens to which resource, as {@code update database}, of all that changes; sorted. */
  List<String> changes() {
    return changing()
        .map(step -> step.get("op").getAsString() + " " + name(step))
        .sorted()
        .collect(Collectors.toList());
  }

  /** The kinds of step that occur, but for doing nothing. */
  Set<String> operations() {
    return changing().map(step -> step.get("op").getAsString()).collect(Collectors.toSet());
  }

  /** Type and logical name of what would be created at AWS. */
  List<String> creationsAtAws() {
    return changing()
        .filter(step -> step.get("op").getAsString().equals("create"))
        .map(step -> type(step) + " " + name(step))
        .filter(created -> created.startsWith("aws:"))
        .toList();
  }

  /** The types of what would be replaced. */
  Set<String> replacedTypes() {
    return changing()
        .filter(step -> step.get("op").getAsString().contains("replace"))
        .map(Plan::type)
        .collect(Collectors.toSet());
  }

  private Stream<JsonObject> changing() {
    return StreamSupport.stream(steps.spliterator(), false)
        .map(step -> step.getAsJsonObject())
        .filter(step -> !step.get("op").getAsString().equals("same"));
  }

  private static String type(JsonObject step) {
    return step.get("urn").getAsString().split("::", -1)[2].replaceFirst(".*\\$", "");
  }

  private static String name(JsonObject step) {
    var urn = step.get("urn").getAsString();
    return urn.substring(urn.lastIndexOf("::") + 2);
  }
}
