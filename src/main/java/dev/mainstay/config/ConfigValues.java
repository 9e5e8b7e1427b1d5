package dev.mainstay.config;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import com.pulumi.core.Output;
import dev.mainstay.text.Utf8;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The configuration of one stack, as written, by full key such as {@code mainstay:database}. Values
 * are maps, lists, strings, numbers and booleans.
 */
public record ConfigValues(Map<String, Object> values) {
  /** A value that is stored encrypted. Its text is null if it was not decrypted. */
  public record Secret(String text) {
    /** The value for a resource, marked as secret; a placeholder if it was not decrypted. */
    public Output<String> asOutput() {
      return Output.ofSecret(text == null ? "not-decrypted-offline" : text);
    }

    @Override
    public String toString() {
      return "[secret]";
    }
  }

  private static final Gson JSON =
      new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

  private static final String SECURE = "secure";

  /**
   * The configuration that the Pulumi engine hands to a program. The {@code Config} class of the
   * SDK cannot list keys, so this method reads the same two environment variables.
   */
  public static ConfigValues fromEngine(Map<String, String> environment) {
    Map<String, String> raw =
        JSON.fromJson(
            environment.getOrDefault("PULUMI_CONFIG", "{}"),
            new TypeToken<Map<String, String>>() {});
    List<String> secretKeys =
        JSON.fromJson(
            environment.getOrDefault("PULUMI_CONFIG_SECRET_KEYS", "[]"),
            new TypeToken<List<String>>() {});
    var values = new TreeMap<String, Object>();
    raw.forEach(
        (key, text) -> {
          Object value = structured(text);
          boolean plainSecret = secretKeys.contains(key) && value instanceof String;
          values.put(key, plainSecret ? new Secret(text) : value);
        });
    return new ConfigValues(values);
  }

  /**
   * The configuration in a {@code Pulumi.<stack>.yaml} file. Encrypted values stay encrypted.
   *
   * @throws IOException if there is no such file, or it is not YAML in UTF-8
   */
  public static ConfigValues fromFile(Path file) throws IOException {
    var values = new TreeMap<String, Object>();
    if (yaml(file).get("config") instanceof Map<?, ?> config) {
      config.forEach((key, value) -> values.put(key.toString(), withSecrets(value)));
    }
    return new ConfigValues(values);
  }

  /**
   * The content of a YAML file that holds a map.
   *
   * @throws IOException if there is no such file, or it is not YAML in UTF-8
   */
  public static Map<?, ?> yaml(Path file) throws IOException {
    try {
      Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(Utf8.read(file));
      return content instanceof Map<?, ?> map ? map : Map.of();
    } catch (YAMLException e) {
      throw new IOException("%s is not valid YAML: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static Object structured(String text) {
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return text;
    }
    try {
      return JSON.fromJson(text, Object.class);
    } catch (JsonParseException notJson) {
      return text;
    }
  }

  private static Object withSecrets(Object value) {
    if (value instanceof Map<?, ?> map) {
      if (map.size() == 1 && map.containsKey(SECURE)) {
        return new Secret(null);
      }
      var result = new TreeMap<String, Object>();
      map.forEach((key, entry) -> result.put(String.valueOf(key), withSecrets(entry)));
      return result;
    }
    return value instanceof List<?> list
        ? list.stream().map(ConfigValues::withSecrets).toList()
        : value;
  }
}
