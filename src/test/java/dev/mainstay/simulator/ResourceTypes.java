package dev.mainstay.simulator;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/** The definitions of {@code aws-resources.json.gz}: what the AWS provider accepts and returns. */
final class ResourceTypes {
  /** Read once: the file is large, and the search makes thousands of providers. */
  private static final JsonObject ROOT = load();

  private final JsonObject resources;
  private final JsonObject objects;
  private final Map<String, ResourceType> known = new ConcurrentHashMap<>();

  ResourceTypes() {
    resources = ROOT.getAsJsonObject("resources");
    objects = ROOT.getAsJsonObject("objects");
  }

  /** The file as it is. */
  static JsonObject definitions() {
    return ROOT;
  }

  Optional<ResourceType> find(String token) {
    var definition = resources.getAsJsonObject(token);
    return definition == null
        ? Optional.empty()
        : Optional.of(known.computeIfAbsent(token, any -> read(token, definition)));
  }

  private ResourceType read(String token, JsonObject definition) {
    return new ResourceType(
        token,
        properties(definition.getAsJsonObject("inputs")),
        definition.getAsJsonObject("outputs").keySet(),
        definition.getAsJsonObject("replaceOnChange").keySet(),
        strings(definition.get("secret")),
        strings(definition.get("sets")));
  }

  private Map<String, PropertyType.Property> properties(JsonObject definitions) {
    var properties = new LinkedHashMap<String, PropertyType.Property>();
    for (var entry : definitions.entrySet()) {
      var definition = entry.getValue().getAsJsonObject();
      properties.put(
          entry.getKey(),
          new PropertyType.Property(
              definition.get("required").getAsBoolean(),
              type(definition.get("type").getAsString())));
    }
    return properties;
  }

  /** The legend stands in the file itself. */
  private PropertyType type(String code) {
    var bar = code.startsWith("{") ? -1 : code.indexOf('|');
    if (bar > 0) {
      return new PropertyType.Either(type(code.substring(0, bar)), type(code.substring(bar + 1)));
    }
    return switch (code.charAt(0)) {
      case 's' -> new PropertyType.Text();
      case 'i' -> new PropertyType.Whole();
      case 'n' -> new PropertyType.Decimal();
      case 'b' -> new PropertyType.Flag();
      case 'L' -> new PropertyType.ListOf(type(code.substring(1)));
      case 'M' -> new PropertyType.MapOf(type(code.substring(1)));
      case '{' -> nested(code.substring(1, code.length() - 1));
      default -> new PropertyType.Anything();
    };
  }

  /** WAF statements nest in themselves: properties are read when looked at. */
  private PropertyType nested(String name) {
    var definition = objects.getAsJsonObject(name);
    return definition == null
        ? new PropertyType.Anything()
        : new PropertyType.Nested(name, () -> properties(definition));
  }

  private static Set<String> strings(JsonElement list) {
    var strings = new LinkedHashSet<String>();
    list.getAsJsonArray().forEach(item -> strings.add(item.getAsString()));
    return strings;
  }

  private static JsonObject load() {
    try (var file = ResourceTypes.class.getResourceAsStream("aws-resources.json.gz");
        var reader = new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
