package dev.mainstay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.simulator.SimulatedAws;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as users run it: from the project's folder, built and started by Maven. */
@EngineTest
class ThroughMavenTest {
  @Test
  void aPreviewFromTheProjectsFolderShowsEveryComponent(@TempDir Path folder) {
    try (SimulatedAws aws = Mainstay.account()) {
      var stack =
          Workspace.here(folder, Mainstay.PROJECT, aws.port())
              .stack("throughmaven", Mainstay.settings("dev"));

      assertThat(stack.preview().orFail().output())
          .contains(
              "mainstay:index:Network network create",
              "mainstay:index:Database database create",
              "mainstay:index:Cache cache create",
              "mainstay:index:WebFleet web create",
              "mainstay:index:Edge edge create");
    }
  }
}
