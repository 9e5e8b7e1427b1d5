package dev.mainstay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mainstay.config.Relaxation;
import dev.mainstay.cost.CostBasis;
import dev.mainstay.cost.PriceBook;
import dev.mainstay.graph.GraphJson;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.plan.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stacks that ship with the program, planned once. */
final class Planned {
  static final Map<String, String> FILES =
      Map.of(
          "dev", "Pulumi.dev.yaml",
          "prod", "Pulumi.prod.yaml",
          "article", "examples/article/Pulumi.article.yaml");

  private static final Map<String, Path> FOLDERS = new java.util.HashMap<>();

  private Planned() {}

  /** Everything the command line writes of a stack; the name of each file is its kind. */
  static synchronized String written(String stack, String kind) throws IOException {
    if (!FOLDERS.containsKey(stack)) {
      FOLDERS.put(stack, plan(stack));
    }
    return Files.readString(FOLDERS.get(stack).resolve(kind));
  }

  private static Path plan(String stack) throws IOException {
    Path folder = Files.createTempDirectory(Path.of("target"), "report-" + stack);
    Ran ran =
        Ran.command(
            "plan",
            FILES.get(stack),
            "--html",
            folder.resolve("html").toString(),
            "--markdown",
            folder.resolve("md").toString(),
            "--json",
            folder.resolve("json").toString(),
            "--sarif",
            folder.resolve("sarif").toString(),
            "--tfplan",
            folder.resolve("tfplan").toString());
    assertThat(ran.status()).as("exit status of plan %s", stack).isZero();
    Files.writeString(folder.resolve("txt"), ran.out());
    return folder;
  }

  static ResourceGraph graph(String stack) throws IOException {
    return GraphJson.read(written(stack, "json"));
  }

  static JsonObject json(String stack) throws IOException {
    return JsonParser.parseString(written(stack, "json")).getAsJsonObject();
  }

  /** A graph as a report takes it, with nothing relaxed. */
  static PlannedStack of(ResourceGraph graph, List<Relaxation> relaxations) {
    Map<String, String> waivers =
        relaxations.stream()
            .collect(java.util.stream.Collectors.toMap(Relaxation::key, it -> "because"));
    return new PlannedStack(
        "eu-central-1",
        "Pulumi." + graph.stack() + ".yaml",
        graph,
        relaxations,
        waivers,
        List.of(),
        Findings.of(graph, waivers, Optional.empty(), CostBasis.of(PriceBook.shipped())));
  }

  static PlannedStack unwaived(String stack) throws IOException {
    return of(graph(stack), List.of());
  }
}
