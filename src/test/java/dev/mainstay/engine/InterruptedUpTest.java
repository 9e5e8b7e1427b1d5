package dev.mainstay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.engine.State.Entry;
import dev.mainstay.simulator.LiveResource;
import dev.mainstay.simulator.Operation;
import dev.mainstay.simulator.SimulatedAws;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An up that ends in the middle, while the database is being created. */
@EngineTest
class InterruptedUpTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private SimulatedAws aws;
  private EngineStack stack;
  private EngineStack.Running up;

  @BeforeEach
  void startAndHoldTheDatabase(@TempDir Path folder) throws InterruptedException {
    aws = Mainstay.account();
    stack = Mainstay.dev(Mainstay.workspace(folder, aws));
    var hang = aws.faults().hang(Operation.CREATE, Expectations.DATABASE);
    up = stack.startUp();
    hang.awaitReached(PATIENCE);
    aws.journal().awaitNothingButOneUnderWay(PATIENCE);
  }

  @AfterEach
  void close() {
    up.process().destroyForcibly();
    aws.close();
  }

  @Test
  void interruptedItResumesClean() {
    up.process().destroy();
    assertThat(up.await(2, TimeUnit.MINUTES).ok()).isFalse();

    stack.up().orFail();

    assertThat(stack.plan().changes()).isEmpty();
    assertThat(aws.account().made())
        .extracting(LiveResource::id)
        .containsExactlyInAnyOrderElementsOf(
            stack.state().atAws().stream().map(Entry::id).toList());
  }

  @Test
  void killedItLeavesOverExactlyWhatIsListedAsPending() {
    up.process().destroyForcibly();
    up.await(1, TimeUnit.MINUTES);
    stack.cancel().orFail();

    var state = stack.state();
    var known = state.atAws().stream().map(Entry::id).toList();
    assertThat(aws.account().made())
        .filteredOn(resource -> !known.contains(resource.id()))
        .extracting(LiveResource::urn)
        .containsExactlyElementsOf(state.pending().stream().map(Entry::urn).toList())
        .hasSize(1);
  }
}
