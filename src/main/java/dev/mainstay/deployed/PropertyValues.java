package dev.mainstay.deployed;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.mainstay.deployed.DeployedStack.Gap;
import dev.mainstay.graph.ResourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Converts the property values of the engine to plain values. It removes all secrets. */
final class PropertyValues {
  /** Stands for a value that is known only after an update. */
  static final String UNKNOWN = ResourceNode.UNKNOWN_VALUE;

  /** The placeholder for a secret in a preview. */
  private static final String HIDDEN = "[secret]";

  /**
   * Marks objects that are more than a map: <a
   * href="https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/sig/sig.go">signatures</a>.
   */
  static final String SIGNATURE = "4dabf18193072939515e22adb298388d";

  private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
  private static final String RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";
  private static final String OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

  /** What the provider's defaults filled in. */
  private static final String DEFAULTS = "__defaults";

  private final String urn;
  private final List<Gap> gaps;

  PropertyValues(String urn, List<Gap> gaps) {
    this.urn = urn;
    this.gaps = gaps;
  }

  /** The values of {@code properties}; unknown ones stay as {@link #UNKNOWN}. */
  Map<String, Object> of(JsonObject properties) {
    return map("", properties);
  }

  private Map<String, Object> map(String path, JsonObject object) {
    var result = new TreeMap<String, Object>();
    Set<String> filledIn = filledIn(object);
    object
        .entrySet()
        .forEach(
            entry -> {
              String key = entry.getKey();
              Object value =
                  key.equals(DEFAULTS) || filledIn.contains(key)
                      ? null
                      : value(path.isEmpty() ? key : path + "." + key, entry.getValue());
              if (value != null) {
                result.put(key, value);
              }
            });
    return result;
  }

  /** What the provider chose: to a program, and to its plan, these inputs are not there. */
  private static Set<String> filledIn(JsonObject object) {
    return object.get(DEFAULTS) instanceof JsonArray names
        ? names.asList().stream().map(JsonElement::getAsString).collect(Collectors.toSet())
        : Set.of();
  }

  private Object value(String path, JsonElement element) {
    if (element instanceof JsonPrimitive primitive) {
      return primitive(path, primitive);
    }
    if (element instanceof JsonObject object) {
      return object.has(SIGNATURE) ? special(path, object) : map(path, object);
    }
    if (element.isJsonArray()) {
      var result = new ArrayList<Object>();
      for (JsonElement each : element.getAsJsonArray()) {
        Object value = value("%s[%d]".formatted(path, result.size()), each);
        if (value != null) {
          result.add(value);
        }
      }
      return List.copyOf(result);
    }
    return null;
  }

  private Object primitive(String path, JsonPrimitive primitive) {
    if (primitive.isBoolean()) {
      return primitive.getAsBoolean();
    }
    if (primitive.isNumber()) {
      double number = primitive.getAsDouble();
      if (number == Math.rint(number)) {
        return primitive.getAsLong();
      }
      return number;
    }
    return primitive.getAsString().equals(HIDDEN)
        ? missing(path, "secret")
        : primitive.getAsString();
  }

  private Object special(String path, JsonObject object) {
    return switch (object.get(SIGNATURE).getAsString()) {
      case SECRET -> missing(path, "secret");
      case RESOURCE -> object.has("id") ? value(path, object.get("id")) : UNKNOWN;
      case OUTPUT ->
          object.has("secret") && object.get("secret").getAsBoolean()
              ? missing(path, "secret")
              : object.has("value") ? value(path, object.get("value")) : UNKNOWN;
      default -> missing(path, "a file");
    };
  }

  private Object missing(String path, String why) {
    gaps.add(new Gap(urn, path, why));
    return null;
  }
}
