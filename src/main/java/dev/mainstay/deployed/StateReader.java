package dev.mainstay.deployed;

import dev.mainstay.deployed.DeployedStack.Gap;
import dev.mainstay.facts.ReferenceFact;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes a graph of the engine's states. */
final class StateReader {
  /** What is told only by outputs when AWS or the provider chose it. */
  private static final Map<String, List<String>> CHOSEN_BY_AWS =
      Map.of("aws:ec2/subnet:Subnet", List.of("availabilityZone"));

  private final List<State> states;
  private final Identities identities;
  private final Map<String, State> byUrn;
  private final List<Gap> gaps = new ArrayList<>();
  private final Map<String, Map<String, Object>> outputs = new HashMap<>();

  private StateReader(List<State> all) {
    states = all.stream().filter(state -> !state.isProvider() && !state.isStack()).toList();
    identities = new Identities(states);
    byUrn =
        states.stream().collect(Collectors.toMap(State::urn, state -> state, (one, two) -> two));
  }

  static DeployedStack read(List<State> all) {
    var reader = new StateReader(all);
    List<ResourceNode> nodes = reader.states.stream().map(reader::node).toList();
    String[] parts = all.stream().map(State::urn).findFirst().orElse("::").split("::", -1);
    String stack = parts[0].replace("urn:pulumi:", "");
    String project = parts[1];
    return new DeployedStack(
        new ResourceGraph(project, stack, nodes, reader.outputs(all)),
        List.copyOf(reader.gaps),
        reader.outputs,
        Regions.elsewhere(all));
  }

  private ResourceNode node(State state) {
    Map<String, Object> given = new PropertyValues(state.urn(), gaps).of(state.inputs());
    String identifier = ReferenceFact.identifierOf(state.type());
    if (isAutomaticName(state, given.get(identifier))) {
      given.remove(identifier);
    }
    Map<String, Object> chosen =
        new PropertyValues(state.urn(), new ArrayList<>()).of(state.outputs());
    chosen.values().removeIf(PropertyValues.UNKNOWN::equals);
    remember(state, chosen);
    CHOSEN_BY_AWS.getOrDefault(state.type(), List.of()).stream()
        .filter(chosen::containsKey)
        .forEach(property -> given.putIfAbsent(property, chosen.get(property)));
    var references = new InputReferences(state, identities, byUrn, gaps);
    Map<String, Object> inputs = references.resolve(given);
    var node =
        new ResourceNode(
            state.urn(),
            state.type(),
            state.name(),
            state.text("parent").filter(byUrn::containsKey).orElse(null),
            state.isTrue("custom"),
            state.isTrue("protect"),
            state.dependencies().stream().filter(byUrn::containsKey).sorted().toList(),
            inputs,
            references.found());
    return node.retained(state.isTrue("retainOnDelete"));
  }

  private void remember(State state, Map<String, Object> chosen) {
    var known = new TreeMap<>(chosen);
    state.id().ifPresent(id -> known.put("id", id));
    outputs.put(state.urn(), known);
  }

  /** The logical name with seven random digits is no choice of the program. */
  private static boolean isAutomaticName(State state, Object value) {
    return value instanceof String text
        && text.startsWith(state.name() + "-")
        && text.substring(state.name().length() + 1).matches("[0-9a-f]{7}");
  }

  private Map<String, Object> outputs(List<State> all) {
    Optional<State> stack = all.stream().filter(State::isStack).findFirst();
    return stack
        .map(
            state -> {
              Map<String, Object> values =
                  new PropertyValues(state.urn(), gaps).of(state.outputs());
              values.values().removeIf(PropertyValues.UNKNOWN::equals);
              return values;
            })
        .orElse(Map.of());
  }
}
