package dev.mainstay.graph;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import java.util.List;
import java.util.Map;

/** A captured graph as JSON, for other tools and for comparing one version with the next. */
public final class GraphJson {
  private static final Gson JSON =
      new GsonBuilder()
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
          .create();

  /** What is written of a graph. */
  private record Written(
      String project, String stack, List<ResourceNode> resources, Map<String, Object> outputs) {}

  private GraphJson() {}

  /** The graph without its secrets. */
  public static String write(ResourceGraph graph) {
    ResourceGraph redacted = Redaction.of(graph);
    return JSON.toJson(
            new Written(
                redacted.project(), redacted.stack(), redacted.resources(), redacted.outputs()))
        + "\n";
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws JsonParseException if it is no such JSON
   */
  public static ResourceGraph read(String json) {
    Written written = JSON.fromJson(json, Written.class);
    if (written == null || written.resources() == null) {
      throw new JsonParseException("not a captured graph: it has no resources");
    }
    return new ResourceGraph(
        written.project(), written.stack(), written.resources(), written.outputs());
  }
}
