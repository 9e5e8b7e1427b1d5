package dev.mainstay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.simulator.LiveResource;
import dev.mainstay.simulator.Operation;
import dev.mainstay.simulator.SimulatedAws;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every resource fails once: whatever the half-made stack looks like, another up goes on from
 * there.
 */
@EngineTest
class FirstCreationFailsTest {
  /** More than the longest chain of dependencies has members. */
  private static final int PATIENCE = 30;

  @Test
  void upRepeatedUntilItIsThroughEndsInTheSameWorld(@TempDir Path folder) {
    try (SimulatedAws aws = Mainstay.account()) {
      var stack = Mainstay.prod(Mainstay.workspace(folder, aws));
      var planned = stack.plan().creationsAtAws();
      aws.faults().failFirstCreationOfEach("InternalFailure: try again");

      var ups = 1;
      while (!stack.up("--continue-on-error").ok()) {
        assertThat(++ups).isLessThan(PATIENCE);
      }

      System.out.printf("Every first creation failing: through after %d ups%n", ups);
      assertThat(aws.account().made())
          .extracting(FirstCreationFailsTest::typeAndName)
          .containsExactlyInAnyOrderElementsOf(planned);
      assertThat(aws.account().made())
          .extracting(LiveResource::id)
          .containsExactlyInAnyOrderElementsOf(
              stack.state().atAws().stream().map(it -> it.id()).toList());
      assertThat(aws.journal().calls(Operation.CREATE)).hasSize(2 * planned.size());
      assertThat(stack.plan().changes()).isEmpty();
    }
  }

  private static String typeAndName(LiveResource resource) {
    return resource.type() + " " + resource.name();
  }
}
