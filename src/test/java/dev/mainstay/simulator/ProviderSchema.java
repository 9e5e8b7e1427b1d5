package dev.mainstay.simulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * The schema that the provider hands to programs in other languages than Java, as far as {@code
 * aws-resources.json.gz} knows it.
 */
final class ProviderSchema {
  private static final String ANYTHING = "pulumi.json#/Any";

  private final JsonObject definitions;

  private ProviderSchema(JsonObject definitions) {
    this.definitions = definitions;
  }

  static String json(String version) {
    return new ProviderSchema(ResourceTypes.definitions()).of(version).toString();
  }

  private JsonObject of(String version) {
    var resources = new JsonObject();
    definitions
        .getAsJsonObject("resources")
        .asMap()
        .forEach((token, resource) -> resources.add(token, resource(resource.getAsJsonObject())));
    var types = new JsonObject();
    objects().asMap().forEach((name, object) -> types.add(token(name), object(inputs(object))));
    var meta = new JsonObject();
    // Of the token aws:ec2/vpc:Vpc, the module is ec2.
    meta.addProperty("moduleFormat", "(.*)(?:/[^/]*)");
    var schema = new JsonObject();
    schema.addProperty("name", "aws");
    schema.addProperty("version", version);
    schema.add("meta", meta);
    schema.add("resources", resources);
    schema.add("types", types);
    return schema;
  }

  private JsonObject objects() {
    return definitions.getAsJsonObject("objects");
  }

  private JsonObject resource(JsonObject definition) {
    var secrets = definition.getAsJsonArray("secret");
    var resource = object(outputs(definition));
    markSecrets(resource.getAsJsonObject("properties"), secrets);
    var inputs = inputs(definition.get("inputs"));
    markSecrets(inputs.properties(), secrets);
    resource.add("inputProperties", inputs.properties());
    resource.add("requiredInputs", inputs.required());
    return resource;
  }

  private record Properties(JsonObject properties, JsonArray required) {}

  private static JsonObject object(Properties properties) {
    var object = new JsonObject();
    object.addProperty("type", "object");
    object.add("properties", properties.properties());
    object.add("required", properties.required());
    return object;
  }

  private Properties outputs(JsonObject definition) {
    var properties = new JsonObject();
    definition
        .getAsJsonObject("outputs")
        .asMap()
        .forEach((name, code) -> properties.add(name, type(code.getAsString())));
    return new Properties(properties, new JsonArray());
  }

  private Properties inputs(JsonElement definitions) {
    var properties = new JsonObject();
    var required = new JsonArray();
    for (var entry : definitions.getAsJsonObject().entrySet()) {
      var definition = entry.getValue().getAsJsonObject();
      properties.add(entry.getKey(), type(definition.get("type").getAsString()));
      if (definition.get("required").getAsBoolean()) {
        required.add(entry.getKey());
      }
    }
    return new Properties(properties, required);
  }

  private static void markSecrets(JsonObject properties, JsonArray names) {
    for (var name : names) {
      if (properties.has(name.getAsString())) {
        properties.getAsJsonObject(name.getAsString()).addProperty("secret", true);
      }
    }
  }

  /** The legend stands in the file itself. */
  private JsonObject type(String code) {
    var bar = code.startsWith("{") ? -1 : code.indexOf('|');
    if (bar > 0) {
      var either = new JsonArray();
      either.add(type(code.substring(0, bar)));
      either.add(type(code.substring(bar + 1)));
      return with("oneOf", either);
    }
    return switch (code.charAt(0)) {
      case 's' -> named("type", "string");
      case 'i' -> named("type", "integer");
      case 'n' -> named("type", "number");
      case 'b' -> named("type", "boolean");
      case 'L' -> {
        var list = named("type", "array");
        list.add("items", type(code.substring(1)));
        yield list;
      }
      case 'M' -> {
        var map = named("type", "object");
        map.add("additionalProperties", type(code.substring(1)));
        yield map;
      }
      case '{' -> nested(code.substring(1, code.length() - 1));
      default -> named("$ref", ANYTHING);
    };
  }

  private JsonObject nested(String name) {
    return named("$ref", objects().has(name) ? "#/types/" + token(name) : ANYTHING);
  }

  /**
   * Of {@code acm.inputs.CertificateOptionsArgs}, {@code aws:acm/inputs:CertificateOptionsArgs}.
   */
  private static String token(String name) {
    return "aws:" + name.replaceFirst("\\.", "/").replace('.', ':');
  }

  private static JsonObject named(String key, String value) {
    var object = new JsonObject();
    object.addProperty(key, value);
    return object;
  }

  private static JsonObject with(String key, JsonElement value) {
    var object = new JsonObject();
    object.add(key, value);
    return object;
  }
}
