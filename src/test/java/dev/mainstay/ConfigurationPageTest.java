package dev.mainstay;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.pulumi.resources.ResourceArgs;
import dev.mainstay.config.ConfigValues;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Relaxation.Possible;
import dev.mainstay.config.SectionReader;
import dev.mainstay.stack.StackConfig;
import dev.mainstay.stack.UsageArgs;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} and the schema for editors, as the args classes say it. */
class ConfigurationPageTest {
  private static final String INTRODUCTION =
      """
      # Configuration

      A test generates this page from the code and fails if it is outdated. The keys are in
      `Pulumi.<stack>.yaml`, under `config:` and the name of their section. A value that is less secure or less
      available than the default requires a reason under `mainstay:waivers`; the column Meaning names these
      values. [The rules](refusals.md) have a page of their own.

      | Key | Type | Meaning |
      |---|---|---|
      | `aws:region` | string | Region of the stack. Required. |
      | `mainstay:tags` | map | Tags of every resource, in addition to `Name`, `Project` and `Stack`. |
      | `mainstay:databasePassword` | secret | Master password, with `database.credentials: own`. |
      | `mainstay:cachePassword` | secret | Password of the cache user, with `cache.authentication: password`. |
      | `mainstay:allowDataLoss` | list of string | Names of components or resources whose data a change may delete. |
      | `mainstay:waivers` | map | The reason for each relaxed key, such as `database.multiAz`. |
      """;

  private final StringBuilder page = new StringBuilder(INTRODUCTION);

  /** The defaults of a stack that configures nothing. */
  private final StackConfig defaults =
      StackConfig.of(
          "mainstay",
          "prod",
          new ConfigValues(
              Map.of(
                  "aws:region",
                  "eu-central-1",
                  "mainstay:waivers",
                  Map.of("edge.domain", "none", "operations.alarmEmails", "none"))));

  @Test
  void thePageTellsEveryKey() throws IOException {
    for (var section : ConfigurationKeys.SECTIONS.entrySet()) {
      page.append(
          "%n## mainstay:%s%n%n| Key | Type | Default | Meaning |%n|---|---|---|---|%n"
              .formatted(section.getKey()));
      tell(section.getValue(), "", args(section.getKey()));
    }
    GeneratedFile.hold("docs/configuration.md", page.toString());
  }

  @Test
  void theSchemaKnowsEveryKey() throws IOException {
    var sections = new JsonObject();
    for (var section : ConfigurationKeys.SECTIONS.entrySet()) {
      sections.add("mainstay:" + section.getKey(), objectOf(section.getValue()));
    }
    sections.add("mainstay:tags", mapOfScalars());
    sections.add("mainstay:allowDataLoss", listOfStrings());
    sections.add("mainstay:waivers", mapOfScalars());
    var config = new JsonObject();
    config.addProperty("type", "object");
    config.add("properties", sections);
    var properties = new JsonObject();
    properties.add("config", config);
    var schema = new JsonObject();
    schema.addProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.addProperty("title", "Pulumi.<stack>.yaml of Mainstay");
    schema.addProperty("type", "object");
    schema.add("properties", properties);
    var json = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    GeneratedFile.hold("docs/mainstay.schema.json", json.toJson(schema) + "\n");
  }

  private void tell(Class<? extends ResourceArgs> type, String prefix, ResourceArgs args)
      throws IOException {
    for (Map.Entry<String, Field> key : SectionReader.shapeOf(type).entrySet()) {
      String name = prefix + key.getKey();
      Type keyType = key.getValue().getGenericType();
      page.append(
          "| `%s` | %s | %s | %s%s |%n"
              .formatted(
                  name,
                  typeName(keyType),
                  defaultOf(args, key.getKey()),
                  Documented.meaning(type, key.getKey()).replace("|", "\\|"),
                  waiver(type, key.getKey())));
      if (nested(keyType) != null) {
        tell(nested(keyType), name + ".", null);
      }
    }
  }

  private static String waiver(Class<?> type, String key) {
    return Documented.relaxations(type).stream()
        .filter(possible -> possible.key().equals(key))
        .map(Possible::effect)
        .findFirst()
        .map(" **Requires a waiver** where it means: %s."::formatted)
        .orElse("");
  }

  private JsonObject objectOf(Class<? extends ResourceArgs> type) throws IOException {
    var properties = new JsonObject();
    for (var key : SectionReader.shapeOf(type).entrySet()) {
      JsonObject schema = schemaOf(key.getValue().getGenericType());
      schema.addProperty("description", Documented.meaning(type, key.getKey()));
      properties.add(key.getKey(), schema);
    }
    var object = new JsonObject();
    object.addProperty("type", "object");
    object.addProperty("additionalProperties", false);
    object.add("properties", properties);
    return object;
  }

  private JsonObject schemaOf(Type type) throws IOException {
    if (type instanceof ParameterizedType generic) {
      if (generic.getRawType() == Map.class) {
        return mapOfScalars();
      }
      var list = new JsonObject();
      list.addProperty("type", "array");
      list.add("items", schemaOf(generic.getActualTypeArguments()[0]));
      return list;
    }
    if (nested(type) != null) {
      return objectOf(nested(type));
    }
    var scalar = new JsonObject();
    scalar.addProperty("type", typeName(type));
    return scalar;
  }

  private static JsonObject listOfStrings() {
    var text = new JsonObject();
    text.addProperty("type", "string");
    var list = new JsonObject();
    list.addProperty("type", "array");
    list.add("items", text);
    return list;
  }

  private static JsonObject mapOfScalars() {
    var types = new com.google.gson.JsonArray();
    types.add("string");
    types.add("number");
    types.add("boolean");
    var values = new JsonObject();
    values.add("type", types);
    var map = new JsonObject();
    map.addProperty("type", "object");
    map.add("additionalProperties", values);
    return map;
  }

  private static Class<? extends ResourceArgs> nested(Type type) {
    Type element =
        type instanceof ParameterizedType generic && generic.getRawType() != Map.class
            ? generic.getActualTypeArguments()[0]
            : type;
    return element instanceof Class<?> found && ResourceArgs.class.isAssignableFrom(found)
        ? found.asSubclass(ResourceArgs.class)
        : null;
  }

  private static String typeName(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == Map.class
          ? "map"
          : "list of " + typeName(generic.getActualTypeArguments()[0]);
    }
    if (nested(type) != null) {
      return "map";
    }
    return type == Integer.class
        ? "integer"
        : type == Double.class ? "number" : type == Boolean.class ? "boolean" : "string";
  }

  /** What the accessor of the same name says where nothing is configured. */
  private static String defaultOf(ResourceArgs args, String key) {
    if (args == null) {
      return "";
    }
    try {
      Object value = args.getClass().getMethod(key).invoke(args);
      boolean plain =
          value instanceof String || value instanceof Number || value instanceof Boolean;
      return plain || (value instanceof java.util.List<?> list && !list.isEmpty())
          ? "`" + (value instanceof String text ? text : Problem.show(value)) + "`"
          : "";
    } catch (NoSuchMethodException none) {
      return "";
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new LinkageError(key, e);
    }
  }

  private ResourceArgs args(String section) {
    var all = new TreeMap<String, ResourceArgs>();
    all.put("network", defaults.network());
    all.put("database", defaults.database());
    all.put("cache", defaults.cache());
    all.put("web", defaults.web());
    all.put("edge", defaults.edge());
    all.put("operations", defaults.operations());
    all.put("usage", new UsageArgs());
    return all.get(section);
  }
}
