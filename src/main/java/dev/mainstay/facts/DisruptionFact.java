package dev.mainstay.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The effect of a change of an input of a resource.
 *
 * @param property the input; {@code *} for all, {@code (delete)} for the deletion of the resource
 * @param condition what must hold for the change, joined by {@code &}; empty if it always holds
 * @param effect the name of an effect, such as {@code REBOOT}
 * @param downtime whether and for how long it is down, in words
 * @param when when that happens, in words
 * @param lost what is lost; empty for nothing
 * @param sources short names that {@code SOURCES.md} explains
 */
public record DisruptionFact(
    String property,
    String condition,
    String effect,
    String downtime,
    String when,
    String lost,
    String sources) {

  private static final Map<String, List<DisruptionFact>> BY_TYPE =
      Table.rows("disruption.csv").stream()
          .collect(
              Collectors.groupingBy(
                  row -> row.get("type"),
                  Collectors.mapping(
                      row ->
                          new DisruptionFact(
                              row.get("property"),
                              row.get("condition"),
                              row.get("effect"),
                              row.get("downtime"),
                              row.get("when"),
                              row.get("lost"),
                              row.get("sources")),
                      Collectors.toList())));

  /** The inputs that no resource of a type can change in its lifetime, with the source of that. */
  private static final Map<String, Map<String, String>> REPLACING =
      Table.rows("replacements.csv").stream()
          .collect(
              Collectors.groupingBy(
                  row -> row.get("type"),
                  Collectors.toMap(row -> row.get("property"), row -> row.get("sources"))));

  /** All facts about a type, the most specific first. */
  public static List<DisruptionFact> of(String type) {
    return BY_TYPE.getOrDefault(TypeAliases.current(type), List.of());
  }

  /** The source that says that a change of {@code property} replaces the resource, if one does. */
  public static Optional<String> replacing(String type, String property) {
    return Optional.ofNullable(
        REPLACING.getOrDefault(TypeAliases.current(type), Map.of()).get(property));
  }
}
