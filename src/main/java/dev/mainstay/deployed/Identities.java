package dev.mainstay.deployed;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.mainstay.facts.ReferenceFact;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the resources of a stack are called: their own ids, ARNs, names and other outputs. An output
 * that repeats what belongs to another resource, such as the subnet of an association, is no
 * identity.
 */
final class Identities {
  /** Ids and host names that AWS gives out, which name one thing wherever they stand. */
  private static final Pattern UNMISTAKABLE =
      Pattern.compile(
          "[a-z]+-[0-9a-f]{8,}"
              + "|arn:[^ ]+"
              + "|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
              + "|[^ ]+\\.(amazonaws\\.com(\\.cn)?|cloudfront\\.net|on\\.aws)(:\\d+)?");

  /** Outputs that hold a name, in contrast to a state or a setting. */
  private static final Pattern NAMING =
      Pattern.compile(
          "(?i).*(id|name|identifier|suffix|address|endpoint|url|uri|fqdn|domain|version|recordvalue"
              + "|clusters\\[\\d+\\])");

  private static final Pattern TAGS = Pattern.compile("tags(All)?");

  /** A value that so many resources have is a word of AWS rather than a name. */
  private static final int MANY = 16;

  private static final List<String> KEYS = List.of("id", "arn");

  /** An output of a resource. */
  record Source(String urn, String type, String property) {}

  /** By value, the resources whose id or ARN it is. */
  private final Map<String, Map<String, Source>> keys = new HashMap<>();

  /** By value, the resources that it is another output of. */
  private final Map<String, Map<String, Source>> others = new HashMap<>();

  /** By value, resources of which it is an id that stands for another resource, as it seems. */
  private final Map<String, Map<String, Source>> borrowed = new HashMap<>();

  Identities(List<State> states) {
    states.forEach(this::learnKeys);
    states.forEach(this::learnOthers);
  }

  private void learnKeys(State state) {
    var own = new LinkedHashMap<String, String>();
    state.id().ifPresent(id -> own.put(id, "id"));
    texts(state.outputs(), "arn").forEach((path, arn) -> own.putIfAbsent(arn, "arn"));
    own.forEach(
        (value, property) ->
            learn(isBorrowed(state, value) ? borrowed : keys, state, value, property));
  }

  /** Whether a resource has a value from elsewhere: an attachment has the id of what it is for. */
  private static boolean isBorrowed(State state, String value) {
    JsonElement identifier = state.inputs().get(ReferenceFact.identifierOf(state.type()));
    return !isText(identifier, value)
        && state.inputs().entrySet().stream().anyMatch(input -> isText(input.getValue(), value));
  }

  private void learnOthers(State state) {
    String identifier = ReferenceFact.identifierOf(state.type());
    state
        .outputs()
        .entrySet()
        .forEach(
            output -> {
              String property = output.getKey();
              boolean repeats =
                  !property.equals(identifier)
                      && output.getValue().equals(state.inputs().get(property));
              if (!repeats && !KEYS.contains(property) && !TAGS.matcher(property).matches()) {
                texts(property, output.getValue())
                    .forEach((path, value) -> learnOther(state, value, path));
              }
            });
  }

  private void learnOther(State state, String value, String property) {
    boolean isOfAnother = isUnmistakable(value) && isKeyOfAnother(value, state.urn());
    boolean isName = isUnmistakable(value) || NAMING.matcher(property).matches();
    if (isName && !isOfAnother && !value.isBlank() && !isBorrowed(state, value)) {
      learn(others, state, value, property);
    }
  }

  private boolean isKeyOfAnother(String value, String urn) {
    Map<String, Source> sources = keys.getOrDefault(value, Map.of());
    return !sources.isEmpty() && !(sources.size() == 1 && sources.containsKey(urn));
  }

  private static void learn(
      Map<String, Map<String, Source>> all, State state, String value, String property) {
    all.computeIfAbsent(value, any -> new LinkedHashMap<>(2))
        .putIfAbsent(state.urn(), new Source(state.urn(), state.type(), property));
  }

  /**
   * The resources that a whole value is an identity of.
   *
   * @param origins of a value that many share, only those of these resources
   */
  List<Source> named(String value, List<String> origins) {
    Map<String, Source> byKey = keys.getOrDefault(value, Map.of());
    Map<String, Source> byOther = others.getOrDefault(value, Map.of());
    if (byKey.isEmpty() && byOther.isEmpty()) {
      Map<String, Source> seeming = borrowed.getOrDefault(value, Map.of());
      return seeming.size() == 1 ? List.copyOf(seeming.values()) : List.of();
    }
    if (byKey.size() + byOther.size() > MANY) {
      return origins.stream()
          .flatMap(urn -> Stream.ofNullable(byKey.getOrDefault(urn, byOther.get(urn))))
          .toList();
    }
    var all = new LinkedHashMap<>(byOther);
    all.putAll(byKey);
    return List.copyOf(all.values());
  }

  /** Whether a value names one thing by itself, whatever stands around it. */
  static boolean isUnmistakable(String value) {
    return UNMISTAKABLE.matcher(value).matches();
  }

  private static boolean isText(JsonElement value) {
    return value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
  }

  private static boolean isText(JsonElement element, String value) {
    return isText(element) && element.getAsString().equals(value);
  }

  private static Map<String, String> texts(JsonObject outputs, String property) {
    return outputs.has(property) ? texts(property, outputs.get(property)) : Map.of();
  }

  /** By path, the texts at a property and below it; none of what is secret. */
  private static Map<String, String> texts(String path, JsonElement value) {
    if (isText(value)) {
      return Map.of(path, value.getAsString());
    }
    var result = new LinkedHashMap<String, String>();
    if (value instanceof JsonArray array) {
      for (int index = 0; index < array.size(); index++) {
        result.putAll(texts("%s[%d]".formatted(path, index), array.get(index)));
      }
    } else if (value instanceof JsonObject object && !object.has(PropertyValues.SIGNATURE)) {
      object
          .entrySet()
          .forEach(each -> result.putAll(texts(path + "." + each.getKey(), each.getValue())));
    }
    return result;
  }
}
