package dev.mainstay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.Main;
import dev.mainstay.simulator.Operation;
import dev.mainstay.simulator.SimulatedAws;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of a preview, under a project and a stack of their own naming. */
@EngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewMessagesTest {
  private SimulatedAws aws;
  private EngineStack stack;

  @BeforeAll
  void start(@TempDir Path folder) {
    aws = Mainstay.account();
    stack =
        Workspace.of(folder, "shop", Main.class, aws.port())
            .stack("staging", Mainstay.settings("dev"));
  }

  @AfterAll
  void close() {
    aws.close();
  }

  @Test
  void aRenamedProjectAndAnyStackNameWillDo() {
    var diff = stack.previewInDetail().orFail();

    assertThat(diff.output()).contains("\"shop-staging\"").doesNotContain("mainstay-");
  }

  @Test
  void anErrorOfTheProgramIsItsBareMessage() {
    var refused = stack.previewWith(it -> it.replace("multiAz: false\n", "multiAz: maybe\n"));

    assertThat(refused.ok()).isFalse();
    assertThat(refused.output())
        .contains(
            """
                error: The configuration of stack staging has 2 problems; nothing was registered.
                  - mainstay:database.multiAz is "maybe"; allowed: true or false, without quotes
                  - mainstay:cache.multiAz is "maybe"; allowed: true or false, without quotes
            """)
        .doesNotContain("Exception")
        .doesNotContain("\tat ");
    assertThat(aws.journal().calls(Operation.CREATE)).isEmpty();
  }
}
