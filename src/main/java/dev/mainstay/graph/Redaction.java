package dev.mainstay.graph;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import dev.mainstay.facts.SecretProperties;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes secrets out of a graph before it is written anywhere: those under properties and names that
 * hold secrets, those that a text gives away by how it is written, and copies of the first.
 */
public final class Redaction {
  private static final String STAND_IN = "[secret]";

  /** A copy is replaced only where it can be nothing else: {@code postgres} can be an engine. */
  private static final Pattern UNMISTAKABLE = Pattern.compile("(?=.*[A-Za-z])(?=.*[^A-Za-z]).{8,}");

  private static final Gson JSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
          .create();

  private final Set<String> copies = new HashSet<>();

  private Redaction() {}

  /** The same graph without secrets. */
  public static ResourceGraph of(ResourceGraph graph) {
    var redaction = new Redaction();
    // Once for the secrets alone: a copy may stand before what it is a copy of.
    graph.resources().forEach(node -> redaction.map(node.type(), node.inputs()));
    redaction.map("", graph.outputs());
    return new ResourceGraph(
        graph.project(),
        graph.stack(),
        graph.resources().stream().map(redaction::node).toList(),
        redaction.map("", graph.outputs()));
  }

  private ResourceNode node(ResourceNode node) {
    return node.with(map(node.type(), node.inputs()), node.references());
  }

  private Map<String, Object> map(String type, Map<?, ?> map) {
    var result = new TreeMap<String, Object>();
    map.forEach(
        (key, value) -> {
          boolean secret =
              SecretProperties.isMarked(type, key.toString())
                  || (isTexts(value) && isTelling(key.toString(), map));
          if (secret && !isSetting(type, map)) {
            remember(value);
          }
          result.put(key.toString(), secret ? hidden(value) : value(value));
        });
    return result;
  }

  /**
   * What a parameter holds is hidden whatever it is, but it is mostly no secret: an address, or the
   * name of a user, which stands elsewhere with good reason.
   */
  private static boolean isSetting(String type, Map<?, ?> inputs) {
    return type.equals("aws:ssm/parameter:Parameter")
        && !(inputs.get("name") instanceof String name
            && SecretProperties.isTelling(name.replace('/', '.')));
  }

  /** A name, or the name in a pair such as {@code name: DB_PASSWORD, value: ...}. */
  private static boolean isTelling(String key, Map<?, ?> map) {
    return SecretProperties.isTelling(key)
        || (key.equals("value")
            && Stream.of("name", "key")
                .anyMatch(
                    each ->
                        map.get(each) instanceof String name && SecretProperties.isTelling(name)));
  }

  private static boolean isTexts(Object value) {
    return value instanceof List<?> list
        ? list.stream().allMatch(Redaction::isTexts)
        : value instanceof String text
            && !Set.of("true", "false").contains(text)
            && !text.startsWith("arn:");
  }

  private void remember(Object secret) {
    if (secret instanceof Map<?, ?> map) {
      map.values().forEach(this::remember);
    } else if (secret instanceof List<?> list) {
      list.forEach(this::remember);
    } else if (UNMISTAKABLE.matcher(secret.toString()).matches() && !secret.equals(STAND_IN)) {
      copies.add(secret.toString());
    }
  }

  private static Object hidden(Object value) {
    if (value instanceof Map<?, ?> map) {
      var result = new TreeMap<String, Object>();
      map.forEach((key, each) -> result.put(key.toString(), hidden(each)));
      return result;
    }
    return value instanceof List<?> list ? list.stream().map(Redaction::hidden).toList() : STAND_IN;
  }

  private Object value(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map("", map);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::value).toList();
    }
    return value instanceof String text ? text(text) : value;
  }

  private String text(String text) {
    if (text.startsWith("{") || text.startsWith("[")) {
      return json(text);
    }
    return SecretText.decoded(text)
        .filter(decoded -> !plain(decoded).equals(decoded))
        .map(decoded -> SecretText.encoded(plain(decoded)))
        .orElseGet(() -> plain(text));
  }

  private String plain(String text) {
    String result = SecretText.without(text, STAND_IN);
    for (String copy : copies) {
      result = result.replace(copy, STAND_IN);
    }
    return result;
  }

  /** Such as the containers of a task, with their variables. */
  private String json(String text) {
    try {
      Object read = JSON.fromJson(text, Object.class);
      Object without = value(read);
      return without.equals(read) ? text : JSON.toJson(without);
    } catch (JsonParseException notJson) {
      return plain(text);
    }
  }
}
