package dev.mainstay.plan;

import dev.mainstay.facts.ReferenceFact;
import dev.mainstay.graph.ResourceNode.Reference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds where inputs name other resources: as a whole value, or inside a longer text such as a
 * policy or, base64-encoded, user data.
 */
final class ReferenceFinder {
  /** The part of every stand-in id that belongs to one resource alone. */
  private static final Pattern TOKEN = Pattern.compile("(?<![0-9a-f])[0-9a-f]{17}(?![0-9a-f])");

  private static final int SHORTEST_ENCODED_TEXT = 64;

  private record Source(String urn, String property) {}

  private record Named(String type, String name) {}

  private final Map<String, Source> byValue = new HashMap<>();
  private final Map<String, Source> byToken = new HashMap<>();

  /** What the program itself gives a name to. */
  private final Map<Named, Source> names = new HashMap<>();

  /** Learns what each resource of the stack is called, from what it was given and answered. */
  ReferenceFinder(String project, String stack, StandInAws aws) {
    aws.answers()
        .forEach(
            (key, outputs) -> {
              String urn = "urn:pulumi:%s::%s::%s".formatted(stack, project, key);
              outputs.forEach((property, value) -> learn(urn, property, value));
            });
    aws.inputs()
        .forEach(
            (key, inputs) -> {
              String type = key.replaceFirst("::.*", "");
              String property = ReferenceFact.identifierOf(type);
              if (inputs.get(property) instanceof String name) {
                String urn = "urn:pulumi:%s::%s::%s".formatted(stack, project, key);
                names.put(new Named(type, name), new Source(urn, property));
              }
            });
  }

  private void learn(String urn, String property, Object value) {
    if (value instanceof String text) {
      var matcher = TOKEN.matcher(text);
      if (matcher.find()) {
        byValue.putIfAbsent(text, new Source(urn, property));
        byToken.putIfAbsent(matcher.group(), new Source(urn, ""));
      }
    } else if (value instanceof List<?> list) {
      for (int index = 0; index < list.size(); index++) {
        learn(urn, "%s[%d]".formatted(property, index), list.get(index));
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, entry) -> learn(urn, property + "." + key, entry));
    }
  }

  /** All references in the inputs of the resource {@code own}. */
  List<Reference> in(String own, String type, Map<String, Object> inputs) {
    var found = new ArrayList<Reference>();
    inputs.forEach((key, value) -> collect(type, key, value, found));
    found.removeIf(reference -> reference.urn().equals(own));
    return found.stream().distinct().toList();
  }

  private void collect(String type, String path, Object value, List<Reference> found) {
    if (value instanceof String text) {
      inText(type, path, text, found);
    } else if (value instanceof List<?> list) {
      for (int index = 0; index < list.size(); index++) {
        collect(type, "%s[%d]".formatted(path, index), list.get(index), found);
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, entry) -> collect(type, path + "." + key, entry, found));
    }
  }

  private void inText(String type, String path, String text, List<Reference> found) {
    Source whole = byValue.get(text);
    if (whole != null) {
      found.add(new Reference(path, whole.urn(), whole.property(), true));
      return;
    }
    List<Source> named =
        ReferenceFact.of(type, path).stream()
            .flatMap(fact -> fact.targets().stream())
            .flatMap(target -> Stream.ofNullable(names.get(new Named(target, text))))
            .toList();
    if (named.size() == 1) {
      found.add(new Reference(path, named.get(0).urn(), named.get(0).property(), true));
    }
    var tokens = TOKEN.matcher(decoded(text));
    while (tokens.find()) {
      Source source = byToken.get(tokens.group());
      if (source != null) {
        found.add(new Reference(path, source.urn(), source.property(), false));
      }
    }
  }

  private static String decoded(String text) {
    if (text.length() < SHORTEST_ENCODED_TEXT || text.contains(" ")) {
      return text;
    }
    try {
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return text;
    }
  }
}
