package dev.mainstay.deployed;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The exports and the preview that the real engine wrote of the programs beside them. */
final class RecordedJson {
  private RecordedJson() {}

  static String text(String file) {
    try (var stream = Objects.requireNonNull(RecordedJson.class.getResourceAsStream(file), file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ResourceNode node(ResourceGraph graph, String type, String name) {
    return graph.find(type, name).orElseThrow();
  }
}
