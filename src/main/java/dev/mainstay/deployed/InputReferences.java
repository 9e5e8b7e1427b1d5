package dev.mainstay.deployed;

import dev.mainstay.deployed.DeployedStack.Gap;
import dev.mainstay.deployed.Identities.Source;
import dev.mainstay.facts.ReferenceFact;
import dev.mainstay.graph.ResourceNode.Reference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds where the inputs of one resource name others. A value names the one resource that it
 * belongs to and that the input can name. The origins that the engine recorded only select between
 * several candidates, since many of them only state an order. An undecided reference is a gap.
 */
final class InputReferences {
  private static final Pattern INSIDE = Pattern.compile("[.\\[].*");
  private static final String LATER = "known only after the update";
  private static final String AMBIGUOUS = "several resources have this name";
  private static final String UNRESOLVED =
      "no resource that Pulumi recorded as its origin matches it";

  private final State state;
  private final Identities identities;
  private final Map<String, State> states;
  private final List<Gap> gaps;
  private final Map<String, List<String>> recorded;
  private final Set<Reference> found = new LinkedHashSet<>();

  InputReferences(State state, Identities identities, Map<String, State> states, List<Gap> gaps) {
    this.state = state;
    this.identities = identities;
    this.states = states;
    this.gaps = gaps;
    recorded = state.propertyDependencies();
  }

  List<Reference> found() {
    return List.copyOf(found);
  }

  /**
   * The inputs without unknown values. One that can only be a certain resource's is the urn of that
   * resource, so that it is not missing in a list.
   */
  Map<String, Object> resolve(Map<String, Object> inputs) {
    var result = new TreeMap<String, Object>();
    inputs.forEach(
        (property, value) -> {
          collect(property, value, property);
          Object resolved = filled(property, value, property);
          if (resolved != null) {
            result.put(property, resolved);
          }
        });
    return result;
  }

  private void collect(String path, Object value, String property) {
    if (value instanceof List<?> list) {
      for (int index = 0; index < list.size(); index++) {
        collect("%s[%d]".formatted(path, index), list.get(index), property);
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, entry) -> collect(path + "." + key, entry, property));
    } else if (value instanceof String text && !text.equals(PropertyValues.UNKNOWN)) {
      text(path, text, property);
    }
  }

  private void text(String path, String text, String property) {
    Optional<ReferenceFact> fact = ReferenceFact.of(state.type(), path);
    List<Source> named = named(text, property);
    List<Source> wanted =
        fact.map(it -> named.stream().filter(each -> it.targets().contains(each.type())).toList())
            .orElse(List.of());
    List<Source> possible =
        !wanted.isEmpty()
            ? wanted
            : named.stream().filter(each -> isCertain(text, each, property)).toList();
    Optional<Source> one = only(possible, property);
    if (one.isPresent()) {
      found.add(new Reference(path, one.get().urn(), one.get().property(), true));
    } else if (!possible.isEmpty()) {
      gaps.add(new Gap(state.urn(), path, AMBIGUOUS));
    } else if (fact.isPresent() && !origins(property, fact.get()).isEmpty()) {
      gaps.add(new Gap(state.urn(), path, UNRESOLVED));
    } else {
      inside(path, text, property);
    }
  }

  /** Without a fact of the input, a name could be a word that means something else. */
  private boolean isCertain(String text, Source source, String property) {
    return Identities.isUnmistakable(text) || isOrigin(source, property);
  }

  private boolean isOrigin(Source source, String property) {
    return recorded.getOrDefault(property, List.of()).contains(source.urn());
  }

  private Optional<Source> only(List<Source> sources, String property) {
    List<Source> left =
        sources.size() > 1
            ? sources.stream().filter(each -> isOrigin(each, property)).toList()
            : sources;
    return left.size() == 1 ? Optional.of(left.get(0)) : Optional.empty();
  }

  private void inside(String path, String text, String property) {
    for (String word : Words.in(text, word -> !sources(word, property).isEmpty())) {
      only(sources(word, property), property)
          .ifPresent(
              source -> found.add(new Reference(path, source.urn(), source.property(), false)));
    }
  }

  private List<Source> sources(String word, String property) {
    return named(word, property).stream().filter(each -> isCertain(word, each, property)).toList();
  }

  private List<Source> named(String value, String property) {
    return identities.named(value, recorded.getOrDefault(property, List.of())).stream()
        .filter(each -> !each.urn().equals(state.urn()))
        .toList();
  }

  /** The resources of the wanted types that the engine recorded as the origin of an input. */
  private List<String> origins(String property, ReferenceFact fact) {
    return recorded.getOrDefault(property, List.of()).stream()
        .filter(urn -> states.containsKey(urn) && fact.targets().contains(states.get(urn).type()))
        .filter(urn -> !isFound(property, urn))
        .toList();
  }

  private boolean isFound(String property, String urn) {
    return found.stream()
        .filter(each -> each.urn().equals(urn))
        .anyMatch(each -> INSIDE.matcher(each.path()).replaceFirst("").equals(property));
  }

  private Object filled(String path, Object value, String property) {
    if (PropertyValues.UNKNOWN.equals(value)) {
      return unknown(path, property);
    }
    if (value instanceof List<?> list) {
      return elements(path, list, property);
    }
    if (value instanceof Map<?, ?> map) {
      var result = new TreeMap<String, Object>();
      map.forEach(
          (key, entry) -> {
            Object resolved = filled(path + "." + key, entry, property);
            if (resolved != null) {
              result.put(key.toString(), resolved);
            }
          });
      return result;
    }
    return value;
  }

  /** An unknown value is the resource that it can only come from. */
  private Object unknown(String path, String property) {
    Optional<ReferenceFact> fact = ReferenceFact.of(state.type(), path);
    List<String> origins =
        fact.map(it -> origins(property, it)).orElseGet(() -> onlyOrigin(property));
    if (fact.isPresent() && fact.get().isList() && !origins.isEmpty() && path.equals(property)) {
      return elements(path, origins.stream().map(any -> PropertyValues.UNKNOWN).toList(), property);
    }
    if (origins.size() == 1) {
      found.add(new Reference(path, origins.get(0), "", true));
      return origins.get(0);
    }
    gaps.add(new Gap(state.urn(), path, LATER));
    return null;
  }

  private List<String> onlyOrigin(String property) {
    List<String> all = recorded.getOrDefault(property, List.of());
    return all.size() == 1 && !isFound(property, all.get(0)) ? all : List.of();
  }

  /** As many unknown elements as there are origins are these, in whatever order. */
  private List<Object> elements(String path, List<?> list, String property) {
    long unknown = list.stream().filter(PropertyValues.UNKNOWN::equals).count();
    List<String> origins =
        ReferenceFact.of(state.type(), path)
            .map(fact -> origins(property, fact))
            .filter(all -> all.size() == unknown)
            .orElse(List.of());
    var left = new ArrayList<>(origins);
    var result = new ArrayList<Object>();
    for (int index = 0; index < list.size(); index++) {
      String place = "%s[%d]".formatted(path, index);
      Object element = list.get(index);
      if (PropertyValues.UNKNOWN.equals(element) && !left.isEmpty()) {
        found.add(new Reference(place, left.get(0), "", true));
        result.add(left.remove(0));
      } else {
        Object resolved = filled(place, element, property);
        if (resolved != null) {
          result.add(resolved);
        }
      }
    }
    return List.copyOf(result);
  }
}
