package dev.mainstay;

import dev.mainstay.config.ConfigValues;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.plan.GraphCapture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The stacks whose configuration is in this repository, as planned offline. */
public final class ShippedStacks {
  /** Capturing takes its time, and a graph does not change. */
  private static final Map<String, ResourceGraph> GRAPHS = new ConcurrentHashMap<>();

  private ShippedStacks() {}

  public static ResourceGraph dev() {
    return graph("dev");
  }

  public static ResourceGraph prod() {
    return graph("prod");
  }

  /** The reasons that a stack gives for what it relaxes. */
  public static Map<String, String> waivers(String stack) {
    return config(stack).waivers();
  }

  private static ResourceGraph graph(String stack) {
    return GRAPHS.computeIfAbsent(
        stack,
        name ->
            GraphCapture.of(
                "mainstay",
                name,
                config(name).region(),
                context -> MainstayStack.declare(context, config(name))));
  }

  private static StackConfig config(String stack) {
    try {
      return StackConfig.of(
          "mainstay", stack, ConfigValues.fromFile(Path.of("Pulumi." + stack + ".yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
