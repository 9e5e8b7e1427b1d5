package dev.mainstay.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.stream.Collectors;
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
    return StreamSupport.stream(steps.spliterator(), false)
        .map(step -> step.getAsJsonObject())
        .filter(step -> !step.get("op").getAsString().equals("same"))
        .map(step -> step.get("op").getAsString() + " " + name(step))
        .sorted()
        .collect(Collectors.toList());
  }

  private static String name(JsonObject step) {
    var urn = step.get("urn").getAsString();
    return urn.substring(urn.lastIndexOf("::") + 2);
  }
}
