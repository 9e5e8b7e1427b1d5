package dev.mainstay.deployed;

import dev.mainstay.deployed.DeployedStack.Gap;
import dev.mainstay.deployed.Identities.Source;
import dev.mainstay.graph.ResourceNode.Reference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds where the inputs of one resource name others: first by value, then by what the engine
 * recorded of where values come from.
 */
final class InputReferences {
  private static final int SHORTEST_ENCODED_TEXT = 64;
  private static final String LATER = "known only after the update";

  private final State state;
  private final Identities identities;
  private final List<Gap> gaps;
  private final Set<Reference> found = new LinkedHashSet<>();

  InputReferences(State state, Identities identities, List<Gap> gaps) {
    this.state = state;
    this.identities = identities;
    this.gaps = gaps;
  }

  List<Reference> found() {
    return found.stream().filter(reference -> !reference.urn().equals(state.urn())).toList();
  }

  /**
   * The inputs without unknown values. One that can only be a certain resource's is the urn of that
   * resource, so that it is not missing in a list.
   */
  Map<String, Object> resolve(Map<String, Object> inputs) {
    Map<String, List<String>> recorded = state.propertyDependencies();
    var result = new TreeMap<String, Object>();
    inputs.forEach(
        (property, value) -> {
          List<String> from =
              recorded.isEmpty()
                  ? state.dependencies()
                  : recorded.getOrDefault(property, List.of());
          collect(property, value, from);
          List<String> unseen =
              recorded.isEmpty()
                  ? List.of()
                  : from.stream().filter(urn -> !isFound(property, urn)).toList();
          Object resolved = filled(property, value, unseen);
          if (resolved != null) {
            result.put(property, resolved);
          }
          unseen.stream()
              .filter(urn -> !isFound(property, urn))
              .forEach(urn -> found.add(new Reference(property, urn, "", false)));
        });
    return result;
  }

  private boolean isFound(String property, String urn) {
    return found.stream()
        .filter(reference -> reference.urn().equals(urn))
        .map(Reference::path)
        .anyMatch(path -> path.replaceAll("[.\\[].*", "").equals(property));
  }

  private void collect(String path, Object value, List<String> from) {
    if (value instanceof List<?> list) {
      for (int index = 0; index < list.size(); index++) {
        collect("%s[%d]".formatted(path, index), list.get(index), from);
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, entry) -> collect(path + "." + key, entry, from));
    } else if (value instanceof String text && !text.equals(PropertyValues.UNKNOWN)) {
      var whole = identities.named(text, from);
      whole.ifPresentOrElse(
          source -> found.add(new Reference(path, source.urn(), source.property(), true)),
          () -> {
            for (Source source : identities.namedInside(decoded(text), from)) {
              found.add(new Reference(path, source.urn(), source.property(), false));
            }
          });
    }
  }

  /** With one origin that is not accounted for, an unknown value can only be from there. */
  private Object filled(String path, Object value, List<String> unseen) {
    if (PropertyValues.UNKNOWN.equals(value)) {
      if (unseen.size() == 1) {
        found.add(new Reference(path, unseen.get(0), "", true));
        return unseen.get(0);
      }
      gaps.add(new Gap(state.urn(), path, LATER));
      return null;
    }
    if (value instanceof List<?> list) {
      var result = new ArrayList<Object>();
      for (Object element : list) {
        result.add(filled("%s[%d]".formatted(path, result.size()), element, unseen));
      }
      return result.stream().filter(Objects::nonNull).toList();
    }
    if (value instanceof Map<?, ?> map) {
      var result = new TreeMap<String, Object>();
      map.forEach(
          (key, entry) -> {
            Object resolved = filled(path + "." + key, entry, unseen);
            if (resolved != null) {
              result.put(key.toString(), resolved);
            }
          });
      return result;
    }
    return value;
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
