package dev.mainstay.graph;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;

/** A captured graph as JSON, for other tools and for comparing one version with the next. */
public final class GraphJson {
  private static final Gson JSON =
      new GsonBuilder()
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
          .create();

  private GraphJson() {}

  /** The graph without its secrets. */
  public static String write(ResourceGraph graph) {
    return JSON.toJson(Redaction.of(graph)) + "\n";
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws JsonParseException if it is no such JSON
   */
  public static ResourceGraph read(String json) {
    ResourceGraph graph = JSON.fromJson(json, ResourceGraph.class);
    if (graph == null || graph.resources() == null) {
      throw new JsonParseException("not a captured graph: it has no resources");
    }
    return graph;
  }
}
