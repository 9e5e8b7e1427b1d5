package dev.mainstay;

import dev.mainstay.config.ConfigValues;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.plan.GraphCapture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The graphs of the stacks whose configuration ships with the project. */
public final class CapturedStack {
  private static final Map<String, ResourceGraph> GRAPHS = new ConcurrentHashMap<>();

  private CapturedStack() {}

  /** The graph of a stack, such as {@code prod}; captured once, since capturing takes a second. */
  public static ResourceGraph named(String stack) {
    return GRAPHS.computeIfAbsent(stack, CapturedStack::capture);
  }

  private static ResourceGraph capture(String stack) {
    try {
      var values = ConfigValues.fromFile(Path.of("Pulumi." + stack + ".yaml"));
      var config = StackConfig.of("mainstay", stack, values);
      return GraphCapture.of(
          "mainstay", stack, config.region(), context -> MainstayStack.declare(context, config));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
