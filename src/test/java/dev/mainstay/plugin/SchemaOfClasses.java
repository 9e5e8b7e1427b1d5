package dev.mainstay.plugin;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.ResourceArgs;
import dev.mainstay.Documented;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.Nonnull;
import javax.annotation.Nullable;

/**
 * The schema of the components, <a
 * href="https://www.pulumi.com/docs/iac/guides/building-extending/packages/schema/">as Pulumi wants
 * it</a>, from their classes and the Javadoc of these.
 */
final class SchemaOfClasses {
  private static final List<String> LANGUAGES = List.of("csharp", "go", "java", "nodejs", "python");

  private final Map<String, JsonObject> types = new TreeMap<>();

  JsonObject of(String version, List<Component<?>> components) throws IOException {
    var resources = new JsonObject();
    for (var component : components) {
      resources.add(component.token(), resource(component));
    }
    var nested = new JsonObject();
    types.forEach(nested::add);
    var schema = new JsonObject();
    schema.addProperty("name", "mainstay");
    schema.addProperty("version", version);
    schema.addProperty("description", "A highly available web application on AWS, in parts.");
    schema.addProperty("license", "Apache-2.0");
    schema.add("resources", resources);
    schema.add("types", nested);
    schema.add("language", languages());
    return schema;
  }

  private JsonObject resource(Component<?> component) throws IOException {
    var resource = object(component.type(), outputs(component.type()));
    resource.addProperty("isComponent", true);
    var inputs = inputs(component.args());
    resource.add("inputProperties", inputs.properties());
    resource.add("requiredInputs", inputs.required());
    return resource;
  }

  /** Properties, and the names of those that are always there. */
  private record Properties(JsonObject properties, JsonArray required) {
    Properties() {
      this(new JsonObject(), new JsonArray());
    }

    void add(String name, JsonObject property, boolean always) {
      properties.add(name, property);
      if (always) {
        required.add(name);
      }
    }
  }

  private static JsonObject object(Class<?> type, Properties properties) throws IOException {
    var object = new JsonObject();
    Documented.type(type).ifPresent(text -> object.addProperty("description", text));
    object.addProperty("type", "object");
    object.add("properties", properties.properties());
    object.add("required", properties.required());
    return object;
  }

  private Properties inputs(Class<?> args) throws IOException {
    var inputs = new Properties();
    for (var input : ArgsReader.inputsOf(args).entrySet()) {
      var field = input.getValue();
      var property = type(ArgsReader.valueType(field), !ArgsReader.isOutput(field));
      describe(property, args, input.getKey());
      if (input.getKey().equals("password")) {
        property.addProperty("secret", true);
      }
      inputs.add(input.getKey(), property, field.isAnnotationPresent(Nonnull.class));
    }
    return inputs;
  }

  private Properties outputs(Class<?> component) throws IOException {
    var outputs = new Properties();
    for (Field field : component.getDeclaredFields()) {
      if (field.isAnnotationPresent(Export.class)) {
        var property = type(only(field.getGenericType()), false);
        Documented.property(component, field.getName())
            .ifPresent(text -> property.addProperty("description", text));
        outputs.add(field.getName(), property, !field.isAnnotationPresent(Nullable.class));
      }
    }
    return outputs;
  }

  private static void describe(JsonObject property, Class<?> type, String name) throws IOException {
    property.addProperty(
        "description",
        Documented.property(type, name)
            .orElseThrow(() -> new AssertionError("no Javadoc of " + name + " in " + type)));
  }

  /**
   * A type as it stands in the schema.
   *
   * @param plain whether the value must be known to the program, and may not come from a resource
   */
  private JsonObject type(Type type, boolean plain) throws IOException {
    var schema = new JsonObject();
    if (type instanceof ParameterizedType generic) {
      boolean map = generic.getRawType() == Map.class;
      schema.addProperty("type", map ? "object" : "array");
      schema.add(map ? "additionalProperties" : "items", type(last(generic), plain));
    } else if (ResourceArgs.class.isAssignableFrom((Class<?>) type)) {
      schema.addProperty("$ref", "#/types/" + nested((Class<?>) type));
    } else {
      schema.addProperty("type", scalar((Class<?>) type));
    }
    if (plain) {
      schema.addProperty("plain", true);
    }
    return schema;
  }

  private String nested(Class<?> args) throws IOException {
    var token = "mainstay:index:" + args.getSimpleName().replaceAll("Args$", "");
    if (!types.containsKey(token)) {
      types.put(token, object(args, inputs(args)));
    }
    return token;
  }

  private static String scalar(Class<?> type) {
    return Map.of(
            String.class, "string",
            Integer.class, "integer",
            Double.class, "number",
            Boolean.class, "boolean")
        .get(type);
  }

  private static Type only(Type output) {
    var generic = (ParameterizedType) output;
    if (generic.getRawType() != Output.class) {
      throw new AssertionError(output + " is no output");
    }
    return last(generic);
  }

  private static Type last(ParameterizedType generic) {
    var arguments = generic.getActualTypeArguments();
    return arguments[arguments.length - 1];
  }

  private static JsonObject languages() {
    var languages = new JsonObject();
    for (var language : LANGUAGES) {
      var settings = new JsonObject();
      settings.addProperty("respectSchemaVersion", true);
      languages.add(language, settings);
    }
    return languages;
  }
}
