package dev.mainstay.deployed;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource as the engine keeps it: <a
 * href="https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/core.go">ResourceV3</a>.
 *
 * @param json the state itself
 * @param identity where its id and outputs stand: an older state if this one has none yet
 */
record State(JsonObject json, JsonObject identity) {
  private static final String STACK = "pulumi:pulumi:Stack";
  private static final String PROVIDER = "pulumi:providers:";

  State(JsonObject json) {
    this(json, json);
  }

  State knownAs(State old) {
    return new State(json, json.has("outputs") ? json : old.json());
  }

  String urn() {
    return text("urn").orElseThrow();
  }

  String type() {
    return text("type").orElse("");
  }

  String name() {
    return urn().substring(urn().lastIndexOf("::") + 2);
  }

  boolean isStack() {
    return type().equals(STACK);
  }

  boolean isProvider() {
    return type().startsWith(PROVIDER);
  }

  /** The old one of a replacement that has not ended. */
  boolean isLeaving() {
    return isTrue("delete");
  }

  boolean isTrue(String name) {
    return json.has(name) && json.get(name).getAsBoolean();
  }

  Optional<String> text(String name) {
    return text(json, name);
  }

  Optional<String> id() {
    return text(identity, "id");
  }

  JsonObject inputs() {
    return object(json, "inputs");
  }

  JsonObject outputs() {
    return object(identity, "outputs");
  }

  List<String> dependencies() {
    return texts(json.get("dependencies"));
  }

  /** By input, the resources that its value comes from; empty if this was not recorded. */
  Map<String, List<String>> propertyDependencies() {
    var result = new LinkedHashMap<String, List<String>>();
    object(json, "propertyDependencies")
        .entrySet()
        .forEach(entry -> result.put(entry.getKey(), texts(entry.getValue())));
    return result;
  }

  private static JsonObject object(JsonObject parent, String name) {
    return parent.has(name) && parent.get(name).isJsonObject()
        ? parent.getAsJsonObject(name)
        : new JsonObject();
  }

  private static Optional<String> text(JsonObject parent, String name) {
    return parent.has(name) && parent.get(name).isJsonPrimitive()
        ? Optional.of(parent.get(name).getAsString())
        : Optional.empty();
  }

  private static List<String> texts(JsonElement array) {
    return array instanceof JsonArray list
        ? list.asList().stream().map(JsonElement::getAsString).toList()
        : List.of();
  }
}
