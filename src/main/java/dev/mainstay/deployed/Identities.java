package dev.mainstay.deployed;

import com.google.gson.JsonElement;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the resources of a stack are called: their ids, ARNs, names and other outputs. */
final class Identities {
  /** Of outputs, those that name a resource, the best first. */
  private static final List<String> NAMES = List.of("arn", "name", "identifier", "bucket");

  /** Shorter ids and outputs are too likely to mean something else inside a text. */
  private static final int SHORTEST_IN_TEXT = 8;

  record Source(String urn, String property) {}

  /** By resource, its texts and what property each is. */
  private final Map<String, Map<String, String>> texts = new HashMap<>();

  /** Ids and ARNs, which name one resource wherever they stand. */
  private final Map<String, Source> unmistakable = new HashMap<>();

  Identities(Collection<State> states) {
    states.forEach(this::learn);
  }

  private void learn(State state) {
    var own = new LinkedHashMap<String, String>();
    state.id().ifPresent(id -> own.putIfAbsent(id, "id"));
    NAMES.forEach(name -> learn(own, name, state.outputs().get(name)));
    state.outputs().entrySet().forEach(entry -> learn(own, entry.getKey(), entry.getValue()));
    texts.put(state.urn(), own);
    own.forEach(
        (text, property) -> {
          boolean isId = property.equals("id") && text.matches("[a-z]+-[0-9a-f]{8,}");
          if (isId || (property.equals("arn") && text.startsWith("arn:"))) {
            unmistakable.putIfAbsent(text, new Source(state.urn(), property));
          }
        });
  }

  private static void learn(Map<String, String> own, String property, JsonElement value) {
    boolean isText =
        value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
    if (isText && !value.getAsString().isEmpty()) {
      own.putIfAbsent(value.getAsString(), property);
    }
  }

  /** The resource, of those that a value comes from, that the whole value names. */
  Optional<Source> named(String value, List<String> among) {
    return among.stream()
        .filter(urn -> texts.getOrDefault(urn, Map.of()).containsKey(value))
        .map(urn -> new Source(urn, texts.get(urn).get(value)))
        .findFirst()
        .or(() -> Optional.ofNullable(unmistakable.get(value)));
  }

  /** The resources that are named inside a longer text. */
  List<Source> namedInside(String text, List<String> among) {
    var found = new LinkedHashMap<String, Source>();
    for (String urn : among) {
      // The longest, since a host name often begins with the name of what it leads to.
      texts.getOrDefault(urn, Map.of()).entrySet().stream()
          .filter(name -> name.getKey().length() >= SHORTEST_IN_TEXT)
          .filter(name -> text.contains(name.getKey()))
          .max(Comparator.comparing(name -> name.getKey().length()))
          .ifPresent(name -> found.put(urn, new Source(urn, name.getValue())));
    }
    unmistakable.forEach(
        (name, source) -> {
          if (text.contains(name)) {
            found.putIfAbsent(source.urn(), source);
          }
        });
    return List.copyOf(found.values());
  }
}
