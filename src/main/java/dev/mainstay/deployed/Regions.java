package dev.mainstay.deployed;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which region each resource is in: its own, where it names one, or that of its provider. */
final class Regions {
  private Regions() {}

  /** By URN, the region of each resource that is not in the region of most others. */
  static Map<String, String> elsewhere(List<State> states) {
    var providers = new HashMap<String, String>();
    states.stream()
        .filter(State::isProvider)
        .forEach(
            provider ->
                region(provider.inputs())
                    .or(() -> region(provider.outputs()))
                    .ifPresent(region -> providers.put(provider.urn(), region)));
    var regions = new HashMap<String, String>();
    states.stream()
        .filter(state -> !state.isProvider())
        .forEach(
            state ->
                region(state, providers).ifPresent(region -> regions.put(state.urn(), region)));
    String most = most(regions.values().stream());
    regions.values().removeIf(most::equals);
    return Map.copyOf(regions);
  }

  private static Optional<String> region(State state, Map<String, String> providers) {
    return region(state.inputs())
        .or(
            () ->
                state
                    .text("provider")
                    .filter(provider -> provider.contains("::"))
                    .map(provider -> provider.substring(0, provider.lastIndexOf("::")))
                    .map(providers::get));
  }

  private static Optional<String> region(JsonObject properties) {
    return Optional.ofNullable(properties.get("region"))
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsString)
        .filter(region -> !region.equals(PropertyValues.UNKNOWN));
  }

  /** Of several with as many resources, the first by name. */
  private static String most(Stream<String> regions) {
    return regions
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.<String, Long>comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
