package dev.mainstay;

import dev.mainstay.config.ConfigValues;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.plan.GraphCapture;
import dev.mainstay.stack.StackConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The shipped stacks, captured from their real configuration files. */
public final class Stacks {
  private static final Map<String, ResourceGraph> CAPTURED = new ConcurrentHashMap<>();

  private Stacks() {}

  public static ResourceGraph dev() {
    return captured("dev", Path.of("Pulumi.dev.yaml"));
  }

  public static ResourceGraph prod() {
    return captured("prod", Path.of("Pulumi.prod.yaml"));
  }

  public static ResourceGraph article() {
    return captured("article", Path.of("examples/article/Pulumi.article.yaml"));
  }

  /** The reasons that a shipped stack gives for what it relaxes. */
  public static Map<String, String> waivers(String stack) {
    return config(stack, Path.of("Pulumi.%s.yaml".formatted(stack))).waivers();
  }

  /** The sound configuration in a stack's file. */
  public static StackConfig config(String stack, Path file) {
    try {
      return StackConfig.of(
          "mainstay", stack, ConfigValues.fromFile(file), LocalDate.of(2026, 11, 29));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a configuration registers. */
  public static ResourceGraph capture(String stack, StackConfig config) {
    return GraphCapture.of(
        "mainstay", stack, config.region(), context -> MainstayStack.declare(context, config));
  }

  private static ResourceGraph captured(String stack, Path file) {
    return CAPTURED.computeIfAbsent(stack, name -> capture(name, config(name, file)));
  }
}
