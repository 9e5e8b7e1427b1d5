package dev.mainstay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.simulator.Operation;
import dev.mainstay.simulator.SimulatedAws;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the article, once through. */
@EngineTest
class ArticleStackTest {
  @Test
  void itGoesUpStaysAsItIsAndHasNoDrift(@TempDir Path folder) {
    try (SimulatedAws aws = Mainstay.account()) {
      var stack = Mainstay.article(Mainstay.workspace(folder, aws));
      stack.up().orFail();

      assertThat(stack.plan().changes()).isEmpty();
      stack.refresh().orFail();
      assertThat(aws.journal().calls(Operation.INVOKE)).isEmpty();
    }
  }
}
