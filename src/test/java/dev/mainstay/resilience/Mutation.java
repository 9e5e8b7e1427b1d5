package dev.mainstay.resilience;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import dev.mainstay.resilience.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The same graph with one thing about it changed, as if the program had said so. */
public final class Mutation {
  private ResourceGraph graph;

  private Mutation(ResourceGraph graph) {
    this.graph = graph;
  }

  public static Mutation of(ResourceGraph graph) {
    return new Mutation(graph);
  }

  public ResourceGraph graph() {
    return graph;
  }

  public Mutation without(String type, String name) {
    graph = graph.with(node(type, name).urn(), null);
    return this;
  }

  /** Sets an input at a dotted path of maps; null takes it away, with the references below it. */
  public Mutation set(String type, String name, String path, Object value) {
    return change(
        type,
        name,
        node -> {
          List<Reference> left =
              node.references().stream()
                  .filter(it -> !it.path().equals(path) && !it.path().startsWith(path + "["))
                  .toList();
          return node.with(replaced(node.inputs(), path, value), left);
        });
  }

  /** Makes an input that names resources name others. */
  public Mutation point(String type, String name, String path, ResourceNode... targets) {
    boolean list = node(type, name).input(path).orElse("") instanceof List;
    List<String> ids = List.of(targets).stream().map(target -> "id-of-" + target.name()).toList();
    set(type, name, path, list ? ids : ids.get(0));
    return change(
        type,
        name,
        node -> {
          var references = new ArrayList<>(node.references());
          for (int index = 0; index < targets.length; index++) {
            String at = list ? "%s[%d]".formatted(path, index) : path;
            references.add(new Reference(at, targets[index].urn(), "id", true));
          }
          return node.with(node.inputs(), references);
        });
  }

  public ResourceNode node(String type, String name) {
    return graph.find(type, name).orElseThrow(() -> new AssertionError(type + " " + name));
  }

  private Mutation change(String type, String name, UnaryOperator<ResourceNode> change) {
    ResourceNode node = node(type, name);
    graph = graph.with(node.urn(), change.apply(node));
    return this;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> replaced(
      Map<String, Object> inputs, String path, Object value) {
    var changed = new TreeMap<>(inputs);
    int dot = path.indexOf('.');
    if (dot < 0) {
      changed.remove(path);
      if (value != null) {
        changed.put(path, value);
      }
      return changed;
    }
    String key = path.substring(0, dot);
    var inner = (Map<String, Object>) changed.getOrDefault(key, Map.of());
    changed.put(key, replaced(inner, path.substring(dot + 1), value));
    return changed;
  }

  /** Which verdicts differ, such as {@code zone x: SURVIVES -> DOWN}. */
  public static List<String> differences(ResourceGraph before, ResourceGraph after) {
    Map<String, String> old = summaries(before);
    var differences = new ArrayList<String>();
    summaries(after)
        .forEach(
            (title, summary) -> {
              String was = old.remove(title);
              if (!summary.equals(was)) {
                differences.add("%s: %s -> %s".formatted(title, was, summary));
              }
            });
    old.forEach((title, was) -> differences.add("%s: %s -> gone".formatted(title, was)));
    return differences;
  }

  /** What a reader of the table sees of each verdict. */
  public static Map<String, String> summaries(ResourceGraph graph) {
    var summaries = new TreeMap<String, String>();
    for (Verdict verdict : Resilience.byThemselves(graph).verdicts()) {
      summaries.put(
          verdict.failure().title(),
          "%s (%s, %s)"
              .formatted(
                  verdict.outcome(), verdict.interruption().text(), verdict.dataLoss().text()));
    }
    return summaries;
  }
}
