package dev.mainstay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.deployed.PulumiJson;
import dev.mainstay.deployed.PulumiJsonTest;
import dev.mainstay.graph.GraphJson;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.simulator.SimulatedAws;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exports that are analysed as those of other programs are what the engine says of these. */
@EngineTest
class DeployedProgramsTest {
  @ParameterizedTest
  @ValueSource(strings = {"good", "fragile"})
  void theExportIsThatOfTheProgram(String program, @TempDir Path folder) throws IOException {
    try (SimulatedAws aws = new SimulatedAws()) {
      var stack =
          Workspace.yaml(folder, file(program + "/Pulumi.yaml"), aws.port())
              .stack("prod", "config:\n  aws:region: eu-central-1\n");
      stack.up().orFail();
      var export = stack.run("stack", "export", "--stack", "prod").orFail().output();

      assertThat(analysed(export)).isEqualTo(analysed(file(program + "/export.json")));
    }
  }

  /** All that is read of an export, but for what is new with each up: order, parts of names. */
  private static String analysed(String export) {
    var stack = PulumiJson.read(export).after();
    var graph = stack.graph();
    var inOrder =
        graph.resources().stream().sorted(Comparator.comparing(ResourceNode::urn)).toList();
    var sorted = new ResourceGraph(graph.project(), graph.stack(), inOrder, graph.outputs());
    return (GraphJson.write(sorted) + "\n" + stack.gaps())
        .replaceAll("(\"userData\": ?)\"[^\"]*\"", "$1...")
        .replaceAll("[0-9a-f]{6,}", "#");
  }

  private static String file(String name) throws IOException {
    try (var file = PulumiJsonTest.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
