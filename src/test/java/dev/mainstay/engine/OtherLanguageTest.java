package dev.mainstay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.simulator.Operation;
import dev.mainstay.simulator.SimulatedAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** {@code examples/other-language}: the components as a plugin of a program in YAML. */
@EngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OtherLanguageTest {
  private SimulatedAws aws;
  private EngineStack stack;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    aws = new SimulatedAws();
    var program = Files.readString(Path.of("examples", "other-language", "Pulumi.yaml"));
    stack = Workspace.yaml(folder, program, aws.port()).stack("prod", "config: {}\n");
  }

  @AfterAll
  void close() {
    aws.close();
  }

  @Test
  @Order(1)
  void aPreviewShowsEveryComponentBeforeAnythingIsKnown() {
    var preview = stack.preview();
    System.out.println(preview.output());
    assertThat(preview.orFail().output()).contains("mainstay:index:Network network create");
    assertThat(aws.journal().calls(Operation.CREATE)).isEmpty();
  }

  @Test
  @Order(2)
  void upMakesEverything() {
    var up = stack.up();
    System.out.println(up.output());
    up.orFail();
  }
}
