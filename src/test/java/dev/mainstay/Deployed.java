package dev.mainstay;

import com.pulumi.core.Output;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.plan.GraphCapture;
import java.util.List;
import java.util.Map;

/** What a component registers, against the mocked monitor. */
public final class Deployed {
  /** A key, as the stack's own would be named; components learn account and partition from it. */
  public static final String KEY_ARN =
      "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555";

  private final ResourceGraph graph;

  private Deployed(ResourceGraph graph) {
    this.graph = graph;
  }

  /** Registers what {@code program} declares, as stack {@code test} of project {@code mainstay}. */
  public static Deployed by(Runnable program) {
    return new Deployed(
        GraphCapture.of("mainstay", "test", "eu-central-1", context -> program.run()));
  }

  public static Output<String> keyArn() {
    return Output.of(KEY_ARN);
  }

  public ResourceGraph graph() {
    return graph;
  }

  /** The resource with a type and logical name; fails if there is none. */
  public ResourceNode get(String type, String name) {
    return graph
        .find(type, name)
        .orElseThrow(() -> new AssertionError("no %s %s in %s".formatted(type, name, names())));
  }

  /** The only resource of a type; fails if there is none or more than one. */
  public ResourceNode only(String type) {
    List<ResourceNode> found = graph.all(type);
    if (found.size() != 1) {
      throw new AssertionError("%d of %s in %s".formatted(found.size(), type, names()));
    }
    return found.get(0);
  }

  public List<ResourceNode> all(String type) {
    return graph.all(type);
  }

  public Map<String, Object> inputs(String type, String name) {
    return get(type, name).inputs();
  }

  private List<String> names() {
    return graph.resources().stream().map(node -> node.type() + " " + node.name()).toList();
  }
}
